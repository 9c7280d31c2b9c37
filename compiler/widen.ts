import { addClass, areEqual, noClass } from './class-set.ts'
import type { Axis, Space } from './classes.ts'
import { areApart, type Cube, restrict } from './cube.ts'

/**
 * The largest cube around a given one, axis by axis, that is still apart from every cube of `taken`: a witness is found
 * in a corner, and this is what matters of it. What different facts make impossible is kept apart from in any case.
 */
export function widen(space: Space, cube: Cube, taken: readonly Cube[]): Cube {
  const apart = [...taken, ...space.impossible.filter((each) => tiesFacts(space, each))]
  return cube.reduceRight<Cube>((wide, { axis }) => widenOn(space, axis, wide, apart), cube)
}

/**
 * Whether a combination is impossible because of different facts, as a count of a budget that does not apply: a request
 * of the wide cube must not be one. That one literal is part of another, the maker of witnesses sees to itself.
 */
function tiesFacts(space: Space, cube: Cube): boolean {
  return new Set(cube.map(({ axis }) => space.axes[axis]?.fact)).size > 1
}

function widenOn(space: Space, axis: number, cube: Cube, taken: readonly Cube[]): Cube {
  const { count, full } = space.axes[axis] as Axis
  const near = taken.filter(
    (other) =>
      !areApart(
        other,
        cube.filter((each) => each.axis !== axis),
      ),
  )
  const set = noClass(count)
  for (let each = 0; each < count; each++) {
    const alone = noClass(count)
    addClass(alone, each)
    const part: Cube = [{ axis, set: alone }]
    if (near.every((other) => areApart(other, part))) addClass(set, each)
  }
  return areEqual(set, full) ? cube.filter((each) => each.axis !== axis) : restrict(cube, axis, set)
}
