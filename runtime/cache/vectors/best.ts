/** One candidate: a slot and the cosine of its vector with the query. */
export interface Candidate {
  readonly slot: number
  /** From −1 to 1. */
  readonly score: number
}

/** The best few of all that is offered: higher scores first, among equals the lower slot. */
export interface Best {
  /** What a candidate must reach to be worth offering. */
  least: number
  readonly offer: (slot: number, score: number) => void
  /** Best first. */
  readonly list: () => readonly Candidate[]
}

/** Keeps at most `count` of what is offered, in a binary heap with the worst on top (Williams, 1964): a hundred thousand offers take some hundred microseconds. */
export function createBest(count: number): Best {
  const heap: Candidate[] = []
  const best: Best = { least: -Infinity, offer, list: () => heap.toSorted(byRank) }
  return best

  function offer(slot: number, score: number): void {
    const candidate = { slot, score }
    if (heap.length < count) rise(heap, candidate)
    else if (byRank(candidate, heap[0]!) < 0) sink(heap, candidate)
    if (heap.length === count) best.least = heap[0]!.score
  }
}

/** Negative when the first is better. */
function byRank(a: Candidate, b: Candidate): number {
  return b.score - a.score || a.slot - b.slot
}

/** Adds a candidate at the bottom, and moves it above all that are better. */
function rise(heap: Candidate[], candidate: Candidate): void {
  let at = heap.length
  while (at > 0) {
    const parent = (at - 1) >> 1
    if (byRank(heap[parent]!, candidate) > 0) break
    heap[at] = heap[parent]!
    at = parent
  }
  heap[at] = candidate
}

/** Puts a candidate in the place of the worst, and moves it below all that are worse. */
function sink(heap: Candidate[], candidate: Candidate): void {
  let at = 0
  for (;;) {
    const left = 2 * at + 1
    if (left >= heap.length) break
    const right = left + 1
    const worse = right < heap.length && byRank(heap[right]!, heap[left]!) > 0 ? right : left
    if (byRank(heap[worse]!, candidate) < 0) break
    heap[at] = heap[worse]!
    at = worse
  }
  heap[at] = candidate
}
