import { SLICE } from './arena.ts'
import { createBest, type Best, type Candidate } from './best.ts'
import type { Partition } from './partition.ts'
import { inverseLength, type Slots } from './slots.ts'

/** The `count` vectors of a partition nearest to a query. Dot products are whole numbers, so that both engines find the same. */
export function searchPartition(
  slots: Slots,
  { slots: list, size }: Partition,
  query: Int8Array,
  count: number,
): readonly Candidate[] {
  const best = createBest(count)
  slots.arena.ask(query)
  for (let from = 0; from < size; from += SLICE) {
    const length = Math.min(SLICE, size - from)
    offerSlice(slots, list.subarray(from, from + length), slots.arena.score(list, from, length), best)
  }
  const inverse = inverseLength(query)
  return best.list().map(({ slot, score }) => ({ slot, score: bounded(score * inverse) }))
}

/** Ranks by dot product ÷ length; the query's own length changes no order. */
function offerSlice({ inverses }: Slots, list: Int32Array, products: Int32Array, best: Best): void {
  for (let i = 0; i < list.length; i++) {
    const slot = list[i] ?? 0
    const score = (products[i] ?? 0) * (inverses[slot] ?? 0)
    if (score >= best.least) best.offer(slot, score)
  }
}

/** Rounding may carry a cosine past 1. */
function bounded(cosine: number): number {
  return Math.max(-1, Math.min(1, cosine))
}
