import { expect } from 'vitest'
import type { LinkedTable } from '../../runtime/table/link.ts'
import { loadTable } from '../../runtime/table/load.ts'
import type { TableSpec } from './table-builder.ts'
import { buildTable, bytesOf } from './table-builder.ts'

/** Builds and loads a table that must be accepted. */
export function loaded(spec: TableSpec): LinkedTable {
  const result = loadTable(bytesOf(buildTable(spec)))
  expect(result).toMatchObject({ ok: true })
  if (!result.ok) throw new Error(result.message)
  return result.table
}
