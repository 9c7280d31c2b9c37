import { classList } from './class-set.ts'
import type { Space } from './classes.ts'
import { type Cube, restrictionOn } from './cube.ts'

/** Cubes in order, so laid out that a target need not be held against each of them. */
export interface CubeIndex {
  /** Cubes among the first `before` that may meet the target, in order. None that meets it is missing. */
  readonly near: (target: Cube, before: number) => readonly Cube[]
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
  return {
    near: (target, before) =>
      best === undefined ? cubes.slice(0, before) : near(best, cubes, target, before),
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

function near(
  { axis, byClass, free }: Buckets,
  cubes: readonly Cube[],
  target: Cube,
  before: number,
): readonly Cube[] {
  const set = restrictionOn(target, axis)
  if (set === undefined) return cubes.slice(0, before)
  const numbers = new Set(free)
  for (const each of classList(set)) for (const number of byClass[each] ?? []) numbers.add(number)
  return [...numbers]
    .filter((number) => number < before)
    .toSorted((a, b) => a - b)
    .map((number) => cubes[number] as Cube)
}
