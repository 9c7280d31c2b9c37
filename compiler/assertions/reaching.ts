import { firstTables, type TableName, tableNames } from '../../core/tables.ts'
import type { CubedRule } from '../cubed.ts'
import { decidedBy, firstMatch } from '../first-match.ts'
import { type Region, within, without } from '../region.ts'
import { type Ground } from './ground.ts'
import { type Questions, requestsOf } from './questions.ts'

/** A rule of the policy, where it stands. */
export interface Placed {
  readonly table: TableName
  readonly number: number
  readonly rule: CubedRule
}

/** The row of that full name, in whichever table. */
export function placeOf({ cubed }: Ground, name: string): Placed | undefined {
  for (const table of tableNames) {
    const rules: readonly CubedRule[] = cubed[table]
    const number = rules.findIndex(({ rule }) => rule.name === name)
    const rule = rules[number]
    if (rule !== undefined) return { table, number, rule }
  }
  return undefined
}

/** Whether some request of the regions is decided by the rule; of a table whose rows all apply, whether it matches one. */
export function isReached(q: Questions, name: string, everywhere: readonly Region[]): boolean {
  const placed = placeOf(q.ground, name)
  if (placed === undefined) return true
  return everywhere
    .flatMap((region) => partsFor(q.ground, placed, region))
    .some((part) => requestsOf(q, part) !== undefined)
}

function partsFor(ground: Ground, { table, number, rule }: Placed, region: Region): readonly Region[] {
  if (table === 'guard') return within(region, rule.cubes)
  const allowed = without(region, ground.denied)
  const isFirst = firstTables.some((each) => each === table)
  if (!isFirst) return within(allowed, rule.cubes)
  return decidedBy(firstMatch(ground.space, ground.cubed[table] as readonly CubedRule[]), number, allowed)
}
