import { byTable, type TableName } from '../../core/tables.ts'
import type { Action, DecisionTable, Rule } from '../../schemas/generated/decision-table.ts'
import type { Space } from '../classes.ts'
import type { Cube } from '../cube.ts'
import { decodeRows } from './decode.ts'
import type { Lift } from './joint-space.ts'

/** A row of a policy in the joint space. */
export interface Row {
  readonly cube: Cube
  /** Index into the side's rules; -1 for what gwc itself supplies. */
  readonly rule: number
  readonly action: Action
}

/** One of two policies, its tables read back as cubes of the joint space. */
export interface Side {
  readonly table: DecisionTable
  /** Empty for a table that the policy does not have. */
  readonly rows: Readonly<Record<TableName, readonly Row[]>>
  readonly rules: readonly Rule[]
}

export function sideOf(table: DecisionTable, lifts: readonly Lift[], space: Space): Side {
  const rows = byTable((name) =>
    decodeRows(table.tables[name], table, lifts, space).flatMap(({ action, ...row }): Row[] => {
      const found = table.actions[action]
      return found === undefined ? [] : [{ ...row, action: found }]
    }),
  )
  return { table, rows, rules: table.rules }
}
