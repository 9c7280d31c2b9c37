/** Lines kept before and after a change. */
const context = 2

type Line = { readonly sign: ' ' | '-' | '+'; readonly text: string }

/** The difference of two texts in the unified form, with a few lines around each change. */
export function lineDiff(name: string, before: string, after: string): string {
  const lines = align(before.split('\n'), after.split('\n'))
  const near = (index: number): boolean =>
    lines.slice(Math.max(0, index - context), index + context + 1).some(({ sign }) => sign !== ' ')
  const shown = lines.flatMap((line, index) =>
    near(index) ? [`${line.sign}${line.text}`] : index > 0 && near(index - 1) ? ['@@'] : [],
  )
  return [`--- ${name}`, `+++ ${name}`, ...shown].join('\n')
}

/** The longest common subsequence by the textbook table; policies are short enough for it. */
function align(a: readonly string[], z: readonly string[]): Line[] {
  const length = Array.from({ length: a.length + 1 }, () => new Uint32Array(z.length + 1))
  const at = (i: number, j: number): number => length[i]?.[j] ?? 0
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = z.length - 1; j >= 0; j--) {
      const row = length[i]
      if (row !== undefined)
        row[j] = a[i] === z[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const lines: Line[] = []
  for (let i = 0, j = 0; i < a.length || j < z.length;) {
    if (i < a.length && j < z.length && a[i] === z[j]) {
      lines.push({ sign: ' ', text: a[i] ?? '' })
      i++
      j++
    } else if (i < a.length && (j >= z.length || at(i + 1, j) >= at(i, j + 1)))
      lines.push({ sign: '-', text: a[i++] ?? '' })
    else lines.push({ sign: '+', text: z[j++] ?? '' })
  }
  return lines
}
