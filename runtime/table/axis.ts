import type { StringClasses } from '../../core/string-classes.ts'
import { classOfString } from '../../core/string-classes.ts'
import type { FactType, FactValue } from '../../core/types.ts'
import type { Axis, Classes } from '../../schemas/generated/decision-table.ts'
import { asciiLower } from './ascii-case.ts'

/** One axis, ready for lookup. */
export interface LinkedAxis {
  readonly fact: string
  readonly type: FactType
  readonly origin: Axis['origin']
  /** Class of a request that lacks the fact. */
  readonly missing: number
  /** Class of a value; -1 for one that the fact does not take. A text comes lower-cased by `asciiLower`. */
  readonly classOf: (value: FactValue) => number
  /** Of a text's axis: the literal that it looks for. */
  readonly literal: string | undefined
}

/**
 * Compiles an axis of the artifact into its class lookup.
 * INVARIANT: `checkAxis` has passed it.
 */
export function linkAxis(axis: Axis): LinkedAxis {
  const classOf = lookupOf(axis.classes, axis.type)
  const literal =
    axis.type.kind === 'text' && axis.classes.kind === 'contains' ? axis.classes.literal : undefined
  return {
    fact: axis.fact,
    type: axis.type,
    origin: axis.origin,
    missing: missingClass(axis, classOf),
    classOf,
    literal,
  }
}

/** What stands in for an absent fact: its own class, else its default's, else class 0 (of facts that every request has). */
function missingClass(axis: Axis, classOf: LinkedAxis['classOf']): number {
  if (axis.missing !== undefined) return axis.missing
  if (axis.default === undefined) return 0
  return Math.max(0, classOf(axis.type.kind === 'text' ? asciiLower(String(axis.default)) : axis.default))
}

function lookupOf(classes: Classes, type: FactType): LinkedAxis['classOf'] {
  switch (classes.kind) {
    case 'flag':
      return (value) => (value === true ? 1 : value === false ? 0 : -1)
    case 'cuts':
      return cutsLookup(Float64Array.from(classes.at), classes.after)
    case 'values':
      return valuesLookup(new Map(classes.values), takesOnly(type), classes.other)
    case 'globs': {
      const automaton = classes.dfa as StringClasses
      return (value) => (typeof value === 'string' ? classOfString(automaton, value) : -1)
    }
    case 'contains':
      return containsLookup(classes.literal, type)
  }
}

/** The class is the count of cuts passed, found by bisection: cut i is passed by a value above it, or equal to it unless it lies after it. */
function cutsLookup(at: Float64Array, after: readonly boolean[]): LinkedAxis['classOf'] {
  return (value) => {
    if (typeof value !== 'number' || Number.isNaN(value)) return -1
    let low = 0
    let high = at.length
    while (low < high) {
      const middle = (low + high) >> 1
      const cut = at[middle] as number
      if (value > cut || (value === cut && after[middle] === false)) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** Values of a closed enumeration; `undefined` where any string is legal. */
function takesOnly(type: FactType): ReadonlySet<string> | undefined {
  return type.kind === 'enum' && !type.open ? new Set(type.values) : undefined
}

function valuesLookup(
  dictionary: ReadonlyMap<string, number>,
  legal: ReadonlySet<string> | undefined,
  other: number,
): LinkedAxis['classOf'] {
  return (value) => {
    if (typeof value !== 'string') return -1
    const found = dictionary.get(value)
    if (found !== undefined) return found
    return legal === undefined || legal.has(value) ? other : -1
  }
}

function containsLookup(literal: string, type: FactType): LinkedAxis['classOf'] {
  if (type.kind === 'strings') return (value) => (Array.isArray(value) ? Number(value.includes(literal)) : -1)
  const sought = asciiLower(literal)
  return (value) => (typeof value === 'string' ? Number(value.includes(sought)) : -1)
}
