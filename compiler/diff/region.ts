import { difference } from '../class-set.ts'
import type { Space } from '../classes.ts'
import { type Steps, uncovered } from '../cover.ts'
import { contains, type Cube } from '../cube.ts'
import { widen } from '../widen.ts'

/** A target without what is taken, written as cubes: each as large as it can be, together all of it. */
export type Region =
  | { readonly kind: 'cubes'; readonly cubes: readonly Cube[] }
  /** More cubes than asked for. */
  | { readonly kind: 'many' }
  | { readonly kind: 'unproven' }

/**
 * Covers `target` without `taken` by few large cubes: a witness of what is not covered yet is widened until it meets
 * `taken` or the target's own end, again and again. The cubes may overlap; none of them leaves the region but into
 * combinations that no request has.
 */
export function regionOf(
  space: Space,
  target: Cube,
  taken: readonly Cube[],
  cubesMax: number,
  steps: Steps,
): Region {
  const walls = [...taken, ...outside(space, target)]
  const cubes: Cube[] = []
  for (;;) {
    const found = uncovered(space, target, [...space.impossible, ...cubes, ...taken], steps)
    if (found.kind === 'unproven') return found
    if (found.kind === 'covered') return { kind: 'cubes', cubes: needed(space, cubes, taken, steps) }
    if (cubes.length === cubesMax) return { kind: 'many' }
    cubes.push(widen(space, found.cube, walls))
  }
}

/** The complement of a cube, as one cube for each axis that it restricts. */
export function outside(space: Space, cube: Cube): readonly Cube[] {
  return cube.map(({ axis, set }) => {
    const { full } = space.axes[axis] as Space['axes'][number]
    return [{ axis, set: difference(full, set) }]
  })
}

/** Without the cubes that the others make needless: a later one may have grown over an earlier one. */
function needed(space: Space, cubes: readonly Cube[], taken: readonly Cube[], steps: Steps): readonly Cube[] {
  return cubes.reduce((left, cube) => {
    const others = left.filter((each) => each !== cube)
    if (others.some((each) => contains(each, cube))) return others
    const earlier = [...space.impossible, ...others, ...taken]
    return others.length > 0 && uncovered(space, cube, earlier, steps).kind === 'covered' ? others : left
  }, cubes)
}
