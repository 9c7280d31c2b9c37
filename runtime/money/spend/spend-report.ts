import type { DatabaseSync } from 'node:sqlite'
import { spendDimensions } from './spend-dimensions.ts'
import type { SpendDimension } from './spend-dimensions.ts'

/** What is asked of the ledger. Instants are milliseconds since 1970. */
export interface SpendQuery {
  /** At least one; in the order of the columns. */
  readonly by: readonly SpendDimension[]
  readonly sinceMs: number
  readonly untilMs: number
}

/** What one group of attempts came to. Amounts are nano-dollars, as exact as they were written: sums may pass 2^53. */
export interface SpendRow {
  /** Values in the order of `by`; empty where the attempts lack one. */
  readonly group: readonly string[]
  readonly attempts: number
  readonly certain: bigint
  /** What may be billed beyond that. */
  readonly uncertain: bigint
  /** Tokens of input, cached ones included, and of output. */
  readonly input: bigint
  readonly cached: bigint
  readonly output: bigint
}

const sums = {
  attempts: 'count',
  certain: 'certain',
  uncertain: 'uncertain',
  input: 'input_tokens + cache_read_tokens + cache_write_5m_tokens + cache_write_1h_tokens',
  cached: 'cache_read_tokens',
  output: 'output_tokens + reasoning_tokens',
} as const

const tokens =
  'input_tokens, cache_read_tokens, cache_write_5m_tokens, cache_write_1h_tokens, output_tokens, reasoning_tokens'
const whose = 'rule, provider, model, account, key, org, team, project, developer, outcome'

/** Attempts one by one, and the days that were rolled up: a closed day is either. */
const spent = `
  SELECT ${whose}, date(held_at / 1000, 'unixepoch') AS day, 1 AS count, total_certain AS certain,
         total_uncertain AS uncertain, ${tokens}
  FROM attempts WHERE held_at >= :since AND held_at < :until
  UNION ALL
  SELECT ${whose}, day, attempts AS count, certain, uncertain, ${tokens}
  FROM rollups WHERE day >= date(:since / 1000, 'unixepoch') AND day < date(:until / 1000, 'unixepoch')`

/** What was spent, by the dimensions that are asked for, dearest first. Days are those of UTC. */
export function spendReport(
  database: DatabaseSync,
  { by, sinceMs, untilMs }: SpendQuery,
): readonly SpendRow[] {
  const groups = by.map((dimension, index) => `${spendDimensions[dimension]} AS g${index}`)
  const totals = Object.entries(sums).map(([name, sum]) => `sum(${sum}) AS ${name}`)
  const statement = database.prepare(
    `SELECT ${[...groups, ...totals].join(', ')} FROM (${spent})
     GROUP BY ${by.map((_, index) => `g${index}`).join(', ')} ORDER BY sum(certain) + sum(uncertain) DESC, sum(count) DESC, g0`,
  )
  statement.setReadBigInts(true)
  return statement.all({ since: sinceMs, until: untilMs }).map((row) => ({
    group: by.map((_, index) => String(row[`g${index}`])),
    attempts: Number(row['attempts']),
    certain: row['certain'] as bigint,
    uncertain: row['uncertain'] as bigint,
    input: row['input'] as bigint,
    cached: row['cached'] as bigint,
    output: row['output'] as bigint,
  }))
}
