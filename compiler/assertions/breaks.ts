import { waysTo } from '../chain-ways.ts'
import { type Facts, holds } from '../holds.ts'
import { interpret, type Verdict } from '../interpret.ts'
import { modelsOf } from '../never-use.ts'
import { askedModel, outcomeOf, servedBy } from '../outcome.ts'
import { settingsOf } from '../settings.ts'
import type { Assertion, Policy } from '../typed.ts'
import { type Prices, requestCost } from '../worst-cost.ts'
import { attemptsOf } from './attempting.ts'
import { settleMeters } from '../settle-meters.ts'
import { routeTableOf } from '../traffic.ts'
import { saysTraffic } from './ground.ts'
import { boundsOf } from './bounds.ts'
import { staysWithin } from './caching.ts'
import { keepsContent } from './logging.ts'

/**
 * Whether one request makes an assertion false, read off the interpreter's verdict: slow, and right by being obvious.
 * What is proved of all requests must agree with it on each. No single request speaks against `reachable`.
 */
export function breaks(policy: Policy, assertion: Assertion, facts: Facts, prices: Prices): boolean {
  if (routeTableOf(facts) === 'embeddings' && !saysTraffic(assertion.condition)) return false
  return (
    holds(assertion.condition, settleMeters(policy, facts)) && claimFails(policy, assertion, facts, prices)
  )
}

function claimFails(policy: Policy, { property }: Assertion, facts: Facts, prices: Prices): boolean {
  const verdict = interpret(policy, facts)
  const outcome = outcomeOf(policy, verdict, facts)
  const isAnswered = outcome.kind === 'use'
  switch (property.kind) {
    case 'never-use':
      return usedBy(policy, facts).some((model) => property.models.includes(model))
    case 'always-use':
      return usedBy(policy, facts).some((model) => !property.models.includes(model))
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
    case 'at-most':
      return isAnswered && amountOf(policy, property.of, facts, prices) > property.value
    case 'charged':
      return isAnswered && !verdict.budget.some(({ name }) => name === property.budget)
    case 'log-metadata':
      return !isDenied(verdict) && verdict.log !== undefined && keepsContent(verdict.log.action)
    case 'reachable':
      return false
  }
}

/** What the guard denies is not logged with its content. */
const isDenied = ({ guard }: Verdict): boolean => guard.some(({ action }) => action.kind === 'deny')

/** The model that a request asks for, where it makes what the endpoint is for: any other is refused when it is sent. */
function askedOf(policy: Policy, facts: Facts): string | undefined {
  const asked = askedModel(policy, facts)
  return asked !== undefined && servedBy(policy, routeTableOf(facts)).includes(asked) ? asked : undefined
}

/** Every model that a request may be sent to: of each stage that it may reach, its copies, and the judge. */
function usedBy(policy: Policy, facts: Facts): readonly string[] {
  const verdict = interpret(policy, facts)
  const outcome = outcomeOf(policy, verdict, facts)
  if (outcome.kind === 'deny') return []
  const ways = waysTo(outcome.stages)
  const asked = askedOf(policy, facts)
  const { judge } = settingsOf(verdict).cache
  const used = outcome.stages.flatMap((stage, index) =>
    ways[index] === undefined ? [] : modelsOf(stage, asked),
  )
  return judge === undefined ? used : [...used, judge.model]
}

/** What one request may take at the most, by its own facts: nano-dollars, milliseconds, or a count; 0 where it is denied. */
export function amountOf(
  policy: Policy,
  of: 'cost' | 'attempts' | 'time',
  facts: Facts,
  prices: Prices,
): number {
  const verdict = interpret(policy, facts)
  const outcome = outcomeOf(policy, verdict, facts)
  if (outcome.kind === 'deny') return 0
  const { stages } = outcome
  const { attempt, cache, shape } = settingsOf(verdict)
  switch (of) {
    case 'cost': {
      const id = askedOf(policy, facts)
      const asked = id === undefined ? [] : [id]
      const bounds = boundsOf(facts)
      const output = Math.min(bounds.output, shape.maxOutput ?? Infinity)
      const sent = { stages, asked, retries: attempt.retries, judge: cache.judge?.model }
      return requestCost(sent, { ...bounds, output }, prices).nanos
    }
    case 'attempts':
      return attemptsOf(stages, attempt)
    case 'time':
      return attempt.totalMs
  }
}
