import { type ClassSet, classes, hasClass } from './class-set.ts'
import type { Axis, Space } from './classes.ts'
import type { Cube, Restriction } from './cube.ts'

/**
 * Two requests that agree on every fact but some, as one point: the axes of those facts are there twice. A question
 * about such a pair (one is denied, the other is not) is then a question about cubes, answered by the cover check as any other.
 *
 *     axes      team  env  task        task is free to differ
 *     twice     team  env  task  task'    first: task   second: task'
 */
export interface Twice {
  readonly space: Space
  /** The cube as one of second requests. */
  readonly second: (cube: Cube) => Cube
  /** The first request's part of a cube of pairs, and the second's, as cubes of the plain space. */
  readonly split: (pairs: Cube) => { readonly first: Cube; readonly second: Cube }
}

/** The space of pairs that may differ on the axes of `mayDiffer`; `undefined` where the policy tests none of them. */
export function twice(space: Space, mayDiffer: (axis: Axis) => boolean): Twice | undefined {
  const { axes } = space
  const doubled = axes.flatMap((axis, number) => (mayDiffer(axis) ? [number] : []))
  if (doubled.length === 0) return undefined
  const copyOf = new Map(doubled.map((number, index) => [number, axes.length + index]))
  const second = renamed(copyOf)
  const pairs: Space = {
    axes: [...axes, ...doubled.map((number) => axes[number] as Axis)],
    impossible: [...space.impossible, ...space.impossible.map(second)],
    placeOf: space.placeOf,
  }
  const back = renamed(new Map([...copyOf].map(([number, copy]) => [copy, number])))
  const split: Twice['split'] = (cube) => ({
    first: cube.filter(({ axis }) => axis < axes.length),
    second: back(cube.filter(({ axis }) => !copyOf.has(axis))),
  })
  return { space: pairs, second, split }
}

/** The cube with its axes renamed. */
function renamed(names: ReadonlyMap<number, number>): (cube: Cube) => Cube {
  return (cube) =>
    cube
      .map(({ axis, set }): Restriction => ({ axis: names.get(axis) ?? axis, set }))
      .toSorted((a, b) => a.axis - b.axis)
}

/** Requests that carry a fact, on each axis that tells absence apart and may differ: leaving a fact out is no lie. */
export function carrying({ axes }: Space, mayDiffer: (axis: Axis) => boolean): Cube {
  return axes.flatMap((axis, number): Restriction[] => {
    const { missing } = axis
    const isToldApart = missing !== undefined && axis.samples[missing] === undefined
    return isToldApart && mayDiffer(axis) ? [{ axis: number, set: without(axis, missing) }] : []
  })
}

function without({ count, full }: Axis, missing: number): ClassSet {
  const others = Array.from({ length: count }, (_, each) => each).filter(
    (each) => each !== missing && hasClass(full, each),
  )
  return classes(count, others)
}
