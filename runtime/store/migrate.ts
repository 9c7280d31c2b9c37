import type { DatabaseSync } from 'node:sqlite'
import { damaged, StoreError } from './store-error.ts'

/** `gwc1` in the header of each file of the store. */
const applicationId = 0x67776331

/**
 * Brings a file to the newest form: each migration once, in order, all or none. A file that a newer gwc has written is
 * refused, since what it holds could be misread; so is one of another program.
 */
export function migrate(database: DatabaseSync, path: string, migrations: readonly string[]): void {
  if (pragma(database, 'user_version') === 0 && tables(database) === 0)
    database.exec(`PRAGMA application_id = ${applicationId}`)
  const version = formOf(database, path, migrations)
  if (version === migrations.length) return
  database.exec('BEGIN IMMEDIATE')
  for (const migration of migrations.slice(version)) database.exec(migration)
  database.exec(`PRAGMA user_version = ${migrations.length}; COMMIT`)
}

/** Refuses a file that is not of the newest form, for those who only read it. */
export function checkForm(database: DatabaseSync, path: string, migrations: readonly string[]): void {
  if (formOf(database, path, migrations) === migrations.length) return
  throw new StoreError(
    `${path} was written by an older gwc: \`gwc serve\` brings it to the form of this one when it starts`,
  )
}

function formOf(database: DatabaseSync, path: string, { length }: readonly string[]): number {
  const version = pragma(database, 'user_version')
  if (pragma(database, 'application_id') !== applicationId) throw new StoreError(damaged(path))
  if (version > length)
    throw new StoreError(
      `${path} was written by a newer gwc (form ${version}; this one knows ${length}): start that one again, or give this one another path`,
    )
  return version
}

function pragma(database: DatabaseSync, name: string): number {
  return Number(Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0])
}

const tables = (database: DatabaseSync): number =>
  Number(database.prepare('SELECT count(*) AS n FROM sqlite_schema').get()?.['n'])
