import type { FactValue } from '../../core/types.ts'
import { choicesMax } from '../../core/facts.ts'
import { classes as classSet, hasClass } from '../class-set.ts'
import type { Axis } from '../classes.ts'
import { type Cube, restrict, restrictionOn } from '../cube.ts'
import type { Facts } from '../holds.ts'
import type { RequestBounds } from '../worst-cost.ts'
import type { Ground } from './ground.ts'

/** The facts that bound what a request can cost, and what nobody exceeds. */
const bounding = [
  { bound: 'input', fact: 'input_bound', max: Infinity },
  { bound: 'output', fact: 'max_output', max: Infinity },
  { bound: 'choices', fact: 'choices', max: choicesMax },
] as const satisfies readonly {
  readonly bound: keyof RequestBounds
  readonly fact: string
  readonly max: number
}[]

/** The facts that bound cost. */
export const boundingFacts: readonly string[] = bounding.map(({ fact }) => fact)

/** Requests of a cube that are bounded alike. */
export interface Bounded {
  readonly cube: Cube
  readonly bounds: RequestBounds
}

/** A cube by the classes of the facts that bound cost: in each part, all requests may be as large as its bounds. */
export function boundedParts({ space }: Ground, cube: Cube): readonly Bounded[] {
  const start: Bounded = { cube, bounds: { input: Infinity, output: Infinity, choices: choicesMax } }
  return bounding.reduce<readonly Bounded[]>(
    (parts, { bound, fact, max }) => {
      const number = space.axes.findIndex((axis) => axis.fact.name === fact)
      const axis = space.axes[number]
      if (axis === undefined) return parts
      return parts.flatMap((part) => splitOn(part, { axis, number, bound, max }))
    },
    [start],
  )
}

interface Split {
  readonly axis: Axis
  readonly number: number
  readonly bound: keyof RequestBounds
  readonly max: number
}

function splitOn({ cube, bounds }: Bounded, { axis, number, bound, max }: Split): readonly Bounded[] {
  const here = restrictionOn(cube, number) ?? axis.full
  return Array.from({ length: axis.count }, (_, each) => each)
    .filter((each) => hasClass(here, each))
    .map((each) => ({
      cube: restrict(cube, number, classSet(axis.count, [each])),
      bounds: { ...bounds, [bound]: Math.min(highest(axis, each), max) },
    }))
}

/** The greatest value of a class; a request that does not say the fact has no bound. */
function highest({ classes: found, missing, samples }: Axis, each: number): number {
  if (found.kind !== 'cuts' || each === missing || samples[each] === undefined) return Infinity
  const at = found.at[each]
  if (at === undefined) return Infinity
  return found.after[each] === true ? at : at - 1
}

/** The bounds of one request, by its facts. */
export function boundsOf({ input_bound, max_output, choices }: Facts): RequestBounds {
  return {
    input: count(input_bound) ?? 0,
    output: count(max_output) ?? Infinity,
    choices: count(choices) ?? 1,
  }
}

const count = (value: FactValue | undefined): number | undefined =>
  typeof value === 'number' ? value : undefined

/** What no target takes more of. */
export interface Largest {
  readonly input: number
  readonly output: number
}

/**
 * The facts that make a request the largest of its bounds. Where nothing bounds a fact that it says, it says as much as
 * the largest target takes, or what it `says` already where that is more.
 */
export function largestFacts(
  bounds: RequestBounds,
  says: Facts,
  largest: Largest,
): Record<string, FactValue> {
  const { input, output, choices } = bounds
  const most = (bound: number, said: FactValue | undefined, taken: number): number =>
    Number.isFinite(bound) ? bound : Math.max(taken, count(said) ?? 0)
  const isUnsaid = says.max_output === undefined && !Number.isFinite(output)
  return {
    choices,
    input_bound: most(input, says.input_bound, largest.input),
    ...(isUnsaid ? {} : { max_output: most(output, says.max_output, largest.output) }),
  }
}
