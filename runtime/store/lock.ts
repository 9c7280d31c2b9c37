import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { StoreError } from './store-error.ts'

/** Says that something is written by this process alone, until it is let go of or the process ends, however it ends. */
export interface FileLock {
  readonly release: () => void
}

/** Locks a store's file against a second writer; readers of it do not meet the lock. Throws a `StoreError` that says what to do. */
export function lockFile(path: string): FileLock {
  const lock = `${path}-lock`
  const taken = tryLock(lock, () => {
    throw new StoreError(
      `the store ${path} cannot be written: is its folder one, and may this user write there? ` +
        'Give it another path in `store` of gateway.json; `{"kind": "memory"}` forgets money when the gateway ends.',
    )
  })
  if (taken !== undefined) return taken
  throw new StoreError(
    `${path} is in use by another gwc (${lock} is locked): one gateway at a time writes a store. ` +
      'Give this one a path of its own in `store`, or ask the other through its admin listener.',
  )
}

/**
 * Locks the folder where a gateway keeps its policies and its audit log: two would roll each other back. In a folder that
 * cannot be written nothing is kept, so there is nothing to lock. Throws a `StoreError` that says what to do.
 */
export function lockStateFolder(folder: string): FileLock {
  const lock = join(folder, 'gateway-lock')
  const taken = tryLock(lock, () => unlocked)
  if (taken !== undefined) return taken
  throw new StoreError(
    `another gwc serves from ${folder} (${lock} is locked): each would take the other's policies for its own. ` +
      'Give this one a folder with a gateway.json of its own.',
  )
}

const unlocked: FileLock = { release: () => undefined }

/**
 * The lock, or `undefined` where another process has it. It is one of the operating system, on a file, held through SQLite: so
 * it is never left behind by a process that was killed. `unmade`: what becomes of a file that cannot be made.
 */
function tryLock(lock: string, unmade: () => FileLock): FileLock | undefined {
  let database: DatabaseSync
  try {
    mkdirSync(dirname(lock), { recursive: true })
    database = new DatabaseSync(lock, { timeout: 0 })
  } catch {
    return unmade()
  }
  try {
    database.exec('PRAGMA journal_mode = MEMORY; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
  } catch {
    database.close()
    return undefined
  }
  return { release: () => database.close() }
}
