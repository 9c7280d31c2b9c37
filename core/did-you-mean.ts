/**
 * The candidate nearest to a name that nothing bears, or `undefined` when none is near: at most one edit in three
 * letters, letter case counting for nothing. Of two equally near, the first listed.
 */
export function suggest(name: string, candidates: Iterable<string>): string | undefined {
  const wanted = name.toLowerCase()
  let best: string | undefined
  let bestDistance = cutoff(wanted.length) + 1
  for (const candidate of candidates) {
    if (candidate === name || Math.abs(candidate.length - name.length) >= bestDistance) continue
    const distance = editDistance(wanted, candidate.toLowerCase(), bestDistance)
    if (distance >= Math.min(bestDistance, Math.max(wanted.length, candidate.length))) continue
    best = candidate
    bestDistance = distance
  }
  return best
}

const cutoff = (length: number): number => Math.min(4, Math.max(1, Math.floor(length / 3)))

/**
 * Optimal string alignment distance (Damerau–Levenshtein in which no part is edited twice): insertions, deletions,
 * replacements and swaps of neighbours. Stops early with `limit` once it cannot be below. Damerau 1964.
 */
export function editDistance(a: string, b: string, limit = Number.POSITIVE_INFINITY): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const current = [i]
    for (let j = 1; j <= b.length; j++) current.push(cell(a, b, i, j, current, last, beforeLast))
    if (Math.min(...current) >= limit) return limit
    beforeLast = last
    last = current
  }
  return last[b.length] ?? 0
}

function cell(
  a: string,
  b: string,
  i: number,
  j: number,
  current: readonly number[],
  last: readonly number[],
  beforeLast: readonly number[],
): number {
  const cost = a[i - 1] === b[j - 1] ? 0 : 1
  const plain = Math.min((last[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost)
  const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
  return swapped ? Math.min(plain, (beforeLast[j - 2] ?? 0) + 1) : plain
}
