import { help, report } from '../../lang/report.ts'
import { hasSameOutcome, isCovered } from '../blockers.ts'
import type { CubedPolicy, CubedRule } from '../cubed.ts'
import type { GuardRule } from '../typed.ts'
import type { Analysis } from './analysis.ts'
import { irredundant } from './irredundant.ts'
import { nameRule } from './rule-name.ts'

/** Denies of the guard whose words nobody reads: earlier rows deny the same requests with words of their own. */
export const untold: Analysis = {
  name: 'untold',
  codes: ['GWC2803'],
  run: ({ cubed }) => {
    const denies = cubed.guard.filter(({ rule }) => rule.action.kind === 'deny')
    return denies.flatMap((each, index) => {
      const earlier = tellersOf(cubed, each, denies.slice(0, index))
      // Where all of them say the same, the row is redundant, and told as that.
      if (earlier === undefined || earlier.every((other) => hasSameOutcome(other, each))) return []
      return [
        report('GWC2803', { rule: nameRule(each.rule) }, each.rule.at, {
          label: 'each of its requests is denied earlier',
          secondary: earlier.map(({ rule }) => ({ span: rule.at, text: wordsOf(rule) })),
          notes: [help('the first deny that matches is the one that is told: move it up, or remove it')],
        }),
      ]
    })
  },
}

/** The earlier denies that take all requests of one, none of them needless; `undefined` when they leave some. */
function tellersOf(
  cubed: CubedPolicy,
  each: CubedRule<GuardRule>,
  earlier: readonly CubedRule<GuardRule>[],
): readonly CubedRule<GuardRule>[] | undefined {
  const suffice = (some: readonly CubedRule[]): boolean =>
    isCovered(cubed, each.cubes, [...cubed.space.impossible, ...some.flatMap(({ cubes }) => cubes)])
  return each.cubes.length > 0 && suffice(earlier) ? irredundant(earlier, suffice) : undefined
}

function wordsOf({ action }: GuardRule): string {
  return action.kind === 'deny' ? `is told ${JSON.stringify(action.message)}` : 'applies'
}
