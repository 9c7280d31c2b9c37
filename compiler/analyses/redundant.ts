import type { Diagnostic } from '../../lang/diagnostic.ts'
import { help, report } from '../../lang/report.ts'
import { hasSameOutcome, isCovered } from '../blockers.ts'
import type { CubedPolicy, CubedRule } from '../cubed.ts'
import type { GuardRule } from '../typed.ts'
import type { Analysis } from './analysis.ts'
import { blockedRules } from './blocked.ts'
import { nameRule } from './rule-name.ts'

/** Rules that could be left out: earlier ones do the same for each of their requests. */
export const redundant: Analysis = {
  name: 'redundant',
  codes: ['GWC2105'],
  run: (input) => [
    ...blockedRules(input)
      .filter(({ blockers }) => blockers.every((each) => each.hasSameOutcome))
      .map(({ by, blockers }) =>
        changesNothing(
          by,
          blockers.map((each) => each.by),
        ),
      ),
    ...redundantGuards(input.cubed),
  ],
}

function changesNothing({ rule }: CubedRule, same: readonly CubedRule[]): Diagnostic {
  return report('GWC2105', { rule: nameRule(rule) }, rule.at, {
    label: 'each of its requests is taken earlier',
    secondary: same.map((each) => ({ span: each.rule.at, text: 'does the same' })),
    notes: [help('remove it; no decision changes')],
  })
}

/** Guard rows all apply, so one is needless when earlier rows together forbid all that it forbids. */
function redundantGuards(cubed: CubedPolicy): readonly Diagnostic[] {
  return cubed.guard.flatMap((each, index) => {
    if (each.cubes.length === 0) return []
    const stronger = cubed.guard.slice(0, index).filter((other) => forbidsAsMuch(other, each))
    const suffices = (some: readonly CubedRule[]): boolean =>
      isCovered(cubed, each.cubes, [...cubed.space.impossible, ...some.flatMap(({ cubes }) => cubes)])
    return suffices(stronger) ? [changesNothing(each, irredundant(stronger, suffices))] : []
  })
}

/** Rules that still suffice, none of which can be left out. */
function irredundant(
  rules: readonly CubedRule[],
  suffices: (some: readonly CubedRule[]) => boolean,
): readonly CubedRule[] {
  return rules.reduce((left, each) => {
    const fewer = left.filter((other) => other !== each)
    return suffices(fewer) ? fewer : left
  }, rules)
}

function forbidsAsMuch(a: CubedRule<GuardRule>, b: CubedRule<GuardRule>): boolean {
  const [mine, theirs] = [a.rule.action, b.rule.action]
  if (mine.kind === 'deny') return theirs.kind === 'never-use' || hasSameOutcome(a, b)
  return theirs.kind === 'never-use' && theirs.models.every((model) => mine.models.includes(model))
}
