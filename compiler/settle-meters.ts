import { atomsOf } from './atoms.ts'
import { type Facts, holds } from './holds.ts'
import type { BudgetRule, LimitRule, Policy } from './typed.ts'

type MeterRule = BudgetRule | LimitRule

/** The names under which facts carry what a budget or limit counts; see core/meter-facts. */
const counts = ['spent', 'count', 'used'] as const

/**
 * The facts of a request without the counts of budgets and limits that do not apply to it: those count nothing of it,
 * whatever is said. The runtime reads the state of a live request by the same rule.
 */
export function settleMeters({ budget, limit }: Pick<Policy, 'budget' | 'limit'>, facts: Facts): Facts {
  const said = [...budget, ...limit].filter(({ name }) => namesOf(name).some((count) => count in facts))
  if (said.length === 0) return facts
  return inOrder(said).reduce(
    (settled, rule) => (holds(rule.condition, settled) ? settled : without(settled, namesOf(rule.name))),
    facts,
  )
}

const namesOf = (meter: string): readonly string[] => counts.map((count) => `${meter}.${count}`)

const without = (facts: Facts, names: readonly string[]): Facts =>
  Object.fromEntries(Object.entries(facts).filter(([name]) => !names.includes(name)))

/** Those that another one's condition asks about come before it. INVARIANT: there is no circle among them. */
function inOrder(rules: readonly MeterRule[]): readonly MeterRule[] {
  const ordered = new Set<MeterRule>()
  const place = (rule: MeterRule): void => {
    if (ordered.has(rule)) return
    const asked = new Set(
      atomsOf(rule.condition).flatMap(({ fact: { origin } }) =>
        origin.kind === 'meter' ? [origin.name] : [],
      ),
    )
    for (const other of rules) if (other !== rule && asked.has(other.name)) place(other)
    ordered.add(rule)
  }
  for (const rule of rules) place(rule)
  return [...ordered]
}
