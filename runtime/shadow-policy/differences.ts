import type { DifferenceKind } from './compare-decisions.ts'

/** Pairs of rules that are told apart; what differs beyond them is counted together. */
const pairsMax = 200
/** Requests kept for each pair, to look up. */
const examplesMax = 5

/** Requests that a rule of the current policy decides and another of the candidate. */
export interface DifferingPair {
  readonly current: string
  readonly candidate: string
  readonly kinds: readonly DifferenceKind[]
  readonly count: number
  /** Ids of the first of them. */
  readonly examples: readonly string[]
}

/** What was counted, the most frequent pairs first. */
export interface DifferenceCounts {
  readonly same: number
  readonly different: number
  readonly kinds: Readonly<Partial<Record<DifferenceKind, number>>>
  readonly pairs: readonly DifferingPair[]
  /** Requests whose pair is not told apart any more. */
  readonly others: number
}

interface Pair {
  readonly current: string
  readonly candidate: string
  readonly kinds: readonly DifferenceKind[]
  readonly examples: string[]
  count: number
}

/** Counts differences in bounded space. */
export class Differences {
  #same = 0
  #different = 0
  #others = 0
  readonly #kinds = new Map<DifferenceKind, number>()
  readonly #pairs = new Map<string, Pair>()

  /** Counts one request; `kinds` is empty where nothing differs. */
  add(requestId: string, current: string, candidate: string, kinds: readonly DifferenceKind[]): void {
    if (kinds.length === 0) {
      this.#same += 1
      return
    }
    this.#different += 1
    for (const kind of kinds) this.#kinds.set(kind, (this.#kinds.get(kind) ?? 0) + 1)
    const pair = this.#pairOf(current, candidate, kinds)
    if (pair === undefined) {
      this.#others += 1
      return
    }
    pair.count += 1
    if (pair.examples.length < examplesMax) pair.examples.push(requestId)
  }

  get counts(): DifferenceCounts {
    return {
      same: this.#same,
      different: this.#different,
      kinds: Object.fromEntries(this.#kinds),
      pairs: [...this.#pairs.values()]
        .toSorted((a, b) => b.count - a.count)
        .map((pair) => ({ ...pair, examples: [...pair.examples] })),
      others: this.#others,
    }
  }

  #pairOf(current: string, candidate: string, kinds: readonly DifferenceKind[]): Pair | undefined {
    const key = JSON.stringify([current, candidate, kinds])
    const known = this.#pairs.get(key)
    if (known !== undefined || this.#pairs.size >= pairsMax) return known
    const pair = { current, candidate, kinds, examples: [], count: 0 }
    this.#pairs.set(key, pair)
    return pair
  }
}
