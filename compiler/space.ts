import { areEqual, isNoClass, type ClassSet } from './class-set.ts'
import type { Axis } from './classes/axis.ts'
import type { Cube, Restriction } from './cube.ts'
import type { Atom } from './typed.ts'

/** The finite picture of all requests: the axes, cheapest to look up first, and what no request can be. */
export interface Space {
  readonly axes: readonly Axis[]
  /** Combinations that no request has, such as a text that contains "drop table" but not "drop". */
  readonly impossible: readonly Cube[]
  /** The requests that pass an atom, as a set of classes of one axis; the set may be empty or full. */
  readonly placeOf: (atom: Atom) => Restriction
}

/** Whether every class, no class, or some are in a set of classes of an axis. */
export function shareOf(set: ClassSet, axis: Axis): 'none' | 'some' | 'all' {
  if (isNoClass(set)) return 'none'
  return areEqual(set, axis.full) ? 'all' : 'some'
}
