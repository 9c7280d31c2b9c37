import { learnCounter } from './learn.ts'
import { limitKey, newLimit } from './meters.ts'
import type { FrozenPair } from '../store.ts'
import type { CounterRow, HeldRow, LimitRow } from './rows.ts'
import { emptyState, frozenKey } from './state.ts'
import type { Counter, LimitMeter, MoneyState } from './state.ts'

/** What is read of rows when a store is opened. */
export interface WrittenRows {
  /** Those of open windows, and those that holds refer to. Where one was merged into another, that other under the id of the first. */
  readonly counters: readonly { readonly id: number; readonly row: CounterRow }[]
  /** The same of limits. */
  readonly limits: readonly { readonly id: number; readonly row: LimitRow }[]
  /** What limits counted within their windows, oldest first: id, instant, amount. */
  readonly limitUses: readonly (readonly [number, number, number])[]
  readonly holds: readonly HeldRow[]
  readonly frozen: readonly FrozenPair[]
  readonly aliases: readonly (readonly [string, string])[]
  /** Higher than each id that was given to a meter. */
  readonly nextId: number
  /** All counters of windows that end after this are among them. */
  readonly sinceMs: number
}

/** The core's state as rows have it. */
export function restore(written: WrittenRows): MoneyState {
  const state = emptyState()
  state.nextId = written.nextId
  state.forgottenUntilMs = written.sinceMs
  for (const [name, meter] of written.aliases) state.aliases.set(name, meter)
  for (const each of written.frozen) state.frozen.set(frozenKey(each), each)
  const counters = new Map(written.counters.map(({ id, row }) => [id, learnCounter(state, row)]))
  const limits = new Map(written.limits.map(({ id, row }) => [id, learnLimit(state, row)]))
  for (const [id, atMs, amount] of written.limitUses) limits.get(id)?.window.add(atMs, amount)
  for (const row of written.holds) restoreHold(state, row, counters, limits)
  return state
}

function learnLimit(state: MoneyState, row: LimitRow): LimitMeter {
  const key = limitKey(row.name, row.of, row.counts, row.windowMs)
  const limit = state.limits.get(key) ?? newLimit(row.id, row)
  limit.written = true
  state.limits.set(key, limit)
  return limit
}

function restoreHold(
  state: MoneyState,
  row: HeldRow,
  counters: ReadonlyMap<number, Counter>,
  limits: ReadonlyMap<number, LimitMeter>,
): void {
  const hold = {
    ...row,
    hard: row.hard.flatMap((id) => counters.get(id) ?? []),
    soft: row.soft.flatMap((id) => counters.get(id) ?? []),
    limits: row.limits.flatMap((id) => limits.get(id) ?? []),
  }
  for (const counter of hold.hard) counter.heldNanos += row.boundNanos
  for (const counter of hold.soft) counter.heldNanos += row.estimateNanos
  for (const limit of hold.limits) if (limit.counts === 'concurrent') limit.places += 1
  state.holds.set(row.attemptId, hold)
}
