import type { DatabaseSync } from 'node:sqlite'
import type { FrozenPair } from './store.ts'

/** What is frozen, as the store's file has it. */
export interface FrozenAttempt extends FrozenPair {
  /** When it was, in milliseconds since 1970. */
  readonly atMs: number
  /** Of the attempt that was the reason, in nano-dollars. */
  readonly boundNanos: number
  readonly certainNanos: number
  /** The hard budgets that it counted towards. */
  readonly budgets: readonly string[]
}

/** What is frozen, with the attempts that were the reason, newest first. */
export function frozenAttempts(database: DatabaseSync): readonly FrozenAttempt[] {
  return database
    .prepare(
      `SELECT f.model, f.key, f.attempt_id, f.at, coalesce(l.bound, 0) AS bound,
       coalesce(l.certain, 0) + coalesce((SELECT sum(certain) FROM corrections WHERE attempt_id = f.attempt_id), 0) AS certain,
       (SELECT json_group_array(DISTINCT k.name) FROM json_each(l.hard) e JOIN counters c ON c.id = e.value
        JOIN counters k ON k.id = coalesce(c.merged_into, c.id)) AS budgets
       FROM frozen f LEFT JOIN ledger l USING (attempt_id) ORDER BY f.at DESC, f.model, f.key`,
    )
    .all()
    .map((read) => ({
      model: String(read['model']),
      key: String(read['key']),
      attemptId: String(read['attempt_id']),
      atMs: Number(read['at']),
      boundNanos: Number(read['bound']),
      certainNanos: Number(read['certain']),
      budgets: JSON.parse(String(read['budgets'] ?? '[]')) as readonly string[],
    }))
}
