import { tableNames } from '../core/tables.ts'
import type { DecisionTable } from '../schemas/generated/decision-table.ts'
import type { CubedPolicy } from './cubed.ts'
import type { Reach } from './reach.ts'
import type { PolicyRule } from './rules.ts'

/** How large a policy came out: for `--stats`, and for whoever wonders why a table grew. */
export interface Stats {
  readonly rules: number
  /** Facts looked at, each `contains` literal counted apart. */
  readonly axes: number
  /** Classes of all axes. */
  readonly classes: number
  /** Cubes of all rules. */
  readonly cubes: number
  /** Cubes, and the rows that gwc itself supplies. */
  readonly rows: number
  readonly actions: number
  readonly selfTests: number
  /** Cubes that the question of which rules can run looked at. */
  readonly steps: number
}

/** Counts what a table is made of. */
export function statsOf(
  cubed: CubedPolicy,
  reach: ReadonlyMap<PolicyRule, Reach>,
  table: DecisionTable,
): Stats {
  const rules = tableNames.flatMap((name) => [...cubed[name]])
  return {
    rules: rules.length,
    axes: table.axes.length,
    classes: table.axes.reduce((sum, { count }) => sum + count, 0),
    cubes: rules.reduce((sum, { cubes }) => sum + cubes.length, 0),
    rows: tableNames.reduce((sum, name) => sum + (table.tables[name]?.rows ?? 0), 0),
    actions: table.actions.length,
    selfTests: table.selfTest.length,
    steps: [...reach.values()].reduce((sum, { steps }) => sum + steps, 0),
  }
}
