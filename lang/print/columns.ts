import { type Doc, align, concat, flatWidth, hardLine, join } from '../doc.ts'
import { indentWidth, lineWidth } from './printing.ts'

/** Cells of a row: `rule x`, `when …`, `use …`. The last is not padded; an empty one keeps its column. */
export type Cells = readonly Doc[]

/** Wider cells do not widen their column: one long condition must not push all the others to the right. */
const columnWidthMax = 56

/**
 * Sets rows under each other in columns. A row that is too wide so is set without padding, and one that is too wide
 * even then breaks after its first column.
 */
export function alignRows(rows: readonly Cells[], indent = indentWidth, gap = '  '): readonly Doc[] {
  const width = lineWidth - indent
  const heads = columnWidths(rows).slice(0, 1)
  // A row that will break has no say in where the columns of the others begin.
  const whole = rows.filter((cells) => fits(onOneLine(cells, heads, gap), width))
  const widths = [...heads, ...columnWidths(whole).slice(1)]
  return rows.map((cells) => alignRow(cells, widths, width, gap))
}

function columnWidths(rows: readonly Cells[]): readonly number[] {
  const widths: number[] = []
  for (const cells of rows) {
    for (const [column, cell] of cells.slice(0, -1).entries()) {
      const width = flatWidth(cell) ?? 0
      if (width <= columnWidthMax) widths[column] = Math.max(widths[column] ?? 0, width)
      else widths[column] ??= 0
    }
  }
  return widths
}

function alignRow(cells: Cells, widths: readonly number[], width: number, gap: string): Doc {
  const padded = onOneLine(cells, widths, gap)
  if (fits(padded, width)) return padded
  const natural = onOneLine(cells, widths.slice(0, 1), gap)
  return fits(natural, width) ? natural : onManyLines(cells, widths, gap)
}

const fits = (doc: Doc, width: number): boolean => (flatWidth(doc) ?? Number.POSITIVE_INFINITY) <= width

function onOneLine(cells: Cells, widths: readonly number[], gap: string): Doc {
  const parts = cells.flatMap((cell, column) => {
    const isLast = column === cells.length - 1
    if (isLast) return [cell]
    const missing = Math.max(0, (widths[column] ?? 0) - (flatWidth(cell) ?? 0))
    // Without columns an empty cell takes no room, not even its gap.
    return cell === '' && missing === 0 ? [] : [cell, ' '.repeat(missing), gap]
  })
  return concat(...parts)
}

function onManyLines(cells: Cells, widths: readonly number[], gap: string): Doc {
  const [head = '', ...rest] = cells
  const present = rest.filter((cell) => cell !== '')
  const missing = Math.max(0, (widths[0] ?? 0) - (flatWidth(head) ?? 0))
  if (present.length === 0) return head
  // One cell breaks within itself, from the indentation of its row.
  if (present.length === 1) return concat(head, ' '.repeat(missing), gap, ...present)
  return concat(head, ' '.repeat(missing), gap, align(join(hardLine, present)))
}
