import type { CounterDifference, CounterSum } from '../store.ts'
import type { Counter, MoneyState } from './state.ts'

/** What rows say of counters, by id. */
export type CounterSums = ReadonlyMap<number, CounterSum>

/** What the counters in memory say, as they are at this moment. */
export interface CountersNow {
  readonly counters: readonly (CounterSum & Pick<Counter, 'id' | 'name' | 'of' | 'label'>)[]
  /** No row of theirs was held before. */
  readonly sinceMs: number
}

/** The begin of one window may differ so much between zones. */
const zonesMs = 2 * 24 * 3_600_000

/** A copy of all counters that rows tell of. */
export function countersNow(state: MoneyState): CountersNow {
  const written = [...state.counters.values()].filter((counter) => counter.written)
  return {
    counters: written.map((counter) => ({ ...counter })),
    sinceMs: Math.min(Infinity, ...written.map(({ startsMs }) => startsMs)) - zonesMs,
  }
}

const nothing: CounterSum = { certainNanos: 0, uncertainNanos: 0, heldNanos: 0 }

/** The counters that are not what rows say. */
export function differences({ counters }: CountersNow, sums: CounterSums): readonly CounterDifference[] {
  return counters.flatMap(({ id, name, of, label, certainNanos, uncertainNanos, heldNanos }) => {
    const counted = { certainNanos, uncertainNanos, heldNanos }
    const byRows = sums.get(id) ?? nothing
    return isSame(counted, byRows) ? [] : [{ name, of, window: label, counted, byRows }]
  })
}

const isSame = (a: CounterSum, b: CounterSum): boolean =>
  a.certainNanos === b.certainNanos && a.uncertainNanos === b.uncertainNanos && a.heldNanos === b.heldNanos
