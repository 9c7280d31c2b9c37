import type { EveryTable, FirstTable } from '../core/tables.ts'
import { type Facts, holds } from './holds.ts'
import { settleMeters } from './settle-meters.ts'
import type { Policy, PolicyRule, RuleOfTable } from './typed.ts'

/** The rules that decide one request, each table by itself. */
export type Verdict = {
  /** Every row that matches. */
  readonly [T in EveryTable]: readonly RuleOfTable[T][]
} & {
  /** The first row that matches; `undefined` where none does. */
  readonly [T in FirstTable]: RuleOfTable[T] | undefined
}

/**
 * Decides a request by reading the policy rule after rule: slow, and right by being obvious. The decision table must
 * agree with it on every request.
 */
export function interpret(policy: Policy, given: Facts): Verdict {
  const facts = settleMeters(policy, given)
  const matches = ({ condition }: PolicyRule): boolean => holds(condition, facts)
  return {
    guard: policy.guard.filter(matches),
    budget: policy.budget.filter(matches),
    limit: policy.limit.filter(matches),
    route: policy.route.find(matches),
    embeddings: policy.embeddings.find(matches),
    cache: policy.cache.find(matches),
    attempt: policy.attempt.find(matches),
    shape: policy.shape.filter(matches),
    log: policy.log.find(matches),
  }
}
