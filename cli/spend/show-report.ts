import type { SpendDimension } from '../../runtime/money/spend/spend-dimensions.ts'
import type { SpendRow } from '../../runtime/money/spend/spend-report.ts'
import { columns } from '../columns.ts'
import { bar } from './bars.ts'
import { exactDollars, shownDollars } from './show-dollars.ts'

/** A report for people: a bar for each row, as long as its share of the dearest. */
export function showReport(by: readonly SpendDimension[], rows: readonly SpendRow[]): string {
  const most = rows.reduce((dearest, row) => (totalOf(row) > dearest ? totalOf(row) : dearest), 0n)
  const heads = [
    ...by.map((each) => each.toUpperCase()),
    'SPENT',
    'UNCERTAIN',
    'ATTEMPTS',
    'INPUT',
    'CACHED',
    'OUTPUT',
    '',
  ]
  const total = rows.reduce((sum, row) => sum + row.certain, 0n)
  const doubt = rows.reduce((sum, row) => sum + row.uncertain, 0n)
  const uncertain =
    doubt === 0n ? '' : `, and up to ${shownDollars(doubt)} that nobody knows yet: \`gwc spend uncertain\``
  return `${columns([heads, ...rows.map((row) => cellsOf(row, most))])}\n\n${shownDollars(total)} in all${uncertain}`
}

const totalOf = ({ certain, uncertain }: SpendRow): bigint => certain + uncertain

function cellsOf(row: SpendRow, most: bigint): readonly string[] {
  const { group, attempts, certain, uncertain, input, cached, output } = row
  const share = most === 0n ? 0 : Number(totalOf(row)) / Number(most)
  return [
    ...group.map((value) => (value === '' ? '-' : value)),
    shownDollars(certain),
    uncertain === 0n ? '' : shownDollars(uncertain),
    ...[attempts, input, cached, output].map((count) => count.toLocaleString('en-US')),
    bar(share, 24),
  ]
}

/** A report for programs: dollars in decimal, exact. */
export function reportJson(by: readonly SpendDimension[], rows: readonly SpendRow[]): readonly object[] {
  return rows.map(({ group, attempts, certain, uncertain, input, cached, output }) => ({
    ...Object.fromEntries(by.map((dimension, index) => [dimension, group[index] ?? ''])),
    attempts,
    spent: exactDollars(certain),
    uncertain: exactDollars(uncertain),
    inputTokens: Number(input),
    cachedTokens: Number(cached),
    outputTokens: Number(output),
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
