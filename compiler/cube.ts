import {
  areDisjoint,
  areEqual,
  includesAll,
  intersection,
  isNoClass,
  union,
  type ClassSet,
} from './class-set.ts'

/** One axis of a cube: the request's class there is one of `set`, which is neither empty nor full. */
export interface Restriction {
  readonly axis: number
  readonly set: ClassSet
}

/**
 * A box of requests: the restrictions that all of them meet, by ascending axis. An axis that is not listed is free, so
 * the empty list is every request.
 */
export type Cube = readonly Restriction[]

/** Every request. */
export const everything: Cube = []

/** The requests in both cubes; `undefined` when there are none. */
export function meet(a: Cube, b: Cube): Cube | undefined {
  const both: Restriction[] = []
  let j = 0
  for (const mine of a) {
    while (j < b.length && at(b, j).axis < mine.axis) both.push(at(b, j++))
    if (j < b.length && at(b, j).axis === mine.axis) {
      const set = intersection(mine.set, at(b, j++).set)
      if (isNoClass(set)) return undefined
      both.push({ axis: mine.axis, set })
    } else both.push(mine)
  }
  while (j < b.length) both.push(at(b, j++))
  return both
}

/** Whether no request is in both. */
export function areApart(a: Cube, b: Cube): boolean {
  let j = 0
  for (const mine of a) {
    while (j < b.length && at(b, j).axis < mine.axis) j += 1
    if (j === b.length) return false
    if (at(b, j).axis === mine.axis && areDisjoint(mine.set, at(b, j).set)) return true
  }
  return false
}

/** Whether every request of `part` is in `whole`. */
export function contains(whole: Cube, part: Cube): boolean {
  if (whole.length > part.length) return false
  let j = 0
  for (const theirs of whole) {
    while (j < part.length && at(part, j).axis < theirs.axis) j += 1
    if (j === part.length || at(part, j).axis !== theirs.axis || !includesAll(theirs.set, at(part, j).set))
      return false
  }
  return true
}

/**
 * The one cube that is exactly both together, where there is one: they restrict the same axes and differ in one. `full`
 * gives every class of an axis: a union that has them all is no restriction any more.
 */
export function join(a: Cube, b: Cube, full: (axis: number) => ClassSet): Cube | undefined {
  if (a.length !== b.length) return undefined
  let differing = -1
  for (let i = 0; i < a.length; i++) {
    if (at(a, i).axis !== at(b, i).axis) return undefined
    if (areEqual(at(a, i).set, at(b, i).set)) continue
    if (differing !== -1) return undefined
    differing = i
  }
  if (differing === -1) return a
  const { axis, set } = at(a, differing)
  const joined = union(set, at(b, differing).set)
  return areEqual(joined, full(axis)) ? a.toSpliced(differing, 1) : a.with(differing, { axis, set: joined })
}

/** What a cube allows on one axis; `undefined` where it is free. */
export function restrictionOn(cube: Cube, axis: number): ClassSet | undefined {
  return cube.find((each) => each.axis === axis)?.set
}

/** The cube with its restriction on one axis replaced. */
export function restrict(cube: Cube, axis: number, set: ClassSet): Cube {
  const place = cube.findIndex((each) => each.axis >= axis)
  if (place === -1) return [...cube, { axis, set }]
  return at(cube, place).axis === axis
    ? cube.with(place, { axis, set })
    : cube.toSpliced(place, 0, { axis, set })
}

// Within bounds: the loops above count.
function at(cube: Cube, index: number): Restriction {
  return cube[index] as Restriction
}
