import { migrations } from '../../store/migrations.ts'
import { openDatabase } from '../../store/open-database.ts'
import type { Durability } from '../../store/open-database.ts'
import { lockFile } from '../../store/lock.ts'
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
  readonly written: WrittenRows
  readonly write: (rows: readonly Row[]) => readonly string[]
  readonly find: (attemptId: string) => FoundAttempt | undefined
  readonly recompute: (sinceMs: number, rowsMax?: number) => CounterSums | undefined
  readonly countersSince: (atMs: number) => readonly CounterRow[]
  readonly rollUp: (beforeMs: number) => number
  readonly close: () => void
}

/** Opens a file as its one writer. Throws where another writes it, or where it cannot be trusted. */
export function openSqliteFile(path: string, durability: Durability, nowMs: number): SqliteFile {
  const lock = lockFile(path)
  try {
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
      written: named(() => readAll(database, nowMs)),
      write: (rows) => named(() => write(rows)),
      find: (attemptId) => named(() => findAttempt(database, attemptId)),
      recompute: (sinceMs, rowsMax) => named(() => recompute(database, sinceMs, rowsMax)),
      countersSince: (atMs) => named(() => readCountersSince(database, atMs)),
      rollUp: (beforeMs) => named(() => rollUp(database, beforeMs)),
      close: () => {
        database.close()
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}
