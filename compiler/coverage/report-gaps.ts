import type { Diagnostic, Label } from '../../lang/diagnostic.ts'
import { report } from '../../lang/report.ts'
import { nameRule } from '../analyses/rule-name.ts'
import type { PolicyRule } from '../rules.ts'
import type { JudgedGoal } from './coverage.ts'

/** One note per rule that says where tests leave it unshown, with the request of the first test that is missing. */
export function reportGaps(goals: readonly JudgedGoal[]): readonly Diagnostic[] {
  const byRule = [...Map.groupBy(goals, ({ goal }) => goal.rule)]
  return byRule.flatMap(([rule, own]) => reportRule(rule, own))
}

function reportRule(rule: PolicyRule, goals: readonly JudgedGoal[]): readonly Diagnostic[] {
  const counted = goals.filter(({ state }) => state.kind === 'covered' || state.kind === 'missing')
  const missing = counted.filter(({ state }) => state.kind === 'missing')
  const [first, ...others] = labelsOf(rule, missing)
  const [{ state } = { state: undefined }] = missing
  if (first === undefined || state?.kind !== 'missing') return []
  return [
    report(
      'GWC3104',
      { rule: nameRule(rule), shown: counted.length - missing.length, of: counted.length },
      first.span,
      { label: first.text, secondary: others, witness: Object.fromEntries(state.test.given) },
    ),
  ]
}

/** One label per place: what a rule lacks as a whole stands at its condition. Nobody expects what never decides. */
function labelsOf(rule: PolicyRule, missing: readonly JudgedGoal[]): readonly Label[] {
  const decides = missing.every(({ goal }) => goal.kind !== 'rule')
  const told = missing.filter(({ goal }) => decides || goal.kind !== 'outcome')
  const places = Map.groupBy(told, ({ goal }) => {
    const { file, start, end } = goal.atom?.span ?? rule.at
    return `${file}:${start}:${end}`
  })
  return [...places.values()].flatMap((here) => {
    const [first] = here
    const span = first?.goal.atom?.span ?? rule.at
    return first === undefined ? [] : [{ span, text: here.map(({ goal }) => goal.lack).join(', ') }]
  })
}
