import { addClass, areDisjoint, classList, includesAll, noClass } from './class-set.ts'
import { type Cube, type Restriction, restrict, restrictionOn } from './cube.ts'
import type { Space } from './classes.ts'

/** Steps that are left to one question; a step is one cube looked at. Counted, not timed: the same input, the same answer. */
export interface Steps {
  left: number
}

/** What is left of a target after earlier cubes: nothing, a part that none of them takes, or nobody knows. */
export type Uncovered =
  | { readonly kind: 'covered' }
  | { readonly kind: 'witness'; readonly cube: Cube }
  | { readonly kind: 'unproven' }

const covered: Uncovered = { kind: 'covered' }
const unproven: Uncovered = { kind: 'unproven' }

/**
 * The one question behind every analysis: does `target` have a part outside all of `earlier`?
 *
 * It is the usefulness check of pattern matching (Luc Maranget, "Warnings for pattern matching", 2007; the choice of
 * the axis follows Elm's Optimize/DecisionTree): cubes apart from the target are dropped; a cube that contains it ends
 * the search; else the target is split on the axis that most cubes restrict. Classes that the same cubes take are one
 * branch, and the branch with the fewest cubes is tried first.
 *
 *     target  team: *   env: *          split on env:  {dev} meets 1    → team: split, `other` is left: witness
 *     earlier team: a   env: dev                       {prod} meets 2
 *             team: *   env: prod
 *
 * Worst case exponential, as exhaustiveness checking is; `steps` bounds it.
 */
export function uncovered(space: Space, target: Cube, earlier: readonly Cube[], steps: Steps): Uncovered {
  steps.left -= earlier.length
  const rests: Cube[] = []
  for (const cube of earlier) {
    const rest = beyond(cube, target)
    if (rest === undefined) continue
    if (rest.length === 0) return covered
    rests.push(rest)
  }
  return search(space, target, rests, steps)
}

/** A cube's restrictions that the target does not meet already; none left: it contains the target. `undefined`: apart. */
export function beyond(cube: Cube, target: Cube): Cube | undefined {
  const rest: Restriction[] = []
  let j = 0
  for (const each of cube) {
    while (j < target.length && (target[j] as Restriction).axis < each.axis) j += 1
    const mine = j < target.length ? (target[j] as Restriction) : undefined
    if (mine === undefined || mine.axis !== each.axis) rest.push(each)
    else if (areDisjoint(mine.set, each.set)) return undefined
    else if (!includesAll(each.set, mine.set)) rest.push(each)
  }
  return rest
}

/** INVARIANT: each of `rests` meets the target, and is what `beyond` left of a cube, not empty. */
function search(space: Space, target: Cube, rests: readonly Cube[], steps: Steps): Uncovered {
  if (rests.length === 0) return { kind: 'witness', cube: target }
  steps.left -= rests.length
  if (steps.left < 0) return unproven
  const axis = mostRestricted(space, rests)
  const { branches, free } = branchesOn(space, axis, target, rests)
  for (const { set, own } of branches) {
    const found = search(space, restrict(target, axis, set), [...own, ...free], steps)
    if (found.kind !== 'covered') return found
  }
  return covered
}

function mostRestricted(space: Space, rests: readonly Cube[]): number {
  const counts = new Uint32Array(space.axes.length)
  let best = 0
  for (const rest of rests) {
    for (const { axis } of rest) {
      counts[axis] = (counts[axis] as number) + 1
      if (counts[axis] > (counts[best] as number)) best = axis
    }
  }
  return best
}

/** A part of the target's classes on one axis that every cube takes whole or not at all. */
interface Branch {
  readonly set: Uint32Array
  /** What is left of the cubes that take it and restrict the axis. */
  readonly own: Cube[]
  /** Whether one of them restricts nothing else. */
  isCovered: boolean
}

/** The branches that no cube covers at once, those that the fewest cubes take first. `free` restrict the axis in none. */
function branchesOn(
  space: Space,
  axis: number,
  target: Cube,
  rests: readonly Cube[],
): { readonly branches: readonly Branch[]; readonly free: readonly Cube[] } {
  const { count, full } = space.axes[axis] as Space['axes'][number]
  const groupOf = groupClasses(count, axis, rests)
  const branches = new Map<number, Branch>()
  for (const each of classList(restrictionOn(target, axis) ?? full)) {
    const group = groupOf[each] as number
    const branch = branches.get(group) ?? { set: noClass(count), own: [], isCovered: false }
    addClass(branch.set, each)
    branches.set(group, branch)
  }
  const free = rests.filter((rest) => !give(rest, axis, groupOf, branches))
  const open = [...branches.values()].filter((branch) => !branch.isCovered)
  return { branches: open.toSorted((a, b) => a.own.length - b.own.length), free }
}

/** Gives a cube to the branches that it takes; false when it does not restrict the axis, and so takes each. */
function give(rest: Cube, axis: number, groupOf: Int32Array, branches: ReadonlyMap<number, Branch>): boolean {
  const place = rest.findIndex((each) => each.axis === axis)
  if (place === -1) return false
  const left = rest.toSpliced(place, 1)
  for (const each of classList((rest[place] as Restriction).set)) {
    const branch = branches.get(groupOf[each] as number)
    if (branch === undefined || branch.own.at(-1) === left) continue
    if (left.length === 0) branch.isCovered = true
    else branch.own.push(left)
  }
  return true
}

/** The group of each class, by partition refinement: the cost is the number of classes that the cubes name. */
function groupClasses(count: number, axis: number, rests: readonly Cube[]): Int32Array {
  const groupOf = new Int32Array(count)
  let groups = 1
  for (const rest of rests) {
    const set = restrictionOn(rest, axis)
    if (set === undefined) continue
    const split = new Map<number, number>()
    for (const each of classList(set)) {
      const from = groupOf[each] as number
      const to = split.get(from) ?? groups++
      split.set(from, to)
      groupOf[each] = to
    }
  }
  return groupOf
}
