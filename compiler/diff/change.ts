import type { Witness } from '../../lang/diagnostic.ts'
import { simplify } from '../cubes.ts'
import type { Space } from '../classes.ts'
import type { Steps } from '../cover.ts'
import { type Cube, join } from '../cube.ts'
import { widen } from '../widen.ts'
import { witnessOf } from '../witness.ts'
import type { Compared, Difference, Taker } from './differences.ts'
import type { Effect } from './effect.ts'
import type { AskRest } from './mask.ts'
import { outside, regionOf } from './region.ts'

/** One row of a difference: everything that had one effect before and has another after. */
export interface Change {
  /** `route`, `cache`, `budget intern_month`. */
  readonly strand: string
  readonly before: Effect
  readonly after: Effect
  /** Not empty. */
  readonly parts: readonly ChangedPart[]
}

/** A part of a row that the same rules decide. */
export interface ChangedPart {
  /** The requests: all of these cubes, but for what earlier rules take of them. */
  readonly cubes: readonly Cube[]
  /** Earlier lines that take some of the cubes; empty where the cubes say it all. */
  readonly unless: readonly Taker[]
  /** Rules that have a part in it, as places in each side's rules, the deciding one first. */
  readonly before: readonly number[]
  readonly after: readonly number[]
  /** `undefined` where the cap on steps came before an answer: then the part may be empty. */
  readonly witness: Witness | undefined
}

/** A part may be said in this many cubes; more, and it is said by what earlier rules take. */
const cubesMax = 2

/** A strand, compared, as rows: one for each pair of effects, in order of first appearance. */
export function changesOf(
  space: Space,
  { strand, differences, askRest }: Compared,
  steps: Steps,
): readonly Change[] {
  const groups = Map.groupBy(differences, ({ before, after }) => `${before.effect.key} ${after.effect.key}`)
  return [...groups.values()].map((group): Change => {
    const [{ before, after }] = group as [Difference]
    const parts = group.map((difference) => partOf(space, difference, askRest, steps))
    return { strand, before: before.effect, after: after.effect, parts: mergeParts(space, parts) }
  })
}

function partOf(space: Space, difference: Difference, askRest: AskRest, steps: Steps): ChangedPart {
  const { before, after, cell, taken } = difference
  const rules = { before: before.rules, after: after.rules }
  if (cell === undefined)
    return { ...rules, cubes: [difference.target], unless: difference.takers, witness: undefined }
  const around = widen(space, cell, [...taken, ...outside(space, difference.target), ...space.impossible])
  const found = askRest(around, taken, steps)
  const place = found.kind === 'witness' ? found.cube : cell
  return { ...rules, ...extentOf(space, difference, steps), witness: witnessOf(space, place) }
}

/** Exactly, where that takes few cubes; else by what earlier lines take. */
function extentOf(
  space: Space,
  { target, taken, takers }: Difference,
  steps: Steps,
): Pick<ChangedPart, 'cubes' | 'unless'> {
  const exact = regionOf(space, target, taken, cubesMax, steps)
  return exact.kind === 'cubes' ? { cubes: exact.cubes, unless: [] } : { cubes: [target], unless: takers }
}

/** Parts of the same rules become one; parts of one cube each become one where the two cubes are together a cube. */
function mergeParts(space: Space, parts: readonly ChangedPart[]): readonly ChangedPart[] {
  const same = Map.groupBy(parts, ({ before, after, unless, witness }) =>
    JSON.stringify([
      before,
      after,
      witness === undefined,
      unless.map(({ side, line }) => [side, line.rules[0]]),
    ]),
  )
  const together = [...same.values()].map((group): ChangedPart => {
    const [first] = group as [ChangedPart]
    const cubes = group.flatMap((part) => part.cubes)
    return { ...first, cubes: simplify(cubes, space) }
  })
  const kept: ChangedPart[] = []
  for (const part of together) insert(space, kept, part)
  return kept
}

function insert(space: Space, kept: ChangedPart[], part: ChangedPart): void {
  for (const [place, other] of kept.entries()) {
    const joined = joinParts(space, other, part)
    if (joined === undefined) continue
    kept.splice(place, 1)
    insert(space, kept, joined)
    return
  }
  kept.push(part)
}

function joinParts(space: Space, a: ChangedPart, b: ChangedPart): ChangedPart | undefined {
  const [mine, theirs] = [onlyCube(a), onlyCube(b)]
  if (mine === undefined || theirs === undefined) return undefined
  const cube = join(mine, theirs, (axis) => (space.axes[axis] as Space['axes'][number]).full)
  if (cube === undefined) return undefined
  const either = (x: readonly number[], y: readonly number[]): readonly number[] => [...new Set([...x, ...y])]
  return { ...a, cubes: [cube], before: either(a.before, b.before), after: either(a.after, b.after) }
}

/** The one cube that says all of a part. */
function onlyCube({ cubes, unless, witness }: ChangedPart): Cube | undefined {
  return unless.length === 0 && cubes.length === 1 && witness !== undefined ? cubes[0] : undefined
}
