import { classes as classSet, classList, hasClass } from '../class-set.ts'
import type { Space } from '../classes.ts'
import { type Steps, type Uncovered, uncovered } from '../cover.ts'
import { type CubeIndex, indexCubes } from '../cover-index.ts'
import { areApart, type Cube, restrictionOn } from '../cube.ts'
import { widen } from '../widen.ts'
import type { Line, Strand } from './line.ts'
import { outside } from './region.ts'

/** Asks what is left of a target after what is taken of it, among the requests that matter. */
export type AskRest = (target: Cube, taken: readonly Cube[], steps: Steps) => Uncovered

/** Every request matters but those of these cubes. */
export function askOutside(space: Space, masked: readonly Cube[]): AskRest {
  const index = indexCubes(space, masked)
  return (target, taken, steps) => {
    const near = index.near(target, masked.length)
    return uncovered(space, target, [...space.impossible, ...near, ...taken], steps)
  }
}

/**
 * Only requests that neither policy denies matter. What is denied is never spelled out, since a `default deny` is what a
 * thousand rules leave: when an answer lies in a denied request, the cube of denied requests around it is remembered,
 * and the question is asked again without it.
 */
export function askAllowed(space: Space, decision: Strand): AskRest {
  const sides = [decision.before, decision.after].map((lines) => deciderOf(space, lines))
  const denied: Cube[] = []
  return (target, taken, steps) => {
    for (;;) {
      const near = denied.filter((cube) => !areApart(cube, target))
      const found = uncovered(space, target, [...space.impossible, ...near, ...taken], steps)
      if (found.kind !== 'witness') return found
      const point = pointIn(space, found.cube)
      const more = sides.map((side) => side.deniedAround(point)).filter((cube) => cube !== undefined)
      if (more.length === 0) return { kind: 'witness', cube: point }
      denied.push(...more)
    }
  }
}

interface Decider {
  /** The denied requests around a point; `undefined` where it is not denied. */
  readonly deniedAround: (point: Cube) => Cube | undefined
}

function deciderOf(space: Space, lines: readonly Line[]): Decider {
  const index = indexCubes(
    space,
    lines.map(({ cube }) => cube),
  )
  const deniedAround = (point: Cube): Cube | undefined => {
    const near = index.placesNear(point, lines.length).map((place) => lines[place] as Line)
    const by = near.find(({ cube }) => !areApart(cube, point))
    if (by?.effect.kind !== 'deny') return undefined
    const walls = allowedBefore(lines, lines.indexOf(by), index)
    return widen(space, point, [...walls, ...outside(space, by.cube)])
  }
  return { deniedAround }
}

/** What earlier lines that do not deny take. */
function allowedBefore(lines: readonly Line[], end: number, index: CubeIndex): readonly Cube[] {
  const line = lines[end] as Line
  return index
    .placesNear(line.cube, end)
    .map((place) => lines[place] as Line)
    .filter(({ effect, cube }) => effect.kind !== 'deny' && !areApart(cube, line.cube))
    .map(({ cube }) => cube)
}

/** One class on each axis, inside a cube: where nothing is said, that of a request which does not say it. */
export function pointIn(space: Space, cube: Cube): Cube {
  return space.axes.map(({ count, full, unsaid }, axis) => {
    const set = restrictionOn(cube, axis) ?? full
    const one = unsaid !== undefined && hasClass(set, unsaid) ? unsaid : (classList(set)[0] ?? 0)
    return { axis, set: classSet(count, [one]) }
  })
}
