import { classes as classSet } from '../class-set.ts'
import type { Cube } from '../cube.ts'
import type { Axis } from './axis.ts'

interface Literal {
  readonly axis: Axis
  readonly number: number
  readonly literal: string
}

/**
 * What no request can be, because two axes look at one value: a text with a literal but without a part of it, and an
 * absent fact that contains something. The cover check is given these as if earlier rules had taken them.
 */
export function impossibleCubes(axes: readonly Axis[]): readonly Cube[] {
  const literals = axes.flatMap((axis, number): Literal[] =>
    axis.classes.kind === 'contains' ? [{ axis, number, literal: axis.classes.literal }] : [],
  )
  return literals.flatMap((a) =>
    literals.filter((b) => a !== b && a.axis.fact === b.axis.fact).flatMap((b) => impossibleTogether(a, b)),
  )
}

function impossibleTogether(whole: Literal, part: Literal): readonly Cube[] {
  if (part.literal === '') return absentWith(part, whole)
  const isPart = whole.axis.fact.type.kind === 'text' && whole.literal.includes(part.literal)
  return isPart ? [cube(whole, 1, part, 0)] : []
}

/** An absent fact is in each literal's class of a request that does not say it, and in no other. */
function absentWith(presence: Literal, literal: Literal): readonly Cube[] {
  if (presence.axis.missing === undefined || literal.axis.unsaid === undefined) return []
  return [cube(presence, presence.axis.missing, literal, 1 - literal.axis.unsaid)]
}

function cube(a: Literal, classOfA: number, b: Literal, classOfB: number): Cube {
  const both = [
    { axis: a.number, set: classSet(a.axis.count, [classOfA]) },
    { axis: b.number, set: classSet(b.axis.count, [classOfB]) },
  ]
  return both.toSorted((x, y) => x.axis - y.axis)
}
