import { firstTables, type FirstTable } from '../../core/tables.ts'
import { type Blocker, blockersOf } from '../blockers.ts'
import type { CubedRule } from '../cubed.ts'
import type { AnalysisInput } from './analysis.ts'

/** A rule that some request meets, though none is left for it, and the earlier rules that take them. */
export interface Blocked {
  readonly table: FirstTable
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
  return firstTables.flatMap((table) => {
    const rules: readonly CubedRule[] = cubed[table]
    return rules.flatMap((by, index): Blocked[] =>
      reach.get(by.rule)?.kind === 'covered'
        ? [{ table, by, blockers: blockersOf(cubed, by, rules.slice(0, index)) }]
        : [],
    )
  })
}
