import type { MoneyWriter } from '../writer.ts'
import type { FileToOpen } from './file-calls.ts'
import { openLocked, writesHere } from './open-here.ts'
import type { FileWriter } from './open-here.ts'
import { openThread } from './open-thread.ts'

/**
 * Opens a file that a thread of its own writes as soon as there is something to write. A gateway that nobody asks goes without
 * the thread's memory, and nobody waits for its start: until it is there, and should it never be, rows are written here.
 */
export function openLateThread(toOpen: FileToOpen): FileWriter {
  const { lock, written, file } = openLocked(toOpen)
  const here = writesHere(file)
  let current: MoneyWriter = here
  let moved: Promise<void> | undefined
  const move = async (): Promise<void> => {
    current = await openThread(toOpen).catch(() => here)
    if (current !== here) file.close()
  }
  return {
    written,
    write: (rows) => {
      moved ??= move()
      return current.write(rows)
    },
    find: (attemptId) => current.find(attemptId),
    recompute: (sinceMs, rowsMax) => current.recompute(sinceMs, rowsMax),
    countersSince: (atMs) => current.countersSince(atMs),
    // It takes long, and can wait for the thread.
    rollUp: (beforeMs) => (current === here ? Promise.resolve(0) : current.rollUp(beforeMs)),
    close: async () => {
      await moved
      await current.close()
      lock.release()
    },
  }
}
