import { builtinAttempt } from '../../core/builtin-attempt.ts'
import type { AttemptAction } from '../../schemas/generated/decision-table.ts'
import { waysTo } from '../chain-ways.ts'
import { type Facts, holds } from '../holds.ts'
import { interpret } from '../interpret.ts'
import { askedModel, outcomeOf } from '../outcome.ts'
import type { Assertion, Policy, TypedStage } from '../typed.ts'
import { type Prices, requestCost } from '../worst-cost.ts'
import { attemptsOf } from './attempting.ts'
import { boundsOf } from './bounds.ts'
import { staysWithin } from './caching.ts'

/**
 * Whether one request makes an assertion false, read off the interpreter's verdict: slow, and right by being obvious.
 * What is proved of all requests must agree with it on each. No single request speaks against `reachable`.
 */
export function breaks(policy: Policy, assertion: Assertion, facts: Facts, prices: Prices): boolean {
  return holds(assertion.condition, facts) && claimFails(policy, assertion, facts, prices)
}

function claimFails(policy: Policy, { property }: Assertion, facts: Facts, prices: Prices): boolean {
  const verdict = interpret(policy, facts)
  const outcome = outcomeOf(policy, verdict, facts)
  const stages = outcome.kind === 'use' ? outcome.stages : []
  const isAnswered = outcome.kind === 'use'
  switch (property.kind) {
    case 'never-use':
      return usedBy(policy, stages, facts).some((model) => property.models.includes(model))
    case 'always-use':
      return usedBy(policy, stages, facts).some((model) => !property.models.includes(model))
    case 'denied':
      return isAnswered
    case 'allowed':
      return !isAnswered
    case 'cache-off':
      return isAnswered && verdict.cache !== undefined && verdict.cache.action.mode !== 'off'
    case 'cache-within':
      return (
        isAnswered &&
        verdict.cache !== undefined &&
        verdict.cache.action.mode !== 'off' &&
        !staysWithin(verdict.cache.action.within, property.within)
      )
    case 'at-most': {
      const action = verdict.attempt?.action ?? builtinAttempt
      return isAnswered && amountOf(policy, property.of, stages, action, facts, prices) > property.value
    }
    case 'charged':
    case 'log-metadata':
    case 'reachable':
      return false
  }
}

function usedBy(policy: Policy, stages: readonly TypedStage[], facts: Facts): readonly string[] {
  const ways = waysTo(stages)
  const asked = askedModel(policy, facts)
  return stages.flatMap((stage, index) => {
    if (ways[index] === undefined) return []
    return stage.pick === 'asked' ? (asked ?? []) : stage.models
  })
}

/** What one request may take at the most, by its own facts: nano-dollars, milliseconds, or a count. */
export function amountOf(
  policy: Policy,
  of: 'cost' | 'attempts' | 'time',
  stages: readonly TypedStage[],
  action: AttemptAction,
  facts: Facts,
  prices: Prices,
): number {
  const asked = askedModel(policy, facts)
  switch (of) {
    case 'cost':
      return requestCost(stages, asked === undefined ? [] : [asked], action, boundsOf(facts), prices).nanos
    case 'attempts':
      return attemptsOf(stages, action)
    case 'time':
      return action.totalMs
  }
}
