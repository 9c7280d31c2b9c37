/** The word of `known` that `word` most likely stands for: at most a third of its letters away; `undefined` when none is near. */
export function didYouMean(word: string, known: readonly string[]): string | undefined {
  const near = known
    .map((each) => ({ each, distance: editDistance(word.toLowerCase(), each.toLowerCase()) }))
    .filter(({ distance }) => distance <= Math.max(1, Math.floor(word.length / 3)))
  return near.toSorted((a, b) => a.distance - b.distance)[0]?.each
}

/** Levenshtein's distance where two neighbours that changed places count once (Damerau; optimal string alignment). */
function editDistance(a: string, b: string): number {
  let before: readonly number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = cell(last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swapped =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? cell(before, j - 2) + 1 : Infinity
      row.push(Math.min(cell(last, j) + 1, cell(row, j - 1) + 1, replaced, swapped))
    }
    before = last
    last = row
  }
  return cell(last, b.length)
}

function cell(row: readonly number[], at: number): number {
  return row[at] ?? Infinity
}
