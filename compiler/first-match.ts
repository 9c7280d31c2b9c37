import { type CubeIndex, indexCubes } from './cover-index.ts'
import { type Cube, meet } from './cube.ts'
import type { CubedRule } from './cubed.ts'
import type { Space } from './classes.ts'
import type { Region } from './region.ts'
import type { PolicyRule } from './rules.ts'

/** A table of which the first row that matches decides, filed so that what a row decides is found quickly. */
export interface FirstMatch<R extends PolicyRule = PolicyRule> {
  readonly rules: readonly CubedRule<R>[]
  readonly index: CubeIndex
  /** Per rule, how many cubes the rules before it have. */
  readonly before: readonly number[]
}

export function firstMatch<R extends PolicyRule>(
  space: Space,
  rules: readonly CubedRule<R>[],
): FirstMatch<R> {
  let count = 0
  const before = rules.map(({ cubes }) => {
    const here = count
    count += cubes.length
    return here
  })
  return {
    rules,
    index: indexCubes(
      space,
      rules.flatMap(({ cubes }) => cubes),
    ),
    before,
  }
}

/** The requests of a region that one rule of the table decides: it matches, and none before it does. */
export function decidedBy(table: FirstMatch, number: number, region: Region): readonly Region[] {
  const { cubes } = table.rules[number] as CubedRule
  const before = table.before[number] as number
  return cubes.flatMap((each) => {
    const cube = meet(region.cube, each)
    return cube === undefined ? [] : [{ cube, outside: outsideOf(table.index, cube, before, region) }]
  })
}

/** The requests of a region that no rule of the table matches. */
export function leftOver(table: FirstMatch, region: Region): Region {
  return { cube: region.cube, outside: outsideOf(table.index, region.cube, Number.MAX_SAFE_INTEGER, region) }
}

function outsideOf(index: CubeIndex, cube: Cube, before: number, region: Region): readonly Cube[] {
  return [...region.outside, ...index.near(cube, before)]
}
