import { tokenClasses } from '../../../core/price.ts'
import type { Settlement, TokensByClass } from '../store.ts'
import { assertNanos } from './assert-nanos.ts'
import { correctEnded } from './correct.ts'
import { done, refused, unknown } from './decided.ts'
import type { Decided } from './decided.ts'
import { endHold } from './end-hold.ts'
import type { Ending } from './end-hold.ts'
import { freeze } from './freeze.ts'
import type { EndedAttempt, Hold, MoneyState } from './state.ts'

/** Ends a hold by what the attempt cost; behind a sweep, moves what was uncertain to what is known. Once: again changes nothing. */
export function settle(state: MoneyState, settlement: Settlement, nowMs: number): Decided {
  const { attemptId } = settlement
  assertNanos('certainNanos', settlement.certainNanos)
  if (settlement.uncertainNanos !== 'rest') assertNanos('uncertainNanos', settlement.uncertainNanos)
  const hold = state.holds.get(attemptId)
  if (hold !== undefined) return endBy(state, hold, endingOf(settlement), nowMs)
  const ended = state.ended.get(attemptId)
  if (ended === undefined) return unknown(attemptId)
  return settleEnded(state, ended, settlement, nowMs)
}

function settleEnded(state: MoneyState, ended: EndedAttempt, settlement: Settlement, nowMs: number): Decided {
  switch (ended.state) {
    case 'settled':
      return done
    case 'swept':
      return correctEnded(state, ended, { ...settlement, source: 'late', told: settlement }, nowMs)
    case 'unsent':
      return refused(`attempt ${ended.attemptId} was released as never sent: it cannot have cost anything`)
  }
}

/** Ends the hold of an attempt that was never sent. Again changes nothing. */
export function release(state: MoneyState, attemptId: string, latencyMs: number, nowMs: number): Decided {
  const hold = state.holds.get(attemptId)
  if (hold !== undefined) return endBy(state, hold, unsent(latencyMs), nowMs)
  const ended = state.ended.get(attemptId)
  if (ended === undefined) return unknown(attemptId)
  switch (ended.state) {
    case 'unsent':
      return done
    case 'swept':
      return correctEnded(
        state,
        ended,
        { certainNanos: 0, uncertainNanos: 0, source: 'late', unsent: true },
        nowMs,
      )
    case 'settled':
      return refused(`attempt ${attemptId} is settled: it was sent`)
  }
}

/** Ends a hold, and freezes what cost more than its bound. */
export function endBy(state: MoneyState, hold: Hold, ending: Ending, nowMs: number): Decided {
  const row = endHold(state, hold, ending, nowMs)
  const { attemptId } = hold
  if (!row.violated) return { answer: { kind: 'done' }, rows: [row] }
  return { answer: { kind: 'done' }, rows: [row, freeze(state, attemptId, hold.origin, nowMs)] }
}

function endingOf(settlement: Settlement): Ending {
  const { certainNanos, uncertainNanos, outcome, latencyMs } = settlement
  const countedTokens = tokensToldBy(settlement)
  return {
    state: 'settled',
    outcome,
    certainNanos,
    uncertainNanos,
    latencyMs,
    countedTokens,
    told: settlement,
  }
}

const unsent = (latencyMs: number): Ending => ({
  state: 'unsent',
  outcome: 'unsent',
  certainNanos: 0,
  uncertainNanos: 0,
  latencyMs,
  countedTokens: 0,
})

/** Nothing told is nothing known, unless all of the bill is known. */
function tokensToldBy({ tokens, uncertainNanos }: Settlement): number | undefined {
  const told = tokensOf(tokens)
  return told === 0 && uncertainNanos !== 0 ? undefined : told
}

/** All tokens, whichever class they are billed in. */
const tokensOf = (tokens: TokensByClass): number =>
  tokenClasses.reduce((sum, name) => sum + (tokens[name] ?? 0), 0)
