import type { CounterSums } from './core/recompute.ts'
import type { CounterRow, Row } from './core/rows.ts'
import type { EndedAttempt } from './core/state.ts'

/**
 * Where rows are kept. Calls take effect in the order in which they are made. All plain data, so that the one who writes may
 * be another thread or process.
 */
export interface MoneyWriter {
  /**
   * Writes a batch, all or nothing, and is durable when it resolves. Rows that were written before change nothing. Resolves to
   * the attempts that are none, as one of the same name had ended before they were held: nothing is written of them.
   */
  readonly write: (rows: readonly Row[]) => Promise<readonly string[]>
  /** An attempt that has ended, from its rows. */
  readonly find: (attemptId: string) => Promise<FoundAttempt | undefined>
  /** What counters are by their rows, of attempts that were held since; `undefined` where these are more than `rowsMax`: writing waits meanwhile. */
  readonly recompute: (sinceMs: number, rowsMax?: number) => Promise<CounterSums | undefined>
  /** Counters whose windows end after an instant. */
  readonly countersSince: (atMs: number) => Promise<readonly CounterRow[]>
  /** Adds some of the rows that were held before an instant to the sums of their days, and deletes them. Resolves to how many. */
  readonly rollUp: (beforeMs: number) => Promise<number>
  readonly close: () => Promise<void>
}

/** An attempt from its rows, with the counters that it goes to as they are written. */
export interface FoundAttempt extends Omit<EndedAttempt, 'hard' | 'soft' | 'heardAtMs'> {
  readonly hard: readonly CounterRow[]
  readonly soft: readonly CounterRow[]
}
