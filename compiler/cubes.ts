import { type ClassSet, difference } from './class-set.ts'
import { shareOf, type Space } from './space.ts'
import { contains, everything, join, meet, type Cube } from './cube.ts'
import type { Atom, Cond } from './typed.ts'

/** A rule may become this many cubes; more, and its rows would crowd the table. */
export const cubesMax = 64

/** While a condition is multiplied out, it may pass through this many. */
const cubesMaxInside = 512

/** An operand that multiplies the cubes of the whole condition: how many cases it has, and where it stands. */
export interface Factor {
  readonly operand: Cond
  readonly cases: number
}

/** The requests that a condition takes, as a union of cubes; or that there are too many, and what multiplies them. */
export type Cubes =
  | { readonly kind: 'cubes'; readonly cubes: readonly Cube[] }
  | { readonly kind: 'too-many'; readonly atLeast: number; readonly factors: readonly Factor[] }

/**
 * A condition as a union of cubes (step 2 of the checker): negation goes down to the atoms, `or` appends, `and`
 * intersects pair by pair. Cubes inside others go, and two that differ on one axis become one.
 */
export function cubesOf(condition: Cond, space: Space): Cubes {
  const found = expand(condition, true, space)
  if (found.kind === 'too-many') return found
  if (found.cubes.length <= cubesMax) return found
  return { kind: 'too-many', atLeast: found.cubes.length, factors: factorsOf(condition, true, space) }
}

function expand(condition: Cond, positive: boolean, space: Space): Cubes {
  switch (condition.kind) {
    case 'atom':
      return cubes(cubesOfAtom(condition, positive, space))
    case 'not':
      return expand(condition.operand, !positive, space)
    case 'all':
    case 'any':
      return (condition.kind === 'all') === positive
        ? product(condition, positive, space)
        : sum(condition, positive, space)
  }
}

const cubes = (list: readonly Cube[]): Cubes => ({ kind: 'cubes', cubes: list })

function cubesOfAtom(atom: Atom, positive: boolean, space: Space): readonly Cube[] {
  const { axis, set } = space.placeOf(atom)
  const { full } = axisAt(space, axis)
  const taken = positive ? set : difference(full, set)
  switch (shareOf(taken, axisAt(space, axis))) {
    case 'none':
      return []
    case 'some':
      return [[{ axis, set: taken }]]
    case 'all':
      return [everything]
  }
}

type Compound = Extract<Cond, { kind: 'all' | 'any' }>

function sum(condition: Compound, positive: boolean, space: Space): Cubes {
  let total: readonly Cube[] = []
  for (const operand of condition.operands) {
    const part = expand(operand, positive, space)
    if (part.kind === 'too-many') return part
    total = simplify([...total, ...part.cubes], space)
    if (total.length > cubesMaxInside) return tooMany(condition, positive, total.length, space)
  }
  return cubes(total)
}

function product(condition: Compound, positive: boolean, space: Space): Cubes {
  let total: readonly Cube[] = [everything]
  for (const operand of condition.operands) {
    const part = expand(operand, positive, space)
    if (part.kind === 'too-many') return part
    const pairs = total.length * part.cubes.length
    if (pairs > cubesMaxInside * cubesMaxInside) return tooMany(condition, positive, pairs, space)
    total = simplify(pairsOf(total, part.cubes), space)
    if (total.length > cubesMaxInside) return tooMany(condition, positive, total.length, space)
  }
  return cubes(total)
}

function pairsOf(left: readonly Cube[], right: readonly Cube[]): readonly Cube[] {
  return left.flatMap((a) => right.map((b) => meet(a, b)).filter((both) => both !== undefined))
}

function tooMany(condition: Compound, positive: boolean, atLeast: number, space: Space): Cubes {
  return { kind: 'too-many', atLeast, factors: factorsOf(condition, positive, space) }
}

/** The operands with more than one case, of the product that stands highest; of a sum, its operands. */
function factorsOf(condition: Cond, positive: boolean, space: Space): readonly Factor[] {
  if (condition.kind === 'atom') return []
  if (condition.kind === 'not') return factorsOf(condition.operand, !positive, space)
  const many = condition.operands.flatMap((operand): Factor[] => {
    const part = expand(operand, positive, space)
    const cases = part.kind === 'cubes' ? part.cubes.length : part.atLeast
    return cases > 1 ? [{ operand, cases }] : []
  })
  const [only] = many
  return many.length === 1 && only !== undefined ? factorsOf(only.operand, positive, space) : many
}

/** The same union in fewer cubes. */
export function simplify(list: readonly Cube[], space: Space): readonly Cube[] {
  const full = (axis: number): ClassSet => axisAt(space, axis).full
  const kept: Cube[] = []
  for (const cube of list) insert(kept, cube, full)
  return kept
}

/** Adds a cube to a union. What it joins with is added again as one, until nothing joins. */
function insert(kept: Cube[], cube: Cube, full: (axis: number) => ClassSet): void {
  let added = cube
  for (let i = 0; i < kept.length;) {
    const other = kept[i] as Cube
    if (contains(other, added)) return
    const joined = contains(added, other) ? added : join(added, other, full)
    if (joined === undefined) i += 1
    else {
      kept.splice(i, 1)
      if (joined !== added) i = 0
      added = joined
    }
  }
  kept.push(added)
}

function axisAt(space: Space, number: number): Space['axes'][number] {
  const axis = space.axes[number]
  if (axis === undefined) throw new Error(`the space has no axis ${number}`)
  return axis
}
