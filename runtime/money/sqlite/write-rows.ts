import type { DatabaseSync, SQLInputValue } from 'node:sqlite'
import type { CorrectedRow, CounterRow, EndedRow, HeldRow, Row } from '../core/rows.ts'
import { classColumns, classValues, insertInto } from './columns.ts'

/** Writes a batch in one transaction: all of it or, when this throws, nothing. Returns the attempts of which another had the name before. */
export type WriteRows = (rows: readonly Row[]) => readonly string[]

type Values = readonly SQLInputValue[]

const counterColumns = [
  'id',
  'name',
  'whose',
  'period',
  'label',
  'starts_at',
  'ends_at',
  'certain',
  'uncertain',
  'warned',
]
const holdColumns = [
  'attempt_id',
  'held_at',
  'owner',
  'deadline',
  'bound',
  'estimate',
  'estimate_tokens',
  'hard',
  'soft',
  'limits',
  'origin',
]
const originColumns = [
  'request_id',
  'policy',
  'price_date',
  'rule',
  'provider',
  'model',
  'account',
  'key',
  'org',
  'team',
  'project',
  'developer',
  'cache',
  'saved',
  'saved_tokens',
]
const ledgerColumns = [
  'attempt_id',
  'held_at',
  'ended_at',
  'owner',
  ...originColumns,
  'outcome',
  'status',
  'provider_request_id',
  'latency_ms',
  'bound',
  'estimate',
  'certain',
  'uncertain',
  'soft_uncertain',
  'counted_tokens',
  'violated',
  ...classColumns,
  'hard',
  'soft',
  'limits',
]
const correctionColumns = [
  'attempt_id',
  'number',
  'at',
  'source',
  'outcome',
  'status',
  'provider_request_id',
  'latency_ms',
  'certain',
  'uncertain',
  'soft_uncertain',
  'violated',
  ...classColumns,
]

/** What each kind of row does to the file. Each changes nothing when it was done before. */
export function writesTo(database: DatabaseSync): WriteRows {
  /** The number of rows that it changes. */
  const run = (sql: string): ((values: Values) => number) => {
    const statement = database.prepare(sql)
    return (values) => Number(statement.run(...values).changes)
  }
  const held = run(
    `INSERT OR IGNORE INTO holds (${holdColumns.join(', ')}) SELECT ${holdColumns.map(() => '?').join(', ')}
     WHERE NOT EXISTS (SELECT 1 FROM ledger WHERE attempt_id = ?)`,
  )
  const unheld = run('DELETE FROM holds WHERE attempt_id = ?')
  const ended = run(insertInto('ledger', ledgerColumns, 'OR IGNORE'))
  const corrected = run(insertInto('corrections', correctionColumns, 'OR IGNORE'))
  const counter = run(
    `${insertInto('counters', counterColumns)} ON CONFLICT (id) DO UPDATE SET name = excluded.name,
     ends_at = excluded.ends_at, certain = excluded.certain, uncertain = excluded.uncertain, warned = excluded.warned`,
  )
  const limit = run(insertInto('limits', ['id', 'name', 'whose', 'counts', 'window_ms'], 'OR REPLACE'))
  const frozen = run(insertInto('frozen', ['model', 'key', 'attempt_id', 'at'], 'OR REPLACE'))
  const thawed = run('DELETE FROM frozen WHERE model = ? AND key = ?')
  const alias = run(insertInto('aliases', ['name', 'meter'], 'OR REPLACE'))
  const merged = ['counters', 'limits'].map((table) =>
    run(`UPDATE ${table} SET merged_into = ?2 WHERE id = ?1 OR merged_into = ?1`),
  )
  const another = database.prepare(
    'SELECT 1 FROM ledger WHERE attempt_id = ? AND (held_at <> ? OR owner <> ?)',
  )
  const begin = run('BEGIN IMMEDIATE')
  const commit = run('COMMIT')

  const write = (row: Row): number => {
    switch (row.kind) {
      case 'held':
        return held(holdValues(row))
      case 'ended':
        unheld([row.attemptId])
        return ended(ledgerValues(row))
      case 'corrected':
        return corrected(correctionValues(row))
      case 'counter':
        return counter(counterValues(row))
      case 'limit':
        return limit([row.id, row.name, row.of, row.counts, row.windowMs])
      case 'frozen':
        return frozen([row.model, row.key, row.attemptId, row.atMs])
      case 'thawed':
        return thawed([row.model, row.key])
      case 'alias':
        return alias([row.name, row.meter])
      case 'merged':
        return merged.reduce((changed, into) => changed + into([row.from, row.into]), 0)
    }
  }
  const isAnother = (row: Row): boolean =>
    (row.kind === 'held' || row.kind === 'ended') &&
    another.get(row.attemptId, row.heldAtMs, row.owner) !== undefined
  return (rows) => {
    begin([])
    try {
      const repeated = rows.filter((row) => write(row) === 0 && isAnother(row))
      commit([])
      return repeated.flatMap((row) => ('attemptId' in row ? row.attemptId : []))
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK')
      throw error
    }
  }
}

const ids = (list: readonly number[]): string => `[${list.join()}]`

function holdValues(row: HeldRow): Values {
  const { attemptId, heldAtMs, owner, deadlineMs, boundNanos, estimateNanos, estimateTokens } = row
  return [
    attemptId,
    heldAtMs,
    owner,
    deadlineMs,
    boundNanos,
    estimateNanos,
    estimateTokens,
    ids(row.hard),
    ids(row.soft),
    ids(row.limits),
    JSON.stringify(row.origin),
    attemptId,
  ]
}

function ledgerValues(row: EndedRow): Values {
  const { origin } = row
  return [
    row.attemptId,
    row.heldAtMs,
    row.endedAtMs,
    row.owner,
    origin.requestId,
    origin.policy,
    origin.priceDate ?? null,
    origin.rule,
    origin.provider,
    origin.model,
    origin.account,
    origin.key,
    origin.org ?? null,
    origin.team ?? null,
    origin.project ?? null,
    origin.developer ?? null,
    origin.cache?.part ?? '',
    origin.cache?.savedNanos ?? 0,
    origin.cache?.savedTokens ?? 0,
    row.outcome,
    row.status ?? null,
    row.providerRequestId ?? null,
    Math.round(row.latencyMs),
    row.boundNanos,
    row.estimateNanos,
    row.certainNanos,
    row.uncertainNanos,
    row.softUncertainNanos,
    row.countedTokens,
    Number(row.violated),
    ...classValues(row.tokens, row.costByClass),
    ids(row.hard),
    ids(row.soft),
    ids(row.limits),
  ]
}

function correctionValues(row: CorrectedRow): Values {
  const { told } = row
  return [
    row.attemptId,
    row.number,
    row.atMs,
    row.source,
    told?.outcome ?? null,
    told?.status ?? null,
    told?.providerRequestId ?? null,
    told === undefined ? null : Math.round(told.latencyMs),
    row.certainNanos,
    row.uncertainNanos,
    row.softUncertainNanos,
    Number(row.violated),
    ...classValues(told?.tokens ?? {}, told?.costByClass ?? {}),
  ]
}

function counterValues(row: CounterRow): Values {
  const { id, name, of, period, label, startsMs, endsMs, certainNanos, uncertainNanos, warned } = row
  return [id, name, of, period, label, startsMs, endsMs, certainNanos, uncertainNanos, warned]
}
