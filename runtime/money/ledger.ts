import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import type { ByClass, LedgerEntry } from '../../schemas/generated/ledger-entry.ts'
import { migrations } from '../store/migrations.ts'
import { openForReading } from '../store/open-database.ts'
import { frozenAttempts } from './frozen-attempts.ts'
import type { FrozenAttempt } from './frozen-attempts.ts'
import { classes, classReads, classSums } from './sqlite/columns.ts'

/** The read side of a store's ledger: a gateway may write the file meanwhile. */
export interface Ledger {
  /** One row per attempt, oldest first, with all that was found out of it since. Rows that were rolled up are gone. */
  readonly entries: (filter: LedgerFilter) => IterableIterator<LedgerEntry>
  /** Sums by columns, the dearest group first. Rows that were rolled up are in it, by whole days (UTC). */
  readonly spend: (by: readonly LedgerColumn[], filter: LedgerFilter) => readonly Spend[]
  /** Models and keys that hard budgets take no attempt of. */
  readonly frozen: () => readonly FrozenAttempt[]
  readonly close: () => void
}

/** What is asked for: all that fits each. */
export interface LedgerFilter {
  /** Milliseconds since 1970: held at or after. */
  readonly sinceMs?: number
  /** Held before. */
  readonly untilMs?: number
  /** Of a column, exactly this. */
  readonly where?: Partial<Record<LedgerColumn, string>>
  /** Only what is still uncertain. */
  readonly isUncertain?: boolean
}

/** What spend is grouped and filtered by. An attempt without a value has the empty text. */
export type LedgerColumn = (typeof ledgerColumns)[number]

export const ledgerColumns = [
  'day',
  'org',
  'team',
  'project',
  'developer',
  'key',
  'provider',
  'model',
  'account',
  'rule',
  'outcome',
  'cache',
] as const

/** One group. Sums are exact whatever their size. */
export interface Spend {
  readonly group: Readonly<Partial<Record<LedgerColumn, string>>>
  readonly attempts: bigint
  readonly certainNanos: bigint
  readonly uncertainNanos: bigint
  /** What answers of the cache would have cost. */
  readonly savedNanos: bigint
  readonly savedTokens: bigint
  readonly tokens: SumsByClass
  /** Nano-dollars; of what is certain, as far as the classes of it are known. */
  readonly cost: SumsByClass
}

/** Tokens, calls or nano-dollars by class. */
export type SumsByClass = Readonly<Required<Record<keyof ByClass, bigint>>>

/** Opens the ledger of a store's file. Throws a `StoreError` that says what to do. */
export function openLedger(path: string): Ledger {
  const database = openForReading(path, migrations)
  return {
    entries: (filter) => entriesOf(database, filter),
    spend: (by, filter) => spendOf(database, by, filter),
    frozen: () => frozenAttempts(database),
    close: () => database.close(),
  }
}

type Read = Record<string, SQLOutputValue>

const readFrom = (table: string): string =>
  classReads(table)
    .map(({ sql, column }) => `${sql} AS ${column}`)
    .join(', ')

const dimensions = ledgerColumns.filter((column) => column !== 'day')

const of = (table: string): string =>
  dimensions.map((column) => `coalesce(${table}.${column}, '') AS ${column}`).join(', ')

const dayOf = (column: string): string => `strftime('%Y-%m-%d', ${column} / 1000, 'unixepoch')`

/** Each amount once: rows, what was found out of them, and days that were rolled up. */
const amounts = `
  SELECT held_at AS at, ${dayOf('held_at')} AS day, ${of('l')}, 1 AS attempts, certain, uncertain, saved, saved_tokens, ${readFrom('l')}
  FROM ledger l
  UNION ALL SELECT l.held_at, ${dayOf('l.held_at')}, ${of('l')}, 0, c.certain, c.uncertain, 0, 0, ${readFrom('c')}
  FROM corrections c JOIN ledger l USING (attempt_id)
  UNION ALL SELECT unixepoch(day) * 1000, day, ${of('rollups')}, attempts, certain, uncertain, saved, saved_tokens,
    ${classSums.join(', ')} FROM rollups`

interface Condition {
  readonly sql: string
  readonly values: readonly (string | number)[]
}

/** What a filter asks of rows that have the columns `at`, `day` and the dimensions. */
function conditionOf({ sinceMs, untilMs, where = {} }: LedgerFilter): Condition {
  const parts: (readonly [string, string | number])[] = []
  if (sinceMs !== undefined) parts.push(['at >= ?', sinceMs])
  if (untilMs !== undefined) parts.push(['at < ?', untilMs])
  for (const column of ledgerColumns) {
    const value = where[column]
    if (value !== undefined) parts.push([`CAST(${column} AS TEXT) = ?`, value])
  }
  return {
    sql: ['TRUE', ...parts.map(([sql]) => sql)].join(' AND '),
    values: parts.map(([, value]) => value),
  }
}

