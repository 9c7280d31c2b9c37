import type { FactValue } from '../core/types.ts'
import type { Witness } from '../lang/diagnostic.ts'
import { type Ask, askedFeatures } from './ask.ts'
import { classes, type ClassSet, isNoClass } from './class-set.ts'
import type { Axis, Space } from './classes.ts'
import { type Cube, everything, meet } from './cube.ts'
import { witnessOf } from './witness.ts'

/** One fact of an ask: that it is true, or above a number. */
interface Part {
  readonly fact: string
  readonly above: number | undefined
}

function partsOf({ features, inputAbove, outputAbove }: Ask): readonly Part[] {
  return [
    ...askedFeatures
      .filter(({ need }) => features.includes(need))
      .map(({ fact }) => ({ fact, above: undefined })),
    ...(inputAbove === undefined ? [] : [{ fact: 'input_tokens', above: inputAbove }]),
    ...(outputAbove === undefined ? [] : [{ fact: 'max_output', above: outputAbove }]),
  ]
}

/**
 * The requests among which some ask for it. A fact that the policy never tests restricts nothing, and of a number the
 * class that reaches above the bound is taken whole: `askingIn` chooses a value of it.
 */
export function regionOf(space: Space, ask: Ask): Cube | undefined {
  return partsOf(ask).reduce<Cube | undefined>((cube, part) => {
    const at = axisOf(space, part.fact)
    return cube === undefined || at === undefined ? cube : meetOn(cube, at, classesAt(at.axis, part, 'some'))
  }, everything)
}

/** The requests all of which ask for it; `undefined` where the policy cannot tell them from others. */
export function regionWithin(space: Space, ask: Ask): Cube | undefined {
  return partsOf(ask).reduce<Cube | undefined>((cube, part) => {
    const at = axisOf(space, part.fact)
    return cube === undefined || at === undefined
      ? undefined
      : meetOn(cube, at, classesAt(at.axis, part, 'all'))
  }, everything)
}

/** A request of the cube that asks for it. */
export function askingIn(space: Space, cube: Cube, ask: Ask): Witness {
  const facts = witnessOf(space, cube)
  const asked = partsOf(ask).map(({ fact, above }): [string, FactValue] => {
    const given = facts[fact]
    return [fact, above === undefined ? true : Math.max(above + 1, typeof given === 'number' ? given : 0)]
  })
  return { ...facts, ...Object.fromEntries(asked) }
}

interface NumberedAxis {
  readonly axis: Axis
  readonly number: number
}

function axisOf({ axes }: Space, fact: string): NumberedAxis | undefined {
  const number = axes.findIndex((each) => each.fact.name === fact)
  const axis = axes[number]
  return axis && { axis, number }
}

function meetOn(cube: Cube, { axis, number }: NumberedAxis, set: ClassSet): Cube | undefined {
  if (isNoClass(set)) return undefined
  const part = isFull(set, axis) ? everything : [{ axis: number, set }]
  return meet(cube, part)
}

const isFull = (set: ClassSet, { full }: Axis): boolean => set.every((word, index) => word === full[index])

/** Classes of an axis some or all of whose values are asked for; a request that lacks the fact does not ask. */
function classesAt(axis: Axis, { above }: Part, share: 'some' | 'all'): ClassSet {
  const asked = axis.samples.flatMap((sample, index) => {
    if (sample === undefined) return []
    if (above === undefined) return sample === true ? [index] : []
    if (share === 'some') return highest(axis, index) > above ? [index] : []
    return lowest(axis, index) > above && index !== axis.missing ? [index] : []
  })
  return classes(axis.count, asked)
}

/** The least and the greatest whole number of a class. */
function lowest({ classes: found }: Axis, index: number): number {
  return found.kind === 'cuts' && index > 0 ? (found.at[index - 1] ?? 0) : 0
}

function highest({ classes: found }: Axis, index: number): number {
  return found.kind === 'cuts' && index < found.at.length ? (found.at[index] ?? 0) - 1 : Infinity
}
