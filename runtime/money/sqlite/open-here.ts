import { lockFile } from '../../store/lock.ts'
import type { FileLock } from '../../store/lock.ts'
import type { WrittenRows } from '../core/restore.ts'
import type { MoneyWriter } from '../writer.ts'
import type { FileToOpen } from './file-calls.ts'
import { openSqliteFile } from './sqlite-file.ts'
import type { SqliteFile } from './sqlite-file.ts'

/** A writer of a file, with what the file says when it is opened. */
export interface FileWriter extends MoneyWriter {
  readonly written: WrittenRows
}

/** Opens a file in the thread that asks: for commands that end soon, and have nothing else to do while they write. */
export function openHere(toOpen: FileToOpen): FileWriter {
  const { lock, written, file } = openLocked(toOpen)
  const writer = writesHere(file)
  return {
    ...writer,
    written,
    close: async () => {
      await writer.close()
      lock.release()
    },
  }
}

/** A file of which this process is the one writer. */
export interface LockedFile {
  readonly lock: FileLock
  readonly written: WrittenRows
  readonly file: SqliteFile
}

/** Opens a file as its one writer. Throws where another writes it, or where it cannot be trusted. */
export function openLocked({ path, durability, nowMs }: FileToOpen): LockedFile {
  const lock = lockFile(path)
  try {
    const file = openSqliteFile(path, durability)
    return { lock, file, written: file.readAll(nowMs) }
  } catch (error) {
    lock.release()
    throw error
  }
}

/** Writes a file in the thread that asks. */
export function writesHere(file: SqliteFile): MoneyWriter {
  const settled = <T>(call: () => T): Promise<T> => new Promise((resolve) => resolve(call()))
  return {
    write: (rows) => settled(() => file.write(rows)),
    find: (attemptId) => settled(() => file.find(attemptId)),
    recompute: (sinceMs, rowsMax) => settled(() => file.recompute(sinceMs, rowsMax)),
    countersSince: (atMs) => settled(() => file.countersSince(atMs)),
    rollUp: (beforeMs) => settled(() => file.rollUp(beforeMs)),
    close: () => settled(file.close),
  }
}
