import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'

/** One attempt as the ledger has it, with all that was found out of it since. Amounts are nano-dollars, instants RFC 3339. */
export interface LedgerRow {
  readonly attemptId: string
  readonly requestId: string
  readonly at: string
  readonly endedAt: string
  readonly policy: string
  readonly priceDate?: string
  readonly rule: string
  readonly provider: string
  readonly model: string
  readonly account: number
  readonly key: string
  readonly org?: string
  readonly team?: string
  readonly project?: string
  readonly developer?: string
  readonly outcome: string
  readonly status?: number
  readonly providerRequestId?: string
  readonly latencyMs: number
  readonly tokens: Readonly<Record<TokenClass, number>>
  readonly cost: Readonly<Record<TokenClass, number>>
  readonly bound: number
  readonly certain: number
  readonly uncertain: number
}

const classes = {
  input: 'input',
  cacheRead: 'cache_read',
  cacheWrite5m: 'cache_write_5m',
  cacheWrite1h: 'cache_write_1h',
  output: 'output',
  reasoning: 'reasoning',
} as const

type TokenClass = keyof typeof classes

/** Which attempts: those of a time, those of which something is uncertain, one provider's. */
export interface RowQuery {
  readonly sinceMs: number
  readonly untilMs: number
  readonly uncertain?: boolean
  readonly provider?: string
}

/** The attempts one by one, oldest first: as they are read, so that a ledger of any length can be written out. */
export function* ledgerRows(database: DatabaseSync, query: RowQuery): Generator<LedgerRow> {
  const { sinceMs, untilMs, uncertain = false, provider } = query
  const where = ['held_at >= :since', 'held_at < :until']
  if (uncertain) where.push('total_uncertain > 0')
  if (provider !== undefined) where.push('provider = :provider')
  const statement = database.prepare(
    `SELECT * FROM attempts WHERE ${where.join(' AND ')} ORDER BY held_at, id`,
  )
  const asked = { since: sinceMs, until: untilMs, ...(provider === undefined ? {} : { provider }) }
  for (const row of statement.iterate(asked)) yield rowOf(row)
}

type Read = Record<string, SQLOutputValue>

function rowOf(row: Read): LedgerRow {
  return {
    attemptId: text(row, 'attempt_id'),
    requestId: text(row, 'request_id'),
    at: instant(row, 'held_at'),
    endedAt: instant(row, 'ended_at'),
    policy: text(row, 'policy'),
    ...optional(row, 'priceDate', 'price_date'),
    rule: text(row, 'rule'),
    provider: text(row, 'provider'),
    model: text(row, 'model'),
    account: Number(row['account']),
    key: text(row, 'key'),
    ...optional(row, 'org', 'org'),
    ...optional(row, 'team', 'team'),
    ...optional(row, 'project', 'project'),
    ...optional(row, 'developer', 'developer'),
    outcome: text(row, 'outcome'),
    ...(row['status'] === null ? {} : { status: Number(row['status']) }),
    ...optional(row, 'providerRequestId', 'provider_request_id'),
    latencyMs: Number(row['latency_ms']),
    tokens: byClass(row, 'tokens'),
    cost: byClass(row, 'cost'),
    bound: Number(row['bound']),
    certain: Number(row['total_certain']),
    uncertain: Number(row['total_uncertain']),
  }
}

const text = (row: Read, column: string): string => String(row[column])
const instant = (row: Read, column: string): string => new Date(Number(row[column])).toISOString()

function optional<N extends string>(row: Read, name: N, column: string): { readonly [K in N]?: string } {
  const value = row[column]
  return value === null || value === undefined || value === ''
    ? {}
    : ({ [name]: String(value) } as { readonly [K in N]?: string })
}

function byClass(row: Read, what: 'tokens' | 'cost'): LedgerRow['tokens'] {
  const entries = Object.entries(classes).map(([name, column]) => [name, Number(row[`${column}_${what}`])])
  return Object.fromEntries(entries) as LedgerRow['tokens']
}
