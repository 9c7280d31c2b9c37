import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import type { CounterSums } from '../core/recompute.ts'
import type { WrittenRows } from '../core/restore.ts'
import type { CounterRow, HeldRow, LimitRow } from '../core/rows.ts'
import type { EndedAttempt } from '../core/state.ts'
import type { AttemptOrigin, CounterSum } from '../store.ts'
import type { FoundAttempt } from '../writer.ts'

type Read = Record<string, SQLOutputValue>

/** Windows that ended so lately are read at start, for a clock that is put back. */
const keptMs = 2 * 3_600_000

const counterOf = `FROM counters c JOIN counters k ON k.id = coalesce(c.merged_into, c.id)`

/** What the core must know to go on. */
export function readAll(database: DatabaseSync, nowMs: number): WrittenRows {
  const sinceMs = nowMs - keptMs
  const counters = database
    .prepare(
      `SELECT c.id AS asked, k.* ${counterOf} WHERE c.ends_at > ?
       OR c.id IN (SELECT value FROM holds, json_each(hard) UNION SELECT value FROM holds, json_each(soft))`,
    )
    .all(sinceMs)
  return {
    counters: counters.map((read) => ({ id: Number(read['asked']), row: counterRow(read) })),
    limits: readLimits(database),
    limitUses: readLimitUses(database, nowMs),
    holds: database.prepare('SELECT * FROM holds').all().map(heldRow),
    frozen: database
      .prepare('SELECT model, key, attempt_id FROM frozen')
      .all()
      .map((read) => ({
        model: text(read, 'model'),
        key: text(read, 'key'),
        attemptId: text(read, 'attempt_id'),
      })),
    aliases: database
      .prepare('SELECT name, meter FROM aliases')
      .all()
      .map((read) => [text(read, 'name'), text(read, 'meter')]),
    nextId: nextId(database),
    sinceMs,
  }
}

function nextId(database: DatabaseSync): number {
  const last = database
    .prepare('SELECT (SELECT max(id) FROM counters) AS a, (SELECT max(id) FROM limits) AS b')
    .get()
  return 1 + Math.max(Number(last?.['a'] ?? 0), Number(last?.['b'] ?? 0))
}

function readLimits(database: DatabaseSync): readonly { readonly id: number; readonly row: LimitRow }[] {
  return database
    .prepare('SELECT l.id AS asked, k.* FROM limits l JOIN limits k ON k.id = coalesce(l.merged_into, l.id)')
    .all()
    .map((read) => ({
      id: Number(read['asked']),
      row: {
        kind: 'limit',
        id: Number(read['id']),
        name: text(read, 'name'),
        of: text(read, 'whose'),
        counts: text(read, 'counts') as LimitRow['counts'],
        windowMs: Number(read['window_ms']),
      },
    }))
}

/** What stands in each limit's window by the rows: requests by one each, tokens by what is known of them. */
function readLimitUses(
  database: DatabaseSync,
  nowMs: number,
): readonly (readonly [number, number, number])[] {
  const longest = Number(database.prepare('SELECT max(window_ms) AS ms FROM limits').get()?.['ms'] ?? 0)
  return database
    .prepare(
      `SELECT l.id, u.held_at, CASE l.counts WHEN 'tokens' THEN u.tokens ELSE 1 END AS amount
       FROM (SELECT held_at, counted_tokens AS tokens, limits FROM ledger WHERE held_at > ?1 AND limits <> '[]'
             UNION ALL SELECT held_at, estimate_tokens, limits FROM holds) u, json_each(u.limits) e
       JOIN limits l ON l.id = e.value
       WHERE l.window_ms > 0 AND u.held_at + l.window_ms > ?2 ORDER BY u.held_at`,
    )
    .all(nowMs - longest, nowMs)
    .map((read) => [Number(read['id']), Number(read['held_at']), Number(read['amount'])])
}

/** Counters of windows that end after an instant. */
export function readCountersSince(database: DatabaseSync, atMs: number): readonly CounterRow[] {
  return database
    .prepare('SELECT * FROM counters WHERE ends_at > ? AND merged_into IS NULL')
    .all(atMs)
    .map(counterRow)
}

