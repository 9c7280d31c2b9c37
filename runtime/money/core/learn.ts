import type { FoundAttempt } from '../writer.ts'
import { remember } from './end-hold.ts'
import { counterKey } from './meters.ts'
import type { CounterRow } from './rows.ts'
import type { Counter, MoneyState } from './state.ts'

/** Takes back into memory what rows know of an attempt that ended long ago. */
export function learnAttempt(state: MoneyState, found: FoundAttempt, nowMs: number): void {
  if (state.ended.has(found.attemptId) || state.holds.has(found.attemptId)) return
  const learn = (row: CounterRow): Counter => learnCounter(state, row)
  remember(state, { ...found, heardAtMs: nowMs, hard: found.hard.map(learn), soft: found.soft.map(learn) })
}

/** The counter of a row: the one in memory where there is one, as it may be further. */
export function learnCounter(state: MoneyState, row: CounterRow): Counter {
  const key = counterKey(row.name, row.of, row.period, row.label)
  const known = state.counters.get(key)
  if (known !== undefined) return known
  const made: Counter = { ...row, heldNanos: 0, written: true }
  state.counters.set(key, made)
  return made
}
