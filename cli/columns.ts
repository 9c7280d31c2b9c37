/** Rows of cells as aligned text, two spaces between columns. Cells may hold ANSI colours. */
export function columns(rows: readonly (readonly string[])[]): string {
  const widths: number[] = []
  for (const row of rows)
    row.forEach((cell, index) => (widths[index] = Math.max(widths[index] ?? 0, width(cell))))
  return rows
    .map((row) =>
      row
        .map((cell, index) => pad(cell, widths[index] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

const ansi = new RegExp(`${String.fromCodePoint(27)}\\[[0-9;]*m`, 'g')
const width = (cell: string): number => cell.replaceAll(ansi, '').length
const pad = (cell: string, to: number): string => cell + ' '.repeat(Math.max(0, to - width(cell)))
