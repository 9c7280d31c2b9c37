import type { FactRow } from '../core/types.ts'
import { type Facts, holds } from './holds.ts'
import { routeTableOf } from './traffic.ts'
import type { Cond, Policy } from './typed.ts'

/** A truth value, or the fact on which it hangs. */
type Truth = boolean | FactRow

/**
 * The first fact that a decision hangs on though nothing says it: not given, without a default, and one that every real
 * request has (an absent optional fact is simply absent). A test that leaves it out would test something else.
 */
export function unknownFact(policy: Policy, facts: Facts, asksCache: boolean): FactRow | undefined {
  for (const { condition } of policy.guard) {
    const truth = evaluate(condition, facts)
    if (typeof truth === 'object') return truth
  }
  return (
    firstUnknown(policy[routeTableOf(facts)], facts) ??
    (asksCache ? firstUnknown(policy.cache, facts) : undefined)
  )
}

function firstUnknown(rules: readonly { readonly condition: Cond }[], facts: Facts): FactRow | undefined {
  for (const { condition } of rules) {
    const truth = evaluate(condition, facts)
    if (typeof truth === 'object') return truth
    if (truth) return undefined
  }
  return undefined
}

/** Kleene's three-valued logic: what is false without the unknown part is false. */
function evaluate(condition: Cond, facts: Facts): Truth {
  switch (condition.kind) {
    case 'all':
      return combine(condition.operands, facts, false)
    case 'any':
      return combine(condition.operands, facts, true)
    case 'not': {
      const truth = evaluate(condition.operand, facts)
      return typeof truth === 'object' ? truth : !truth
    }
    case 'atom':
      return isUnknown(condition.fact, facts) ? condition.fact : holds(condition, facts)
  }
}

function combine(operands: readonly Cond[], facts: Facts, decisive: boolean): Truth {
  const truths = operands.map((operand) => evaluate(operand, facts))
  if (truths.includes(decisive)) return decisive
  return truths.find((truth) => typeof truth === 'object') ?? !decisive
}

function isUnknown(fact: FactRow, facts: Facts): boolean {
  return facts[fact.name] === undefined && fact.default === undefined && !fact.optional
}
