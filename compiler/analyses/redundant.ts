import type { Diagnostic } from '../../lang/diagnostic.ts'
import { help, report } from '../../lang/report.ts'
import { hasSameOutcome, isCovered, sharedBy } from '../blockers.ts'
import type { CubedPolicy, CubedRule } from '../cubed.ts'
import type { GuardRule } from '../typed.ts'
import type { Analysis } from './analysis.ts'
import { blockedRules } from './blocked.ts'
import { irredundant } from './irredundant.ts'
import { nameRule } from './rule-name.ts'

/** Rules that could be left out: earlier ones do the same for each of their requests. */
export const redundant: Analysis = {
  name: 'redundant',
  codes: ['GWC2105'],
  run: (input) => [
    ...blockedRules(input)
      .filter(({ blockers }) => blockers.length > 0 && blockers.every((each) => each.hasSameOutcome))
      .map(({ by, blockers }) =>
        changesNothing(
          by,
          blockers.map((each) => each.by),
        ),
      ),
    ...redundantGuards(input.cubed),
  ],
}

function changesNothing(
  { rule }: CubedRule,
  same: readonly CubedRule[],
  which: 'earlier' | 'other' = 'earlier',
): Diagnostic {
  return report('GWC2105', { rule: nameRule(rule), which }, rule.at, {
    label: which === 'earlier' ? 'each of its requests is taken earlier' : 'forbids nothing more',
    secondary: same.map((each) => ({ span: each.rule.at, text: 'does the same' })),
    notes: [help('remove it; no decision changes')],
  })
}

/**
 * Guard rows all apply, so one is needless when the others together forbid all that it forbids. They are left out from
 * the last on: of two equal rows the second is told.
 */
function redundantGuards(cubed: CubedPolicy): readonly Diagnostic[] {
  let kept: readonly CubedRule<GuardRule>[] = cubed.guard
  const found: Diagnostic[] = []
  for (const each of cubed.guard.toReversed()) {
    if (each.cubes.length === 0) continue
    const stronger = kept.filter((other) => other !== each && standsIn(cubed, other, each))
    const suffice = (some: readonly CubedRule[]): boolean =>
      isCovered(cubed, each.cubes, [...cubed.space.impossible, ...some.flatMap(({ cubes }) => cubes)])
    if (!suffice(stronger)) continue
    kept = kept.filter((other) => other !== each)
    found.unshift(changesNothing(each, irredundant(stronger, suffice), 'other'))
  }
  return found
}

/** Whether one row does for its requests all that another does, told in the same words. */
function standsIn(cubed: CubedPolicy, one: CubedRule<GuardRule>, other: CubedRule<GuardRule>): boolean {
  if (!forbidsAsMuch(one, other)) return false
  const between = cubed.guard.slice(cubed.guard.indexOf(other) + 1, Math.max(0, cubed.guard.indexOf(one)))
  return other.rule.action.kind === 'never-use' || !between.some((each) => speaksUp(each, other))
}

/** A row that would be told in place of a deny that is taken away. */
function speaksUp(each: CubedRule<GuardRule>, deny: CubedRule<GuardRule>): boolean {
  return each.rule.action.kind === 'deny' && !hasSameOutcome(each, deny) && sharedBy(each, deny).length > 0
}

function forbidsAsMuch(a: CubedRule<GuardRule>, b: CubedRule<GuardRule>): boolean {
  const [mine, theirs] = [a.rule.action, b.rule.action]
  if (mine.kind === 'deny') return theirs.kind === 'never-use' || hasSameOutcome(a, b)
  return theirs.kind === 'never-use' && theirs.models.every((model) => mine.models.includes(model))
}
