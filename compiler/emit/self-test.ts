import { byTable } from '../../core/tables.ts'
import type { SelfTest } from '../../schemas/generated/decision-table.ts'
import type { CubedPolicy } from '../cubed.ts'
import { interpret, type Verdict } from '../interpret.ts'
import type { Reach } from '../reach.ts'
import { type PolicyRule, ruleIndices } from '../rules.ts'
import type { Policy } from '../typed.ts'
import { witnessOf } from '../witness.ts'
import { presentTables } from './present-tables.ts'

/** A loader replays them before it swaps a table in, so their number is bounded. */
export const selfTestsMax = 5_000

/** A request for every rule that decides one, and what the interpreter makes of it. Equal requests appear once. */
export function selfTestOf(
  { policy, space }: CubedPolicy,
  reach: ReadonlyMap<PolicyRule, Reach>,
): SelfTest[] {
  const indices = ruleIndices(policy)
  const requests = new Map<string, SelfTest['facts']>()
  for (const found of reach.values()) {
    if (requests.size === selfTestsMax) break
    if (found.kind !== 'reached') continue
    const facts = witnessOf(space, found.cube)
    requests.set(JSON.stringify(facts), facts as SelfTest['facts'])
  }
  return [...requests.values()].map((facts) => ({
    facts,
    expect: expectationOf(policy, interpret(policy, facts), indices),
  }))
}

/** A verdict as the artifact writes it: rule indices, -1 where no row of the policy decides. */
export function expectationOf(
  policy: Policy,
  verdict: Verdict,
  indices: ReadonlyMap<PolicyRule, number>,
): SelfTest['expect'] {
  const indexOf = (rule: PolicyRule | undefined): number =>
    (rule === undefined ? undefined : indices.get(rule)) ?? -1
  const expect = byTable((table) => {
    const decided: PolicyRule | undefined | readonly PolicyRule[] = verdict[table]
    return Array.isArray(decided) ? decided.map(indexOf) : indexOf(decided as PolicyRule | undefined)
  })
  return presentTables(policy, expect) as SelfTest['expect'] // a list where every row applies, one number where the first does
}
