import { inputClasses, outputClasses } from '../../core/price.ts'
import type { SumsByClass } from '../../runtime/money/ledger.ts'
import { columns } from '../columns.ts'
import { barWithSaved } from './bars.ts'
import { totalOf } from './dimensions.ts'
import type { DimensionName, SpendRow } from './dimensions.ts'
import { exactDollars, shownDollars } from './show-dollars.ts'

/** A report for people: a bar for each row, as long as its share of the dearest; paler what the cache saved. */
export function showReport(by: readonly DimensionName[], rows: readonly SpendRow[]): string {
  const most = rows.reduce((longest, row) => (lengthOf(row) > longest ? lengthOf(row) : longest), 0n)
  const total = sumOf(rows, ({ certainNanos }) => certainNanos)
  const doubt = sumOf(rows, ({ uncertainNanos }) => uncertainNanos)
  const saved = sumOf(rows, ({ savedNanos }) => savedNanos)
  const tokens = sumOf(rows, ({ savedTokens }) => savedTokens)
  const heads = [...by.map((each) => each.toUpperCase()), ...headsOf(tokens > 0n)]
  const cells = rows.map((row) => cellsOf(row, most, tokens > 0n))
  const uncertain =
    doubt === 0n ? '' : `, and up to ${shownDollars(doubt)} that nobody knows yet: \`gwc spend uncertain\``
  const spared =
    tokens === 0n
      ? ''
      : `\n${shownDollars(saved)} saved (░): ${tokens.toLocaleString('en-US')} tokens that the cache answered`
  return `${columns([heads, ...cells])}\n\n${shownDollars(total)} in all${uncertain}${spared}`
}

/** What was saved has a column where there is any. */
const headsOf = (isSaved: boolean): readonly string[] => [
  'SPENT',
  ...(isSaved ? ['SAVED'] : []),
  'UNCERTAIN',
  'ATTEMPTS',
  'INPUT',
  'CACHED',
  'OUTPUT',
  '',
]

const sumOf = (rows: readonly SpendRow[], of: (row: SpendRow) => bigint): bigint =>
  rows.reduce((sum, row) => sum + of(row), 0n)

const lengthOf = (row: SpendRow): bigint => totalOf(row) + row.savedNanos

function cellsOf(row: SpendRow, most: bigint, isSaved: boolean): readonly string[] {
  const { group, attempts, certainNanos, uncertainNanos, savedNanos, tokens } = row
  const share = (nanos: bigint): number => (most === 0n ? 0 : Number(nanos) / Number(most))
  return [
    ...group.map((value) => (value === '' ? '-' : value)),
    shownDollars(certainNanos),
    ...(isSaved ? [savedNanos === 0n ? '' : shownDollars(savedNanos)] : []),
    uncertainNanos === 0n ? '' : shownDollars(uncertainNanos),
    ...[attempts, inputOf(tokens), cachedOf(tokens), outputOf(tokens)].map((count) =>
      count.toLocaleString('en-US'),
    ),
    barWithSaved(share(totalOf(row)), share(savedNanos), 24),
  ]
}

/** All of the input, cached or not. */
const inputOf = (tokens: SumsByClass): bigint => inputClasses.reduce((sum, name) => sum + tokens[name], 0n)

const cachedOf = ({ cacheRead, cacheReadAudio }: SumsByClass): bigint => cacheRead + cacheReadAudio

const outputOf = (tokens: SumsByClass): bigint => outputClasses.reduce((sum, name) => sum + tokens[name], 0n)

/** A report for programs: dollars in decimal, exact. */
export function reportJson(by: readonly DimensionName[], rows: readonly SpendRow[]): readonly object[] {
  return rows.map(({ group, attempts, certainNanos, uncertainNanos, savedNanos, savedTokens, tokens }) => ({
    ...Object.fromEntries(by.map((dimension, index) => [dimension, group[index] ?? ''])),
    attempts: Number(attempts),
    spent: exactDollars(certainNanos),
    uncertain: exactDollars(uncertainNanos),
    inputTokens: Number(inputOf(tokens)),
    cachedTokens: Number(cachedOf(tokens)),
    outputTokens: Number(outputOf(tokens)),
    saved: exactDollars(savedNanos),
    savedTokens: Number(savedTokens),
  }))
}

/** The same with what each class cost: classes that cost nothing are left out. */
export function reportByClass(by: readonly DimensionName[], rows: readonly SpendRow[]): readonly object[] {
  return reportJson(by, rows).map((row, place) => ({
    ...row,
    costByClass: dollarsByClass(rows[place]!.cost),
  }))
}

function dollarsByClass(cost: SumsByClass): Readonly<Record<string, string>> {
  const there = Object.entries(cost).filter(([, nanos]) => nanos !== 0n)
  return Object.fromEntries(there.map(([name, nanos]) => [name, exactDollars(nanos)]))
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
