import { tableNames } from '../core/tables.ts'
import type { Policy, PolicyRule } from './typed.ts'

export type { PolicyRule } from './typed.ts'

/** Every rule of a policy, table by table, each in source order. A rule's place here is its index in the artifact. */
export function rulesOf(policy: Policy): readonly PolicyRule[] {
  return tableNames.flatMap((table): readonly PolicyRule[] => policy[table])
}

/** The index of every rule in the artifact. */
export function ruleIndices(policy: Policy): ReadonlyMap<PolicyRule, number> {
  return new Map(rulesOf(policy).map((rule, index) => [rule, index]))
}
