import { expect } from 'vitest'
import type { LinkedTable } from '../../runtime/table/link.ts'
import { type LoadResult, loadTable } from '../../runtime/table/load.ts'
import type { TableSpec } from './table-builder.ts'
import { buildTable, bytesOf } from './table-builder.ts'

/** Loads a table as a runtime that obeys all it requires would. */
export function loadWhole(bytes: Buffer): LoadResult {
  const { requires } = JSON.parse(bytes.toString()) as { requires: readonly string[] }
  return loadTable(bytes, new Set(requires))
}

/** Builds and loads a table that must be accepted. */
export function loaded(spec: TableSpec): LinkedTable {
  const result = loadTable(bytesOf(buildTable(spec)))
  expect(result).toMatchObject({ ok: true })
  if (!result.ok) throw new Error(result.message)
  return result.table
}
