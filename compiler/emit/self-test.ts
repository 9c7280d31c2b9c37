import type { SelfTest } from '../../schemas/generated/decision-table.ts'
import type { CubedPolicy } from '../cubed.ts'
import { interpret } from '../interpret.ts'
import type { Reach } from '../reach.ts'
import { type PolicyRule, ruleIndices } from '../rules.ts'
import { witnessOf } from '../witness.ts'

/** A loader replays them before it swaps a table in, so their number is bounded. */
export const selfTestsMax = 5_000

/** A request for every rule that decides one, and what the interpreter makes of it. Equal requests appear once. */
export function selfTestOf(
  { policy, space }: CubedPolicy,
  reach: ReadonlyMap<PolicyRule, Reach>,
): SelfTest[] {
  const indices = ruleIndices(policy)
  const indexOf = (rule: PolicyRule | undefined): number =>
    rule === undefined ? -1 : (indices.get(rule) ?? -1)
  const requests = new Map<string, SelfTest['facts']>()
  for (const found of reach.values()) {
    if (requests.size === selfTestsMax) break
    if (found.kind !== 'reached') continue
    const facts = witnessOf(space, found.cube)
    requests.set(JSON.stringify(facts), facts as SelfTest['facts'])
  }
  return [...requests.values()].map((facts) => {
    const { guard, route, cache, attempt } = interpret(policy, facts)
    const expect = {
      guard: guard.map(indexOf),
      route: indexOf(route),
      cache: indexOf(cache),
      attempt: indexOf(attempt),
    }
    return { facts, expect }
  })
}
