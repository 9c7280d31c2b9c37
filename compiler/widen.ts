import { addClass, areEqual, noClass } from './class-set.ts'
import type { Axis, Space } from './classes.ts'
import { areApart, type Cube, restrict } from './cube.ts'

/**
 * The largest cube around a given one, axis by axis, that is still apart from every cube of `taken`: a witness is found
 * in a corner, and this is what matters of it.
 */
export function widen(space: Space, cube: Cube, taken: readonly Cube[]): Cube {
  return cube.reduceRight<Cube>((wide, { axis }) => widenOn(space, axis, wide, taken), cube)
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
