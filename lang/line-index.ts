/** A place for people and editors: both count from 1, columns in UTF-16 units. */
export interface Position {
  readonly line: number
  readonly column: number
}

export interface LineIndex {
  readonly positionAt: (offset: number) => Position
  /** The text of a line, counted from 1, without its end; empty past the last. */
  readonly lineAt: (line: number) => string
}

/** Finds lines by offset. Lines end with `\n`, `\r\n` or `\r`. */
export function indexLines(text: string): LineIndex {
  const starts = [0, ...Array.from(text.matchAll(/\r\n|\n|\r/g), (end) => end.index + end[0].length)]
  const startOf = (line: number): number => starts[line - 1] ?? text.length
  return {
    positionAt(offset) {
      const at = Math.max(0, Math.min(offset, text.length))
      const line = lastNotAfter(starts, at) + 1
      return { line, column: at - startOf(line) + 1 }
    },
    lineAt: (line) => text.slice(startOf(line), startOf(line + 1)).replace(/[\r\n]+$/, ''),
  }
}

/** Index of the last of the ascending numbers that is not above `value`. */
function lastNotAfter(ascending: readonly number[], value: number): number {
  let low = 0
  let high = ascending.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((ascending[middle] ?? Number.POSITIVE_INFINITY) <= value) low = middle
    else high = middle - 1
  }
  return low
}
