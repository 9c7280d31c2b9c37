import type { FirstTable } from '../core/tables.ts'
import { type Steps, uncovered } from './cover.ts'
import { type CubeIndex, indexCubes } from './cover-index.ts'
import { type Cube, meet } from './cube.ts'
import type { CubedPolicy, CubedRule } from './cubed.ts'
import { outsideOf } from './reach.ts'
import { widen } from './widen.ts'

/** Whether a rule decides a request of some part of all requests: one of them, none, or the cap on steps came first. */
export type Found =
  /** Every request of `cube` lies in the part, and the rule decides it. `around` is the cube of the rule, cut down to the part. */
  | { readonly kind: 'request'; readonly cube: Cube; readonly around: Cube }
  | { readonly kind: 'none' }
  | { readonly kind: 'unproven' }

/** What lies before a rule: a request in one of these cubes is not decided by it. None that meets the part is missing. */
export type Before = (part: Cube) => readonly Cube[]

/** The rules of one table of which the first that matches decides, laid out to be asked about many times. */
export interface Decisions {
  readonly before: (by: CubedRule) => Before
  /** A request inside `part` that `by` decides. */
  readonly find: (by: CubedRule, part: Cube, steps: Steps) => Found
}

/** Files the rules of a table for questions. The guard's denies stand before each of them. */
export function decisionsOf(cubed: CubedPolicy, table: FirstTable): Decisions {
  const rules: readonly CubedRule[] = cubed[table]
  const outside = outsideOf(cubed, table)
  const index = indexCubes(cubed.space, [...outside, ...rules.flatMap(({ cubes }) => cubes)])
  const counts = countsBefore(rules, outside.length)
  const before = (by: CubedRule): Before => near(index, counts.get(by) ?? outside.length)
  return {
    before,
    find: (by, part, steps) => findOutside(cubed, partsOf(by.cubes, part), before(by), steps),
  }
}

/** A request of the cubes that lies in none of those before. */
export function findOutside(
  { space }: CubedPolicy,
  cubes: readonly Cube[],
  before: Before,
  steps: Steps,
): Found {
  let isProven = true
  for (const cube of cubes) {
    const found = uncovered(space, cube, before(cube), steps)
    if (found.kind === 'witness') return { kind: 'request', cube: found.cube, around: cube }
    if (found.kind === 'unproven') isProven = false
  }
  return { kind: isProven ? 'none' : 'unproven' }
}

/** The cubes cut down to a part. */
export function partsOf(cubes: readonly Cube[], part: Cube): readonly Cube[] {
  return cubes.map((cube) => meet(cube, part)).filter((both) => both !== undefined)
}

/** The most of a part that can be said in one breath: all of these requests are decided as the found one is. */
export function widest(
  { space }: CubedPolicy,
  { cube, around }: Extract<Found, { kind: 'request' }>,
  before: Before,
): Cube {
  const impossible = new Set(space.impossible)
  const taken = before(around).filter((each) => !impossible.has(each))
  return meet(widen(space, cube, taken), around) ?? cube
}

function countsBefore(rules: readonly CubedRule[], outside: number): ReadonlyMap<CubedRule, number> {
  let count = outside
  return new Map(
    rules.map((rule) => {
      const before = count
      count += rule.cubes.length
      return [rule, before]
    }),
  )
}

function near(index: CubeIndex, count: number): Before {
  return (part) => index.near(part, count)
}
