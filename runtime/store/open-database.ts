import { chmodSync, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { checkForm, migrate } from './migrate.ts'
import { damaged, StoreError, storeError } from './store-error.ts'

/**
 * `process`: what is committed survives the end of the process, however it ends; `power`: that of the machine, too, for an
 * fsync with each commit.
 */
export type Durability = 'process' | 'power'

/** A file up to this size is read whole at start, to find damage before it is trusted. */
const checkedBytesMax = 64 * 1_024 * 1_024

/**
 * Opens a file of the store for writing (`:memory:` for none), made where there is none, readable by its user alone, and brings
 * it to the newest of its forms. Throws a `StoreError` that says what to do.
 */
export function openDatabase(
  path: string,
  durability: Durability,
  migrations: readonly string[],
): DatabaseSync {
  let database: DatabaseSync | undefined
  try {
    const isFile = path !== ':memory:'
    if (isFile) mkdirSync(dirname(path), { recursive: true })
    database = new DatabaseSync(path, { timeout: 5_000 })
    database.exec(
      `PRAGMA journal_mode = WAL; PRAGMA synchronous = ${durability === 'power' ? 'FULL' : 'NORMAL'}; PRAGMA temp_store = MEMORY`,
    )
    if (isFile) chmodSync(path, 0o600)
    if (isFile) check(database, path)
    migrate(database, path, migrations)
    return database
  } catch (error) {
    database?.close()
    throw storeError(path, error)
  }
}

/** Opens a store's file to be read, while a gateway writes it or not. It must be of the newest form: nothing is changed here. */
export function openForReading(path: string, migrations: readonly string[]): DatabaseSync {
  let database: DatabaseSync | undefined
  try {
    database = new DatabaseSync(path, { readOnly: true, timeout: 5_000 })
    checkForm(database, path, migrations)
    return database
  } catch (error) {
    database?.close()
    throw storeError(path, error)
  }
}

function check(database: DatabaseSync, path: string): void {
  if (statSync(path).size > checkedBytesMax) return
  const verdict = Object.values(database.prepare('PRAGMA quick_check(1)').get() ?? {})[0]
  if (verdict !== 'ok') throw new StoreError(`${damaged(path)} (${String(verdict)})`)
}
