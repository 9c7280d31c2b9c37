import { chmodSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** One step of a file's form: forward only, run once, in the order of the list. */
export type Migration = string

/** How a file is opened. */
export interface DatabaseOptions {
  readonly migrations: readonly Migration[]
  /** `process`: a commit outlives the process; `power`: the machine's power, too (fsync each). */
  readonly durability: 'process' | 'power'
  /** How long a statement waits for another process. */
  readonly busyMs?: number
}

/** A file that cannot be used, with what to do about it. */
export class UnusableDatabase extends Error {}

/**
 * Opens a sqlite file (`:memory:` for none) in WAL mode, readable by its user alone, and brings it to the newest form. Throws `UnusableDatabase` for
 * one of a newer gwc, one that is damaged, and one that cannot be written.
 */
export function openDatabase(file: string, options: DatabaseOptions): DatabaseSync {
  try {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    const database = new DatabaseSync(file, { timeout: options.busyMs ?? 2_000 })
    if (file !== ':memory:') chmodSync(file, 0o600)
    database.exec('PRAGMA journal_mode = WAL; PRAGMA foreign_keys = ON')
    database.exec(`PRAGMA synchronous = ${options.durability === 'power' ? 'FULL' : 'NORMAL'}`)
    migrate(database, file, options.migrations)
    return database
  } catch (error) {
    throw error instanceof UnusableDatabase ? error : new UnusableDatabase(whyOf(file, error))
  }
}

function migrate(database: DatabaseSync, file: string, migrations: readonly Migration[]): void {
  const { user_version: done } = database.prepare('PRAGMA user_version').get() as { user_version: number }
  if (done > migrations.length)
    throw new UnusableDatabase(
      `${file} was written by a newer gwc (form ${done}; this one knows ${migrations.length}): use that version`,
    )
  for (const [index, migration] of migrations.entries()) {
    if (index < done) continue
    database.exec(`BEGIN IMMEDIATE; ${migration}; PRAGMA user_version = ${index + 1}; COMMIT`)
  }
}

function whyOf(file: string, error: unknown): string {
  const { message, errcode } = error as { message?: string; errcode?: number }
  if (errcode === 26 || errcode === 11)
    return `${file} is damaged (${message ?? 'not a database'}): put a copy of it back, or move it away to begin anew`
  return `${file} cannot be opened: ${message ?? String(error)}`
}
