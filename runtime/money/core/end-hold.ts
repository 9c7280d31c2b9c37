import type { Settlement, TokensByClass } from '../store.ts'
import type { EndedRow, Outcome } from './rows.ts'
import { standing } from './state.ts'
import type { Counter, EndedAttempt, Hold, LimitMeter, MoneyState } from './state.ts'

/** How a hold ends. */
export interface Ending {
  readonly state: EndedAttempt['state']
  readonly outcome: Outcome
  readonly certainNanos: number
  /** Beyond that; `rest`: all that is held. */
  readonly uncertainNanos: number | 'rest'
  readonly latencyMs: number
  /** What limits on tokens count from now on; the estimate where nobody told. */
  readonly countedTokens?: number | undefined
  readonly told?: Settlement | undefined
}

/** Ended attempts that are remembered: long enough for what is delivered twice. */
const rememberedMax = 20_000
/** How many are forgotten in one pass: to find the oldest, a Map passes all that were deleted before it. */
const forgottenAtOnce = 1_000

/** Ends a hold: what it held goes back, what it cost is counted, in the windows that it was taken in. */
export function endHold(state: MoneyState, hold: Hold, ending: Ending, nowMs: number): EndedRow {
  const { certainNanos } = ending
  const uncertainNanos = restOf(ending, hold.boundNanos)
  const softUncertainNanos = softRestOf(ending, hold.estimateNanos)
  state.holds.delete(hold.attemptId)
  for (const counter of hold.hard) count(state, counter, hold.boundNanos, certainNanos, uncertainNanos)
  for (const counter of hold.soft) count(state, counter, hold.estimateNanos, certainNanos, softUncertainNanos)
  const countedTokens = ending.countedTokens ?? hold.estimateTokens
  for (const limit of hold.limits) leave(standing(limit), hold, countedTokens)
  const violated = isViolation(hold, certainNanos)
  if (hold.soft.length > 0) state.softOvershootNanos += Math.max(0, certainNanos - hold.estimateNanos)
  remember(state, {
    attemptId: hold.attemptId,
    state: ending.state,
    heardAtMs: nowMs,
    boundNanos: hold.boundNanos,
    estimateNanos: hold.estimateNanos,
    certainNanos,
    uncertainNanos,
    softUncertainNanos,
    hard: hold.hard,
    soft: hold.soft,
    corrections: 0,
    model: hold.origin.model,
    key: hold.origin.key,
  })
  return { ...rowOf(hold, ending, nowMs), uncertainNanos, softUncertainNanos, countedTokens, violated }
}

/** Of a hard budget no more can be uncertain than was held: no bill is higher than the bound. */
export function restOf(
  { certainNanos, uncertainNanos }: Pick<Ending, 'certainNanos' | 'uncertainNanos'>,
  boundNanos: number,
): number {
  const rest = Math.max(0, boundNanos - certainNanos)
  return uncertainNanos === 'rest' ? rest : Math.min(uncertainNanos, rest)
}

/** A soft budget holds an estimate, and what may be billed may be more. */
export function softRestOf(
  { certainNanos, uncertainNanos }: Pick<Ending, 'certainNanos' | 'uncertainNanos'>,
  estimateNanos: number,
): number {
  return uncertainNanos === 'rest' ? Math.max(0, estimateNanos - certainNanos) : uncertainNanos
}

function count(
  state: MoneyState,
  counter: Counter,
  heldNanos: number,
  certainNanos: number,
  uncertainNanos: number,
): void {
  const meter = standing(counter)
  meter.heldNanos -= heldNanos
  meter.certainNanos += certainNanos
  meter.uncertainNanos += uncertainNanos
  if (certainNanos !== 0 || uncertainNanos !== 0) state.unwritten.add(meter)
}

function leave(limit: LimitMeter, { heldAtMs, estimateTokens }: Hold, countedTokens: number): void {
  if (limit.counts === 'concurrent') limit.places -= 1
  else if (limit.counts === 'tokens') limit.window.correct(heldAtMs, countedTokens - estimateTokens)
}

/** Keeps an ended attempt in mind, in the place of the oldest ones. */
export function remember(state: MoneyState, ended: EndedAttempt): void {
  state.ended.delete(ended.attemptId)
  state.ended.set(ended.attemptId, ended)
  if (state.ended.size < rememberedMax + forgottenAtOnce) return
  for (const oldest of state.ended.keys()) {
    if (state.ended.size <= rememberedMax) return
    state.ended.delete(oldest)
  }
}

/** Only what hard budgets hold is a bound; what others hold is an estimate. */
export const isViolation = (
  { hard, boundNanos }: Pick<Hold, 'hard' | 'boundNanos'>,
  certainNanos: number,
): boolean => hard.length > 0 && certainNanos > boundNanos

const noTokens: TokensByClass = {}

function rowOf(
  hold: Hold,
  { outcome, certainNanos, latencyMs, told }: Ending,
  nowMs: number,
): Omit<EndedRow, 'uncertainNanos' | 'softUncertainNanos' | 'countedTokens' | 'violated'> {
  const { attemptId, heldAtMs, owner, boundNanos, estimateNanos, origin } = hold
  return {
    kind: 'ended',
    attemptId,
    heldAtMs,
    owner,
    endedAtMs: nowMs,
    boundNanos,
    estimateNanos,
    hard: hold.hard.map(({ id }) => id),
    soft: hold.soft.map(({ id }) => id),
    limits: hold.limits.map(({ id }) => id),
    origin,
    outcome,
    certainNanos,
    latencyMs,
    tokens: told?.tokens ?? noTokens,
    costByClass: told?.costByClass ?? noTokens,
    status: told?.status,
    providerRequestId: told?.providerRequestId,
  }
}
