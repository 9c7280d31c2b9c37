import { counterKey, limitKey, usedOf } from './meters.ts'
import { endBy } from './settle.ts'
import type { Row } from './rows.ts'
import type { Ending } from './end-hold.ts'
import { standing } from './state.ts'
import type { Counter, Hold, LimitMeter, MoneyState } from './state.ts'

/** Ended windows and attempts stay in memory for so long: for a clock that is put back, and for what is delivered twice. */
const keptMs = 2 * 3_600_000

/** Ends the holds that nobody will settle any more: all that they held stays charged as uncertain. */
export function sweep(state: MoneyState, isOver: (hold: Hold) => boolean, nowMs: number): readonly Row[] {
  const rows: Row[] = []
  for (const hold of state.holds.values())
    if (isOver(hold)) rows.push(...endBy(state, hold, lost(hold, nowMs), nowMs).rows)
  return rows
}

const lost = ({ heldAtMs }: Hold, nowMs: number): Ending => ({
  state: 'swept',
  outcome: 'uncertain',
  certainNanos: 0,
  uncertainNanos: 'rest',
  latencyMs: Math.max(0, nowMs - heldAtMs),
})

/** Lets go of ended attempts that nothing was heard of for long, and of meters that count nothing any more: limits that are empty, windows that ended and that no hold refers to. */
export function forget(state: MoneyState, nowMs: number): void {
  for (const ended of state.ended.values())
    if (ended.heardAtMs + keptMs <= nowMs) state.ended.delete(ended.attemptId)
  const inUse = metersInUse(state)
  for (const counter of state.counters.values())
    if (counter.endsMs + keptMs <= nowMs && !inUse.has(counter) && !state.unwritten.has(counter)) {
      state.counters.delete(counterKey(counter.name, counter.of, counter.period, counter.label))
      state.forgottenUntilMs = Math.max(state.forgottenUntilMs, counter.endsMs)
    }
  for (const limit of state.limits.values())
    if (usedOf(limit, nowMs) === 0 && !inUse.has(limit) && !state.unwritten.has(limit))
      state.limits.delete(limitKey(limit.name, limit.of, limit.counts, limit.windowMs))
}

/** Those of standing holds, and of attempts of which something may yet be found out. */
function metersInUse(state: MoneyState): ReadonlySet<Counter | LimitMeter> {
  const inUse = new Set<Counter | LimitMeter>()
  for (const { hard, soft, limits } of state.holds.values())
    for (const meter of [...hard, ...soft, ...limits]) inUse.add(standing<Counter | LimitMeter>(meter))
  for (const { hard, soft } of state.ended.values())
    for (const counter of [...hard, ...soft]) inUse.add(standing(counter))
  return inUse
}
