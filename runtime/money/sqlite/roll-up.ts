import type { DatabaseSync } from 'node:sqlite'
import { classReads, classSums } from './columns.ts'

/** Rows that one call takes at most, so that no hold waits long behind it. */
const rowsMax = 2_000

const amounts = ['certain', 'uncertain']
const ofRows = [...amounts.map((column) => `l.${column}`), ...classReads('l').map(({ sql }) => sql)]
const ofCorrections = [...amounts.map((column) => `c.${column}`), ...classReads('c').map(({ sql }) => sql)]
const sums = [...amounts, ...classSums]
/** What was found out later does not change it. */
const savings = ['saved', 'saved_tokens']
const texts = ['org', 'team', 'project', 'developer']
const dimensions = ['rule', 'provider', 'model', 'account', 'key', ...texts, 'outcome', 'cache']
const dimensionOf = (column: string): string =>
  texts.includes(column) ? `coalesce(l.${column}, '')` : `l.${column}`

const chunk = `(SELECT id FROM ledger WHERE held_at < ?1 ORDER BY held_at LIMIT ${rowsMax})`

const corrected = (sql: string, place: number): string => `${sql} + coalesce(f.found${place}, 0)`

/** What was found out later of the chunk's attempts, together for each. */
const found = `(SELECT attempt_id, ${ofCorrections.map((sql, place) => `sum(${sql}) AS found${place}`).join(', ')} FROM corrections c
  WHERE attempt_id IN (SELECT attempt_id FROM ledger WHERE id IN ${chunk}) GROUP BY attempt_id)`

const rollUps = `
  INSERT INTO rollups (day, ${dimensions.join(', ')}, attempts, ${[...savings, ...sums].join(', ')})
  SELECT strftime('%Y-%m-%d', l.held_at / 1000, 'unixepoch') AS day, ${dimensions.map(dimensionOf).join(', ')}, count(*),
    ${savings.map((column) => `sum(l.${column})`).join(', ')}, ${ofRows.map((sql, place) => `sum(${corrected(sql, place)})`).join(', ')}
  FROM ledger l LEFT JOIN ${found} f USING (attempt_id) WHERE l.id IN ${chunk} GROUP BY 1, ${dimensions.map((_, place) => place + 2).join(', ')}
  ON CONFLICT DO UPDATE SET ${['attempts', ...savings, ...sums].map((column) => `${column} = ${column} + excluded.${column}`).join(', ')}`

/**
 * Adds the oldest rows that were held before an instant to the sums of their days (UTC), and deletes them, with the counters of
 * windows that ended before. Returns how many rows it took: none once all are.
 */
export function rollUp(database: DatabaseSync, beforeMs: number): number {
  database.exec('BEGIN IMMEDIATE')
  try {
    database.prepare(rollUps).run(beforeMs)
    database
      .prepare(
        `DELETE FROM corrections WHERE attempt_id IN (SELECT attempt_id FROM ledger WHERE id IN ${chunk})`,
      )
      .run(beforeMs)
    const { changes } = database.prepare(`DELETE FROM ledger WHERE id IN ${chunk}`).run(beforeMs)
    if (changes === 0) database.prepare('DELETE FROM counters WHERE ends_at < ?').run(beforeMs)
    database.exec('COMMIT')
    return Number(changes)
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK')
    throw error
  }
}