/** An attempt that has ended, with all that was found out of it since. */
export function findAttempt(database: DatabaseSync, attemptId: string): FoundAttempt | undefined {
  const read = database
    .prepare(
      `SELECT l.*, (SELECT count(*) FROM corrections WHERE attempt_id = l.attempt_id) AS corrections,
       l.certain + coalesce((SELECT sum(certain) FROM corrections WHERE attempt_id = l.attempt_id), 0) AS total_certain,
       l.uncertain + coalesce((SELECT sum(uncertain) FROM corrections WHERE attempt_id = l.attempt_id), 0) AS total_uncertain,
       l.soft_uncertain + coalesce((SELECT sum(soft_uncertain) FROM corrections WHERE attempt_id = l.attempt_id), 0) AS total_soft_uncertain
       FROM ledger l WHERE attempt_id = ?`,
    )
    .get(attemptId)
  if (read === undefined) return undefined
  const corrections = Number(read['corrections'])
  return {
    attemptId,
    state: stateOf(text(read, 'outcome'), corrections),
    boundNanos: Number(read['bound']),
    estimateNanos: Number(read['estimate']),
    certainNanos: Number(read['total_certain']),
    uncertainNanos: Number(read['total_uncertain']),
    softUncertainNanos: Number(read['total_soft_uncertain']),
    hard: countersNamed(database, text(read, 'hard')),
    soft: countersNamed(database, text(read, 'soft')),
    corrections,
    model: text(read, 'model'),
    key: text(read, 'key'),
  }
}

function stateOf(outcome: string, corrections: number): EndedAttempt['state'] {
  if (outcome === 'unsent') return 'unsent'
  return outcome === 'uncertain' && corrections === 0 ? 'swept' : 'settled'
}

function countersNamed(database: DatabaseSync, ids: string): readonly CounterRow[] {
  return database
    .prepare(`SELECT k.* ${counterOf} JOIN json_each(?) e ON e.value = c.id`)
    .all(ids)
    .map(counterRow)
}

/** How many were held since, as far as `rowsMax` + 1. */
function rowsSince(database: DatabaseSync, sinceMs: number, rowsMax: number): number {
  const count = 'SELECT count(*) AS n FROM (SELECT 1 FROM ledger WHERE held_at >= ? LIMIT ?)'
  const from = Number.isFinite(sinceMs) ? sinceMs : Number.MAX_SAFE_INTEGER
  return Number(database.prepare(count).get(from, rowsMax + 1)?.['n'])
}

const sums = (list: 'hard' | 'soft'): string => {
  const uncertain = list === 'hard' ? 'uncertain' : 'soft_uncertain'
  const held = list === 'hard' ? 'bound' : 'estimate'
  return `
  SELECT e.value AS id, certain, ${uncertain} AS uncertain, 0 AS held FROM ledger, json_each(${list}) e WHERE held_at >= ?1
  UNION ALL SELECT e.value, c.certain, c.${uncertain}, 0 FROM ledger l JOIN corrections c USING (attempt_id), json_each(l.${list}) e
    WHERE held_at >= ?1
  UNION ALL SELECT e.value, 0, 0, ${held} FROM holds, json_each(${list}) e`
}

/** What counters are by the rows of attempts that were held since; `undefined` where these are more than `rowsMax`. */
export function recompute(
  database: DatabaseSync,
  sinceMs: number,
  rowsMax?: number,
): CounterSums | undefined {
  if (rowsMax !== undefined && rowsSince(database, sinceMs, rowsMax) > rowsMax) return undefined
  const read = database
    .prepare(
      `SELECT coalesce(c.merged_into, c.id) AS id, sum(u.certain) AS certain, sum(u.uncertain) AS uncertain, sum(u.held) AS held
       FROM (${sums('hard')} UNION ALL ${sums('soft')}) u JOIN counters c ON c.id = u.id GROUP BY 1`,
    )
    .all(Number.isFinite(sinceMs) ? sinceMs : Number.MAX_SAFE_INTEGER)
  return new Map(read.map((row) => [Number(row['id']), counterSum(row)]))
}

const counterSum = (read: Read): CounterSum => ({
  certainNanos: Number(read['certain']),
  uncertainNanos: Number(read['uncertain']),
  heldNanos: Number(read['held']),
})

function counterRow(read: Read): CounterRow {
  return {
    kind: 'counter',
    id: Number(read['id']),
    name: text(read, 'name'),
    of: text(read, 'whose'),
    period: text(read, 'period') as CounterRow['period'],
    label: text(read, 'label'),
    startsMs: Number(read['starts_at']),
    endsMs: Number(read['ends_at']),
    certainNanos: Number(read['certain']),
    uncertainNanos: Number(read['uncertain']),
    warned: Number(read['warned']),
  }
}

function heldRow(read: Read): HeldRow {
  return {
    kind: 'held',
    attemptId: text(read, 'attempt_id'),
    heldAtMs: Number(read['held_at']),
    owner: text(read, 'owner'),
    deadlineMs: Number(read['deadline']),
    boundNanos: Number(read['bound']),
    estimateNanos: Number(read['estimate']),
    estimateTokens: Number(read['estimate_tokens']),
    hard: JSON.parse(text(read, 'hard')) as number[],
    soft: JSON.parse(text(read, 'soft')) as number[],
    limits: JSON.parse(text(read, 'limits')) as number[],
    origin: JSON.parse(text(read, 'origin')) as AttemptOrigin,
  }
}

const text = (read: Read, column: string): string => String(read[column])
