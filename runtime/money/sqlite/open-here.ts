import type { FileToOpen } from './file-calls.ts'
import type { FileWriter } from './open-thread.ts'
import { openSqliteFile } from './sqlite-file.ts'

/** Opens a file in the thread that asks: for commands that end soon, and have nothing else to do while they write. */
export function openHere({ path, durability, nowMs }: FileToOpen): FileWriter {
  const file = openSqliteFile(path, durability, nowMs)
  const settled = <T>(call: () => T): Promise<T> => new Promise((resolve) => resolve(call()))
  return {
    written: file.written,
    write: (rows) => settled(() => file.write(rows)),
    find: (attemptId) => settled(() => file.find(attemptId)),
    recompute: (sinceMs, rowsMax) => settled(() => file.recompute(sinceMs, rowsMax)),
    countersSince: (atMs) => settled(() => file.countersSince(atMs)),
    rollUp: (beforeMs) => settled(() => file.rollUp(beforeMs)),
    close: () => settled(file.close),
  }
}
