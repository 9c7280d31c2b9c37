/** One candidate: a slot and the cosine of its vector with the query. */
export interface Candidate {
  readonly slot: number
  /** From −1 to 1. */
  readonly score: number
}

/** The best few of the candidates offered one after the other: higher scores first, among equals the lower slot. */
export interface Best {
  /** What a candidate must reach to be worth offering. */
  readonly least: number
  readonly offer: (slot: number, score: number) => void
  readonly list: () => readonly Candidate[]
}

/** Keeps at most `count` of what is offered. */
export function createBest(count: number): Best {
  const kept: Candidate[] = []
  const best = { least: -Infinity, offer, list: () => kept }
  return best

  function offer(slot: number, score: number): void {
    const last = kept.length === count ? kept.pop() : undefined
    if (last !== undefined && !isBetter(slot, score, last)) kept.push(last)
    else insert({ slot, score })
    if (kept.length === count) best.least = kept.at(-1)?.score ?? -Infinity
  }

  function insert(candidate: Candidate): void {
    let at = kept.length
    while (at > 0 && isBetter(candidate.slot, candidate.score, kept[at - 1])) at -= 1
    kept.splice(at, 0, candidate)
  }
}

function isBetter(slot: number, score: number, than: Candidate | undefined): boolean {
  return than === undefined || score > than.score || (score === than.score && slot < than.slot)
}
