import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { StoreError } from './store-error.ts'

/** Says that a file is written by this process alone, until it is let go of or the process ends, however it ends. */
export interface FileLock {
  readonly release: () => void
}

/**
 * Locks a store's file against a second writer. The lock is one of the operating system, on a file beside it, held through
 * SQLite: so it is never left behind by a process that was killed, and readers of the store do not meet it.
 */
export function lockFile(path: string): FileLock {
  const lock = `${path}-lock`
  const database = openLock(path, lock)
  try {
    database.exec('PRAGMA journal_mode = MEMORY; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
  } catch (error) {
    database.close()
    throw new StoreError(
      `${path} is in use by another gwc (${lock} is locked): one gateway at a time writes a store. ` +
        'Give this one a path of its own in `store`, or ask the other through its admin listener.',
      { cause: error },
    )
  }
  return { release: () => database.close() }
}

function openLock(path: string, lock: string): DatabaseSync {
  try {
    mkdirSync(dirname(path), { recursive: true })
    return new DatabaseSync(lock, { timeout: 0 })
  } catch (error) {
    throw new StoreError(
      `the store ${path} cannot be written: is its folder one, and may this user write there? ` +
        'Give it another path in `store` of gateway.json; `{"kind": "memory"}` forgets money when the gateway ends.',
      { cause: error },
    )
  }
}
