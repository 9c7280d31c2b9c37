import type { AttemptRule, CacheRule, GuardRule, Policy, RouteRule, TableName } from './typed.ts'

/** A row of any table. */
export type PolicyRule = GuardRule | RouteRule | CacheRule | AttemptRule

/** The tables in the order in which the artifact lists their rules. */
export const tableNames = ['guard', 'route', 'cache', 'attempt'] as const satisfies readonly TableName[]

/** Every rule of a policy, table by table, each in source order. A rule's place here is its index in the artifact. */
export function rulesOf(policy: Policy): readonly PolicyRule[] {
  return tableNames.flatMap((table): readonly PolicyRule[] => policy[table])
}

/** The index of every rule in the artifact. */
export function ruleIndices(policy: Policy): ReadonlyMap<PolicyRule, number> {
  return new Map(rulesOf(policy).map((rule, index) => [rule, index]))
}
