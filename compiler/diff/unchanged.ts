import type { Line } from './line.ts'

/** Lines that both lists have, in the same order: the place that each has in the other list. */
export interface Unchanged {
  /** Per line of the first list its place in the second; -1 for one that changed. */
  readonly placeInAfter: Int32Array
  readonly placeInBefore: Int32Array
}

/**
 * The longest run of common lines, as a longest increasing subsequence (Hunt and Szymanski, 1977). Equal lines take the
 * same requests and do the same, whatever their rules are called.
 *
 * A request that an unchanged line decides on both sides is decided by the same one: were they two, each would stand
 * before the other. So whatever differs is decided by a changed line, before or after.
 */
export function findUnchanged(before: readonly Line[], after: readonly Line[]): Unchanged {
  const placeInAfter = new Int32Array(before.length).fill(-1)
  const placeInBefore = new Int32Array(after.length).fill(-1)
  for (const [mine, theirs] of longestIncreasing(pairsOf(before, after))) {
    placeInAfter[mine] = theirs
    placeInBefore[theirs] = mine
  }
  return { placeInAfter, placeInBefore }
}

type Pair = readonly [before: number, after: number]

/** Equal lines of the two lists; of several equal ones the first with the first. */
function pairsOf(before: readonly Line[], after: readonly Line[]): readonly Pair[] {
  const places = new Map<string, number[]>()
  after.forEach((line, place) => {
    const key = keyOf(line)
    const known = places.get(key)
    if (known === undefined) places.set(key, [place])
    else known.push(place)
  })
  return before.flatMap((line, place): Pair[] => {
    const found = places.get(keyOf(line))?.shift()
    return found === undefined ? [] : [[place, found]]
  })
}

function keyOf({ cube, effect }: Line): string {
  return `${cube.map(({ axis, set }) => `${axis}:${set.join()}`).join(';')} ${effect.key}`
}

/** Of pairs in ascending order of their first half, the most whose second halves ascend too. */
function longestIncreasing(pairs: readonly Pair[]): readonly Pair[] {
  const tails: number[] = []
  const previous = new Int32Array(pairs.length).fill(-1)
  pairs.forEach(([, after], index) => {
    const at = lowerBound(tails, (tail) => (pairs[tail]?.[1] ?? 0) < after)
    previous[index] = at === 0 ? -1 : (tails[at - 1] ?? -1)
    tails[at] = index
  })
  const found: Pair[] = []
  for (let at = tails.at(-1) ?? -1; at !== -1; at = previous[at] ?? -1) found.push(pairs[at] as Pair)
  return found
}

function lowerBound(tails: readonly number[], isBelow: (tail: number) => boolean): number {
  let low = 0
  let high = tails.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isBelow(tails[middle] ?? 0)) low = middle + 1
    else high = middle
  }
  return low
}
