import { migrations } from '../../store/migrations.ts'
import { openDatabase } from '../../store/open-database.ts'
import type { Durability } from '../../store/open-database.ts'
import { storeError } from '../../store/store-error.ts'
import type { CounterSums } from '../core/recompute.ts'
import type { WrittenRows } from '../core/restore.ts'
import type { CounterRow, Row } from '../core/rows.ts'
import type { FoundAttempt } from '../writer.ts'
import { findAttempt, readAll, readCountersSince, recompute } from './read-rows.ts'
import { rollUp } from './roll-up.ts'
import { writesTo } from './write-rows.ts'

/** The file of a store, open for writing. Each call takes effect before it returns, and throws what says what to do. */
export interface SqliteFile {
  /** What the core must know to go on. */
  readonly readAll: (nowMs: number) => WrittenRows
  readonly write: (rows: readonly Row[]) => readonly string[]
  readonly find: (attemptId: string) => FoundAttempt | undefined
  readonly recompute: (sinceMs: number, rowsMax?: number) => CounterSums | undefined
  readonly countersSince: (atMs: number) => readonly CounterRow[]
  readonly rollUp: (beforeMs: number) => number
  readonly close: () => void
}

/** Opens a file for whoever has its lock (`lockFile`). Throws where it cannot be trusted. */
export function openSqliteFile(path: string, durability: Durability): SqliteFile {
  const database = openDatabase(path, durability, migrations)
  const named = <T>(call: () => T): T => {
    try {
      return call()
    } catch (error) {
      throw storeError(path, error)
    }
  }
  const write = writesTo(database)
  return {
    readAll: (nowMs) => named(() => readAll(database, nowMs)),
    write: (rows) => named(() => write(rows)),
    find: (attemptId) => named(() => findAttempt(database, attemptId)),
    recompute: (sinceMs, rowsMax) => named(() => recompute(database, sinceMs, rowsMax)),
    countersSince: (atMs) => named(() => readCountersSince(database, atMs)),
    rollUp: (beforeMs) => named(() => rollUp(database, beforeMs)),
    close: () => database.close(),
  }
}
