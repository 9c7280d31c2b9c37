import { type Steps, uncovered, type Uncovered } from './cover.ts'
import { areApart, type Cube, meet } from './cube.ts'
import type { Space } from './classes.ts'

/** Some requests: those of one cube that are in none of others. What analyses narrow until one question is left to ask. */
export interface Region {
  readonly cube: Cube
  readonly outside: readonly Cube[]
}

/** The requests of a region that are in one of the cubes, a region for each. */
export function within(region: Region, cubes: readonly Cube[]): readonly Region[] {
  return cubes.flatMap((each) => {
    const cube = meet(region.cube, each)
    return cube === undefined ? [] : [{ cube, outside: region.outside }]
  })
}

/** The requests of a region that are in none of the cubes. */
export function without(region: Region, cubes: readonly Cube[]): Region {
  return { cube: region.cube, outside: [...region.outside, ...cubes] }
}

/** A cube of requests of the region, where it has any: the one question of the cover check. */
export function askRegion(space: Space, { cube, outside }: Region, steps: Steps): Uncovered {
  const near = outside.filter((each) => !areApart(each, cube))
  return uncovered(space, cube, near, steps)
}
