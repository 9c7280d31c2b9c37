import { classList } from './class-set.ts'
import type { Space } from './classes.ts'
import { type Cube, restrictionOn } from './cube.ts'

/** Cubes in order, so laid out that a target need not be held against each of them. */
export interface CubeIndex {
  /** Cubes among the first `before` that may meet the target, in order. None that meets it is missing. */
  readonly near: (target: Cube, before: number) => readonly Cube[]
  /** The same, as their places. */
  readonly placesNear: (target: Cube, before: number) => readonly number[]
}

interface Buckets {
  readonly axis: number
  /** Per class of that axis, the numbers of the cubes that name it. */
  readonly byClass: readonly (readonly number[])[]
  /** Cubes that do not restrict the axis. */
  readonly free: readonly number[]
  /** Cubes that two random questions would look at, summed: the smaller, the better the axis. */
  readonly load: number
}

/** Files the cubes by their classes on the axis that tells them apart best: most rules speak of one team, or one task. */
export function indexCubes(space: Space, cubes: readonly Cube[]): CubeIndex {
  const best = space.axes
    .map((_, axis) => bucketsOn(space, axis, cubes))
    .reduce<Buckets | undefined>((a, b) => (a === undefined || b.load < a.load ? b : a), undefined)
  const placesNear = (target: Cube, before: number): readonly number[] =>
    near(best, target, Math.min(before, cubes.length))
  return {
    placesNear,
    near: (target, before) => placesNear(target, before).map((place) => cubes[place] as Cube),
  }
}

function bucketsOn(space: Space, axis: number, cubes: readonly Cube[]): Buckets {
  const byClass: number[][] = Array.from({ length: space.axes[axis]?.count ?? 0 }, () => [])
  const free: number[] = []
  cubes.forEach((cube, number) => {
    const set = restrictionOn(cube, axis)
    if (set === undefined) free.push(number)
    else for (const each of classList(set)) byClass[each]?.push(number)
  })
  const own = byClass.reduce((sum, bucket) => sum + bucket.length ** 2, 0)
  return { axis, byClass, free, load: own + free.length * cubes.length }
}

function near(best: Buckets | undefined, target: Cube, before: number): readonly number[] {
  const set = best === undefined ? undefined : restrictionOn(target, best.axis)
  if (best === undefined || set === undefined) return Array.from({ length: before }, (_, place) => place)
  const numbers = new Set(best.free)
  for (const each of classList(set)) for (const number of best.byClass[each] ?? []) numbers.add(number)
  return [...numbers].filter((number) => number < before).toSorted((a, b) => a - b)
}
