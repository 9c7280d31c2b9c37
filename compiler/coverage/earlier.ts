import { type CubeIndex, indexCubes } from '../cover-index.ts'
import type { Cube } from '../cube.ts'
import type { CubedPolicy, CubedRule } from '../cubed.ts'
import type { PolicyRule } from '../rules.ts'
import { type TableName, tables } from '../../core/tables.ts'
import { otherTraffic } from '../traffic.ts'
import { isDeny } from './asked.ts'

/** The cubes that are decided before a rule is asked, those that may meet a given cube; what no request can be is among them. */
export type Earlier = (table: TableName, rule: PolicyRule, cube: Cube) => readonly Cube[]

/** What `askingOf` says of requests, said of cubes: for the cover routine. */
export function earlierCubes(cubed: CubedPolicy): Earlier {
  const { impossible } = cubed.space
  const denies = cubed.guard.filter(({ rule }) => isDeny(rule))
  const guard = layOut(cubed, impossible, denies)
  const denied = [...impossible, ...denies.flatMap(({ cubes }) => cubes)]
  const layouts = new Map<TableName, Layout>()
  const layoutOf = (table: TableName): Layout => {
    const known =
      layouts.get(table) ?? layOut(cubed, [...otherTraffic(cubed.space, table), ...denied], cubed[table])
    layouts.set(table, known)
    return known
  }
  return (table, rule, cube) => {
    if (isDeny(rule)) return guard.index.near(cube, guard.before.get(rule) ?? 0)
    if (tables[table] !== 'first') return denied
    const { index, before } = layoutOf(table)
    return index.near(cube, before.get(rule) ?? 0)
  }
}

interface Layout {
  readonly index: CubeIndex
  /** How many cubes of the index stand before each rule. */
  readonly before: ReadonlyMap<PolicyRule, number>
}

function layOut(cubed: CubedPolicy, outside: readonly Cube[], rules: readonly CubedRule[]): Layout {
  const index = indexCubes(cubed.space, [...outside, ...rules.flatMap(({ cubes }) => cubes)])
  const before = new Map<PolicyRule, number>()
  let count = outside.length
  for (const { rule, cubes } of rules) {
    before.set(rule, count)
    count += cubes.length
  }
  return { index, before }
}
