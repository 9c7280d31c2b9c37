import type { Witness } from '../../lang/diagnostic.ts'
import { classes } from '../class-set.ts'
import { type Steps, uncovered } from '../cover.ts'
import { type Cube, everything, meet } from '../cube.ts'
import { type CubedPolicy, possibleCubes } from '../cubed.ts'
import { stepsMax } from '../reach.ts'
import { witnessOf } from '../witness.ts'
import { isDeny } from './asked.ts'
import type { Earlier } from './earlier.ts'
import type { GoalCase } from './goal.ts'

/** A request that shows a goal; or that none does; or that the cap on steps came first; or that none of those found would do. */
export type Found<T> =
  | { readonly kind: 'found'; readonly value: T }
  | { readonly kind: 'unreachable' | 'unproven' | 'rejected' }

/** One search: the policy in cubes, and what makes something of a request, `undefined` where it would not do. */
export interface Search<T> {
  readonly cubed: CubedPolicy
  readonly earlier: Earlier
  readonly accept: (facts: Witness) => T | undefined
}

/**
 * Looks for a request that is one of the cases, by the one cover routine. Where what it finds would not do, it looks
 * again in every part of the traffic that a route takes and no `never use` touches.
 */
export function findRequest<T>(search: Search<T>, cases: readonly GoalCase[]): Found<T> {
  const steps: Steps = { left: stepsMax }
  const whole = findWithin(search, cases, { cube: everything, outside: [] }, steps)
  if (whole.kind !== 'rejected') return whole
  for (const part of partsOf(search)) {
    const found = findWithin(search, cases, part, steps)
    if (found.kind === 'found') return found
  }
  return whole
}

/** Part of the traffic: a cube without others. */
interface Part {
  readonly cube: Cube
  readonly outside: readonly Cube[]
}

function partsOf({ cubed, earlier }: Search<unknown>): readonly Part[] {
  const bans = cubed.guard.filter(({ rule }) => !isDeny(rule)).flatMap(({ cubes }) => cubes)
  return cubed.route.flatMap(({ rule, cubes }) =>
    cubes.map((cube) => ({ cube, outside: [...bans, ...earlier('route', rule, cube)] })),
  )
}

function findWithin<T>(search: Search<T>, cases: readonly GoalCase[], part: Part, steps: Steps): Found<T> {
  let worst: Found<T> = { kind: 'unreachable' }
  for (const each of cases) {
    const found = findForCase(search, each, part, steps)
    if (found.kind === 'found') return found
    if (found.kind !== 'unreachable') worst = found
  }
  return worst
}

function findForCase<T>(search: Search<T>, each: GoalCase, part: Part, steps: Steps): Found<T> {
  const { space } = search.cubed
  const cubes = cubesOfCase(search.cubed, each)
  if (cubes === undefined) return { kind: 'unproven' }
  let worst: Found<T> = { kind: 'unreachable' }
  for (const own of cubes) {
    const cube = meet(own, part.cube)
    if (cube === undefined) continue
    const taken = [...part.outside, ...search.earlier(each.table, each.rule, cube)]
    const found = uncovered(space, cube, taken, steps)
    if (found.kind === 'unproven') worst = found
    if (found.kind !== 'witness') continue
    const value = search.accept(requestIn(search.cubed, found.cube, each))
    if (value !== undefined) return { kind: 'found', value }
    worst = { kind: 'rejected' }
  }
  return worst
}

/** The cubes of a case's condition, of an edge only the class of its value: rules cannot tell values of a class apart. */
function cubesOfCase({ space }: CubedPolicy, { condition, at }: GoalCase): readonly Cube[] | undefined {
  const cubes = possibleCubes(condition, space)
  if (at === undefined || cubes === undefined) return cubes
  const { axis: number } = space.placeOf(at.atom)
  const axis = space.axes[number]
  if (axis === undefined) return []
  if (axis.count === 1) return cubes
  const edge: Cube = [{ axis: number, set: classes(axis.count, [axis.classOf(at.value)]) }]
  return cubes.map((cube) => meet(cube, edge)).filter((cube) => cube !== undefined)
}

function requestIn({ space }: CubedPolicy, cube: Cube, { at }: GoalCase): Witness {
  const facts = witnessOf(space, cube)
  return at === undefined ? facts : { ...facts, [at.fact.name]: at.value }
}
