import { columns } from '../columns.ts'
import { bar } from './bars.ts'
import { totalOf } from './dimensions.ts'
import type { DimensionName, SpendRow } from './dimensions.ts'
import { exactDollars, shownDollars } from './show-dollars.ts'

/** A report for people: a bar for each row, as long as its share of the dearest. */
export function showReport(by: readonly DimensionName[], rows: readonly SpendRow[]): string {
  const most = rows.reduce((dearest, row) => (totalOf(row) > dearest ? totalOf(row) : dearest), 0n)
  const heads = [...by.map((each) => each.toUpperCase()), ...amounts]
  const total = rows.reduce((sum, row) => sum + row.certainNanos, 0n)
  const doubt = rows.reduce((sum, row) => sum + row.uncertainNanos, 0n)
  const uncertain =
    doubt === 0n ? '' : `, and up to ${shownDollars(doubt)} that nobody knows yet: \`gwc spend uncertain\``
  return `${columns([heads, ...rows.map((row) => cellsOf(row, most))])}\n\n${shownDollars(total)} in all${uncertain}`
}

const amounts = ['SPENT', 'UNCERTAIN', 'ATTEMPTS', 'INPUT', 'CACHED', 'OUTPUT', '']

function cellsOf(row: SpendRow, most: bigint): readonly string[] {
  const { group, attempts, certainNanos, uncertainNanos, tokens } = row
  const share = most === 0n ? 0 : Number(totalOf(row)) / Number(most)
  return [
    ...group.map((value) => (value === '' ? '-' : value)),
    shownDollars(certainNanos),
    uncertainNanos === 0n ? '' : shownDollars(uncertainNanos),
    ...[attempts, inputOf(tokens), tokens.cacheRead, outputOf(tokens)].map((count) =>
      count.toLocaleString('en-US'),
    ),
    bar(share, 24),
  ]
}

/** All of the input, cached or not. */
const inputOf = ({ input, cacheRead, cacheWrite5m, cacheWrite1h }: SpendRow['tokens']): bigint =>
  input + cacheRead + cacheWrite5m + cacheWrite1h

const outputOf = ({ output, reasoning }: SpendRow['tokens']): bigint => output + reasoning

/** A report for programs: dollars in decimal, exact. */
export function reportJson(by: readonly DimensionName[], rows: readonly SpendRow[]): readonly object[] {
  return rows.map(({ group, attempts, certainNanos, uncertainNanos, tokens }) => ({
    ...Object.fromEntries(by.map((dimension, index) => [dimension, group[index] ?? ''])),
    attempts: Number(attempts),
    spent: exactDollars(certainNanos),
    uncertain: exactDollars(uncertainNanos),
    inputTokens: Number(inputOf(tokens)),
    cachedTokens: Number(tokens.cacheRead),
    outputTokens: Number(outputOf(tokens)),
  }))
}

/** Objects of the same fields as CSV (RFC 4180). */
export function csvOf(rows: readonly object[]): string {
  const [first] = rows
  if (first === undefined) return ''
  const lines = [Object.keys(first), ...rows.map((row) => Object.values(row).map(String))]
  return lines.map((cells) => cells.map(csvCell).join(',')).join('\r\n')
}

/** A cell that begins like a formula would be one to a spreadsheet. */
function csvCell(text: string): string {
  const safe = /^[=+@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
