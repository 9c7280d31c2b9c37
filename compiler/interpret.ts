import { type Facts, holds } from './holds.ts'
import type { AttemptRule, CacheRule, GuardRule, Policy, RouteRule } from './typed.ts'

/** The rules that decide one request, each table by itself: `undefined` where no row of a table matches. */
export interface Verdict {
  /** Every guard row that matches. */
  readonly guard: readonly GuardRule[]
  readonly route: RouteRule | undefined
  readonly cache: CacheRule | undefined
  readonly attempt: AttemptRule | undefined
}

/**
 * Decides a request by reading the policy rule after rule: slow, and right by being obvious. The decision table must
 * agree with it on every request.
 */
export function interpret(policy: Policy, facts: Facts): Verdict {
  return {
    guard: policy.guard.filter(({ condition }) => holds(condition, facts)),
    route: policy.route.find(({ condition }) => holds(condition, facts)),
    cache: policy.cache.find(({ condition }) => holds(condition, facts)),
    attempt: policy.attempt.find(({ condition }) => holds(condition, facts)),
  }
}
