import { SLICE, type Arena } from './arena.ts'
import { createBest, type Candidate } from './best.ts'
import { fold } from './fold.ts'
import type { Partition } from './partition.ts'
import { inverseLength, type Slots } from './slots.ts'

/** Partitions up to this size are searched whole. */
export const WHOLE_MAX = 8_192

/** In larger ones, the vectors that are looked at whole: those whose folded form is nearest. */
const SHORTLIST = 256

/**
 * The `count` vectors of a partition nearest to a query. What bounds a search is how much memory it reads: in a large partition a first pass reads folded vectors
 * alone. Products are whole numbers, so that both engines find the same.
 */
export function searchPartition(
  slots: Slots,
  { slots: list, size }: Partition,
  query: Int8Array,
  count: number,
): readonly Candidate[] {
  if (size <= WHOLE_MAX) return nearest(slots.whole, slots.inverses, list, size, query, count)
  const { folded, foldedInverses } = slots
  const near = nearest(folded, foldedInverses, list, size, fold(query), Math.max(count, SHORTLIST))
  const shortlist = Int32Array.from(near, ({ slot }) => slot)
  return nearest(slots.whole, slots.inverses, shortlist, shortlist.length, query, count)
}

/** By cosine: dot product ÷ length, and at the end ÷ the query's own, which changes no order. */
function nearest(
  arena: Arena,
  inverses: Float64Array,
  list: Int32Array,
  size: number,
  query: Int8Array,
  count: number,
): readonly Candidate[] {
  const best = createBest(count)
  arena.ask(query)
  for (let from = 0; from < size; from += SLICE) {
    const length = Math.min(SLICE, size - from)
    const products = arena.score(list, from, length)
    for (let i = 0; i < length; i++) {
      const slot = list[from + i]!
      const score = products[i]! * inverses[slot]!
      if (score >= best.least) best.offer(slot, score)
    }
  }
  const inverse = inverseLength(query)
  return best.list().map(({ slot, score }) => ({ slot, score: bounded(score * inverse) }))
}

/** Rounding may carry a cosine past 1. */
function bounded(cosine: number): number {
  return Math.max(-1, Math.min(1, cosine))
}
