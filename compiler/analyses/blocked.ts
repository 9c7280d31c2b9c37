import { type TableName, tableNames, tables } from '../../core/tables.ts'
import { type Blocker, blockersOf } from '../blockers.ts'
import type { CubedRule } from '../cubed.ts'
import type { AnalysisInput } from './analysis.ts'

/** A rule that some request meets, though none is left for it, and the earlier rules that take them. */
export interface Blocked {
  readonly table: Exclude<TableName, 'guard'>
  readonly by: CubedRule
  readonly blockers: readonly Blocker[]
}

const known = new WeakMap<AnalysisInput, readonly Blocked[]>()

/** Every rule that never decides because of earlier ones. Two analyses ask, so the answer is kept for the input at hand. */
export function blockedRules(input: AnalysisInput): readonly Blocked[] {
  const found = known.get(input) ?? findBlocked(input)
  known.set(input, found)
  return found
}

function findBlocked({ cubed, reach }: AnalysisInput): readonly Blocked[] {
  return tableNames
    .filter((table) => table !== 'guard')
    .flatMap((table) => {
      const rules: readonly CubedRule[] = cubed[table]
      const before = (index: number): readonly CubedRule[] =>
        tables[table] === 'first' ? rules.slice(0, index) : []
      return rules.flatMap((by, index): Blocked[] =>
        reach.get(by.rule)?.kind === 'covered'
          ? [{ table, by, blockers: blockersOf(cubed, table, by, before(index)) }]
          : [],
      )
    })
}
