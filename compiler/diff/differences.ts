import type { Space } from '../classes.ts'
import type { Steps } from '../cover.ts'
import { type CubeIndex, indexCubes } from '../cover-index.ts'
import { type Cube, meet } from '../cube.ts'
import type { Line, Strand } from './line.ts'
import type { AskRest } from './mask.ts'
import { findUnchanged } from './unchanged.ts'

/** Requests that one line decides before and another after, with another effect. */
export interface Difference {
  readonly before: Line
  readonly after: Line
  /** What both lines match; less what is taken, it is what they decide. */
  readonly target: Cube
  /** What earlier lines of either side take of it. */
  readonly taken: readonly Cube[]
  /** Those lines themselves. */
  readonly takers: readonly Taker[]
  /** A part of it that is surely not empty; `undefined` where the cap on steps came first. */
  readonly cell: Cube | undefined
}

/** An earlier line that takes some of a target. */
export interface Taker {
  readonly side: 'before' | 'after'
  readonly line: Line
}

/** One strand, compared. */
export interface Compared {
  readonly strand: string
  readonly differences: readonly Difference[]
  /** Asks about the requests that matter to it. */
  readonly askRest: AskRest
}

/** Steps for one question; with what a policy may take in all, as for reach. */
const stepsOfQuestion = 250_000

/** A list of lines, laid out to find those that meet a cube. */
interface Indexed {
  readonly lines: readonly Line[]
  readonly index: CubeIndex
}

/**
 * Every pair of lines that decide some request, one before and one after, with different effects. Only changed lines are
 * looked at, and beside each only the lines that meet it. `askRest` knows which requests matter.
 */
export function differencesOf(
  space: Space,
  { before, after }: Strand,
  askRest: AskRest,
  steps: Steps,
): readonly Difference[] {
  const { placeInAfter, placeInBefore } = findUnchanged(before, after)
  const [old, now] = [indexed(space, before), indexed(space, after)]
  const ask = (i: number, j: number): readonly Difference[] =>
    differenceAt({ old, now, askRest }, i, j, steps)
  const gone = before.flatMap((line, i) =>
    placeInAfter[i] !== -1
      ? []
      : placesNear(now, line.cube)
          .filter((j) => !isBetween(placeInBefore[j], i))
          .flatMap((j) => ask(i, j)),
  )
  const come = after.flatMap((line, j) =>
    placeInBefore[j] !== -1
      ? []
      : placesNear(old, line.cube)
          .filter((i) => placeInAfter[i] !== -1 && !isBetween(placeInAfter[i], j))
          .flatMap((i) => ask(i, j)),
  )
  return [...gone, ...come]
}

/** An unchanged line that stands before the changed one on the changed one's side takes all that they share there. */
const isBetween = (place = -1, end = 0): boolean => place !== -1 && place < end

function indexed(space: Space, lines: readonly Line[]): Indexed {
  return {
    lines,
    index: indexCubes(
      space,
      lines.map(({ cube }) => cube),
    ),
  }
}

function placesNear({ lines, index }: Indexed, cube: Cube): readonly number[] {
  return index.placesNear(cube, lines.length)
}

interface Field {
  readonly old: Indexed
  readonly now: Indexed
  readonly askRest: AskRest
}

function differenceAt(
  { old, now, askRest }: Field,
  i: number,
  j: number,
  steps: Steps,
): readonly Difference[] {
  const [before, after] = [old.lines[i] as Line, now.lines[j] as Line]
  if (before.effect.key === after.effect.key) return []
  const target = meet(before.cube, after.cube)
  if (target === undefined) return []
  const takers = [...takersOf(old, 'before', target, i), ...takersOf(now, 'after', target, j)]
  const taken = takers.map(({ line }) => line.cube)
  const mine: Steps = { left: Math.max(0, Math.min(stepsOfQuestion, steps.left)) }
  const given = mine.left
  const found = askRest(target, taken, mine)
  steps.left -= given - mine.left
  if (found.kind === 'covered') return []
  const cell = found.kind === 'witness' ? found.cube : undefined
  return [{ before, after, target, taken, takers, cell }]
}

function takersOf(
  { lines, index }: Indexed,
  side: Taker['side'],
  target: Cube,
  end: number,
): readonly Taker[] {
  return index
    .placesNear(target, end)
    .map((place) => ({ side, line: lines[place] as Line }))
    .filter(({ line }) => meet(line.cube, target) !== undefined)
}