function spendOf(
  database: DatabaseSync,
  by: readonly LedgerColumn[],
  filter: LedgerFilter,
): readonly Spend[] {
  const { sql, values } = conditionOf(filter)
  const columns = ledgerColumns.filter((column) => by.includes(column))
  const sums = ['attempts', 'certain', 'uncertain', 'saved', 'saved_tokens', ...classSums].map(
    (sum) => `sum(${sum}) AS ${sum}`,
  )
  const statement = database.prepare(
    `SELECT ${[...columns, ...sums].join(', ')} FROM (${amounts}) WHERE ${sql}
     ${columns.length > 0 ? `GROUP BY ${columns.join(', ')}` : ''}
     HAVING sum(attempts) > 0 ${filter.isUncertain === true ? 'AND sum(uncertain) > 0' : ''}
     ORDER BY sum(certain) + sum(uncertain) DESC${columns.map((column) => `, ${column}`).join('')}`,
  )
  statement.setReadBigInts(true)
  return statement.all(...values).map((read) => spendRow(read, by))
}

function spendRow(read: Read, by: readonly LedgerColumn[]): Spend {
  const sum = (column: string): bigint => read[column] as bigint
  const sumsOf = (what: 'tokens' | 'cost'): SumsByClass =>
    Object.fromEntries(classes.map((of) => [of.name, sum(of[what])])) as SumsByClass
  return {
    group: Object.fromEntries(by.map((column) => [column, String(read[column])])),
    attempts: sum('attempts'),
    certainNanos: sum('certain'),
    uncertainNanos: sum('uncertain'),
    savedNanos: sum('saved'),
    savedTokens: sum('saved_tokens'),
    tokens: sumsOf('tokens'),
    cost: sumsOf('cost'),
  }
}

/** What was found out of attempts later, in all. */
const found = `
  SELECT attempt_id, count(*) AS corrections, max(status) AS status, max(provider_request_id) AS provider_request_id,
    sum(certain) AS certain, sum(uncertain) AS uncertain, ${classReads('c')
      .map(({ sql, column }) => `sum(${sql}) AS ${column}`)
      .join(', ')}
  FROM corrections c GROUP BY attempt_id`

const corrected = (sql: string, column: string): string => `${sql} + coalesce(f.${column}, 0) AS ${column}`

/** What its owner told late, where the row itself could not say. */
const toldLate = (column: string): string => `coalesce(l.${column}, f.${column}) AS ${column}`

const entries = `
  SELECT held_at AS at, ${dayOf('held_at')} AS day, ${of('l')}, l.attempt_id AS attempt_id, request_id, ended_at, policy, price_date, latency_ms, saved, saved_tokens,
    bound, estimate, ${toldLate('status')}, ${toldLate('provider_request_id')},
    ${['certain', 'uncertain'].map((column) => corrected(`l.${column}`, column)).join(', ')},
    ${classReads('l')
      .map(({ sql, column }) => corrected(sql, column))
      .join(', ')},
    coalesce(f.corrections, 0) AS corrections
  FROM ledger l LEFT JOIN (${found}) f USING (attempt_id)`

function* entriesOf(database: DatabaseSync, filter: LedgerFilter): IterableIterator<LedgerEntry> {
  const { sql, values } = conditionOf(filter)
  const uncertain = filter.isUncertain === true ? 'AND uncertain > 0' : ''
  const statement = database.prepare(
    `SELECT * FROM (${entries}) WHERE ${sql} ${uncertain} ORDER BY at, attempt_id`,
  )
  for (const read of statement.iterate(...values)) yield entryOf(read)
}

function entryOf(read: Read): LedgerEntry {
  return {
    attemptId: text(read, 'attempt_id'),
    requestId: text(read, 'request_id'),
    at: instant(read, 'at'),
    endedAt: instant(read, 'ended_at'),
    policy: text(read, 'policy'),
    rule: text(read, 'rule'),
    provider: text(read, 'provider'),
    model: text(read, 'model'),
    account: number(read, 'account'),
    key: text(read, 'key'),
    outcome: text(read, 'outcome') as LedgerEntry['outcome'],
    latencyMs: number(read, 'latency_ms'),
    boundNanos: number(read, 'bound'),
    estimateNanos: number(read, 'estimate'),
    certainNanos: number(read, 'certain'),
    uncertainNanos: number(read, 'uncertain'),
    corrections: number(read, 'corrections'),
    tokens: byClass(read, 'tokens'),
    cost: byClass(read, 'cost'),
    ...whereThere(read),
  }
}

type CachePart = NonNullable<LedgerEntry['cache']>

/** What an attempt may lack. */
function whereThere(read: Read): Partial<LedgerEntry> {
  const texts = [
    ['providerRequestId', 'provider_request_id'],
    ['priceDate', 'price_date'],
    ['org', 'org'],
    ['team', 'team'],
    ['project', 'project'],
    ['developer', 'developer'],
  ] as const
  const there = texts.filter(([, column]) => read[column] !== null && read[column] !== '')
  const cache = text(read, 'cache') as CachePart | ''
  const saved =
    cache === ''
      ? {}
      : { cache, savedNanos: number(read, 'saved'), savedTokens: number(read, 'saved_tokens') }
  const status = read['status'] === null ? [] : [['status', number(read, 'status')] as const]
  return {
    ...saved,
    ...Object.fromEntries([...there.map(([name, column]) => [name, text(read, column)] as const), ...status]),
  }
}

/** Classes of which there is nothing are left out. */
function byClass(read: Read, what: 'tokens' | 'cost'): ByClass {
  const all = classes.map((of) => [of.name, number(read, of[what])] as const)
  return Object.fromEntries(all.filter(([, amount]) => amount !== 0))
}

const text = (read: Read, column: string): string => String(read[column])
const number = (read: Read, column: string): number => Number(read[column])
const instant = (read: Read, column: string): string => new Date(number(read, column)).toISOString()
