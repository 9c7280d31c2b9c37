import { isHardBudget } from '../charge.ts'
import type { Charge } from '../charge.ts'
import type { HoldReply, HoldRequest, MeterWarning } from '../store.ts'
import { assertNanos } from './assert-nanos.ts'
import { refused } from './decided.ts'
import type { Decided } from './decided.ts'
import { meterFor, readingOf, usedOf } from './meters.ts'
import type { HeldRow } from './rows.ts'
import { frozenKey } from './state.ts'
import type { Counter, Hold, LimitMeter, MoneyState } from './state.ts'
import type { Taken } from './taken.ts'
import { passThresholds } from './warn.ts'

/**
 * Takes a hold into every charge or into none. Nothing is changed by a hold that is denied; the same attempt again is told
 * how things stand. An attempt that has ended is
 * refused: sent again, it would be paid by nobody.
 */
export function reserve(state: MoneyState, request: HoldRequest, owner: string, nowMs: number): Decided {
  assertNanos('boundNanos', request.boundNanos)
  assertNanos('estimateNanos', request.estimateNanos)
  assertNanos('estimateTokens', request.estimateTokens)
  if (state.ended.has(request.attemptId)) return refused(`attempt ${request.attemptId} has ended`)
  const taken = takings(state, request, nowMs)
  if (taken === undefined) return answer({ kind: 'unavailable' })
  if (state.holds.has(request.attemptId)) return answer(held(taken, nowMs, []))
  const frozen = frozenBy(state, request)
  if (frozen !== undefined) return answer({ kind: 'frozen', attemptId: frozen })
  const full = taken.find((each) => !fits(each, nowMs))
  return full === undefined ? take(state, request, owner, taken, nowMs) : answer(denied(full, nowMs))
}

const answer = (reply: HoldReply): Decided => ({ answer: reply, rows: [] })

/** What each charge goes to; `undefined` where a counter is not in memory, as the clock was put back far. */
function takings(state: MoneyState, request: HoldRequest, nowMs: number): readonly Taken[] | undefined {
  const taken: Taken[] = []
  for (const charge of request.charges) {
    const meter = meterFor(state, charge, nowMs)
    if (meter === undefined) return undefined
    meter.limit = charge.limit
    taken.push({ charge, meter, amount: amountFor(charge, request) })
  }
  return taken
}

function frozenBy(state: MoneyState, { charges, origin }: HoldRequest): string | undefined {
  const frozen = state.frozen.size === 0 ? undefined : state.frozen.get(frozenKey(origin))?.attemptId
  return frozen !== undefined && charges.some(isHardBudget) ? frozen : undefined
}

function amountFor(charge: Charge, { boundNanos, estimateNanos, estimateTokens }: HoldRequest): number {
  if (charge.kind === 'budget') return charge.soft ? estimateNanos : boundNanos
  return charge.counts === 'tokens' ? estimateTokens : 1
}

const fits = ({ charge, meter, amount }: Taken, nowMs: number): boolean =>
  charge.soft || usedOf(meter, nowMs) + amount <= charge.limit

const denied = ({ charge, meter, amount }: Taken, nowMs: number): HoldReply => ({
  kind: 'denied',
  charge,
  reading: readingOf(meter, charge, nowMs, amount),
})

function take(
  state: MoneyState,
  request: HoldRequest,
  owner: string,
  taken: readonly Taken[],
  nowMs: number,
): Decided {
  const hold = holdOf(request, owner, taken, nowMs)
  state.holds.set(hold.attemptId, hold)
  for (const { meter, amount } of taken) addTo(state, meter, amount, nowMs)
  const warnings = taken.flatMap((each) => passThresholds(state, each, nowMs))
  return { answer: held(taken, nowMs, warnings), rows: [heldRow(hold)] }
}

function addTo(state: MoneyState, meter: Counter | LimitMeter, amount: number, nowMs: number): void {
  if (meter.kind === 'counter') meter.heldNanos += amount
  else if (meter.counts === 'concurrent') meter.places += 1
  else meter.window.add(nowMs, amount)
  if (!meter.written) state.unwritten.add(meter)
  meter.written = true
}

function held(taken: readonly Taken[], nowMs: number, warnings: readonly MeterWarning[]): HoldReply {
  const readings = taken.map(({ charge, meter }) => readingOf(meter, charge, nowMs))
  return { kind: 'held', readings, warnings }
}

function holdOf(request: HoldRequest, owner: string, taken: readonly Taken[], nowMs: number): Hold {
  const hard: Counter[] = []
  const soft: Counter[] = []
  const limits: LimitMeter[] = []
  for (const { charge, meter } of taken) {
    if (meter.kind === 'limit') limits.push(meter)
    else (charge.soft ? soft : hard).push(meter)
  }
  const { attemptId, boundNanos, estimateNanos, estimateTokens, ttlMs, origin } = request
  const deadlineMs = nowMs + ttlMs
  return {
    attemptId,
    heldAtMs: nowMs,
    owner,
    deadlineMs,
    boundNanos,
    estimateNanos,
    estimateTokens,
    hard,
    soft,
    limits,
    origin,
  }
}

const idOf = ({ id }: { readonly id: number }): number => id

function heldRow(hold: Hold): HeldRow {
  const { hard, soft, limits } = hold
  return { ...hold, kind: 'held', hard: hard.map(idOf), soft: soft.map(idOf), limits: limits.map(idOf) }
}
