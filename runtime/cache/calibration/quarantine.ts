import { hash } from 'node:crypto'

/** Pairs of questions that one answer was wrong for: never a hit again. What was looked at or put in longest ago is forgotten when there are too many. */
export interface Quarantine {
  readonly add: (pair: string) => void
  readonly has: (pair: string) => boolean
  /** Oldest first. */
  readonly list: () => readonly string[]
  readonly size: number
}

/** Some 100 bytes each. */
const pairsDefault = 10_000

/** An empty quarantine. Relies on a Set keeping the order of insertion. */
export function createQuarantine(pairsMax = pairsDefault): Quarantine {
  const pairs = new Set<string>()

  return {
    add,
    has: (pair) => {
      if (!pairs.has(pair)) return false
      add(pair)
      return true
    },
    list: () => [...pairs],
    get size() {
      return pairs.size
    },
  }

  function add(pair: string): void {
    pairs.delete(pair)
    pairs.add(pair)
    if (pairs.size > pairsMax) pairs.delete(pairs.values().next().value ?? '')
  }
}

/** Names a pair within its partition, whichever was asked first: a digest, so that no word of a question is kept or sent. */
export function pairOf(partition: string, one: string, other: string): string {
  const [first, second] = one < other ? [one, other] : [other, one]
  return hash('sha256', JSON.stringify([partition, first, second]), 'base64url').slice(0, 22)
}
