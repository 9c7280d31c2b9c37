import type { TableName } from '../../core/tables.ts'
import type { PolicyTest } from '../typed.ts'

/** What a test says it expects; here only of what, not what. */
export type Expected = { readonly [Part in keyof PolicyTest['expect']]?: unknown }

/** Per table, whether a test says what it expects of it. A table that is not here is one of which no test can speak. */
const expectations: Readonly<Partial<Record<TableName, (expected: Expected) => boolean>>> = {
  guard: ({ use, deny }) => use !== undefined || deny !== undefined,
  route: ({ use, deny }) => use !== undefined || deny !== undefined,
  embeddings: ({ use, deny }) => use !== undefined || deny !== undefined,
  cache: ({ cache }) => cache !== undefined,
}

/** Whether tests can expect what a table's rules do. */
export const isExpectable = (table: TableName): boolean => expectations[table] !== undefined

/** Whether a test expects something of what a table's rules do. */
export const isExpected = (table: TableName, expected: Expected): boolean =>
  expectations[table]?.(expected) ?? false
