/**
 * Whether a whole string matches a glob: `*` is any run of characters, `?` is any one character, all else is itself,
 * case-sensitive. Never exponential: a mismatch goes back to the last `*` only, so the cost is at most the product of
 * the two lengths.
 */
export function matchGlob(glob: string, value: string): boolean {
  const pattern = Array.from(glob)
  const text = Array.from(value)
  let [p, t] = [0, 0]
  let [star, mark] = [-1, 0]
  while (t < text.length) {
    if (pattern[p] === '*') {
      star = p++
      mark = t
    } else if (p < pattern.length && (pattern[p] === '?' || pattern[p] === text[t])) {
      p++
      t++
    } else if (star >= 0) {
      p = star + 1
      t = ++mark
    } else return false
  }
  while (pattern[p] === '*') p++
  return p === pattern.length
}
