import { intervalOf } from '../../core/address-classes.ts'
import { parseAddress } from '../../core/address.ts'
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
  readonly lookup: ClassLookup
  /** Of a text's axis: the literal that it looks for. */
  readonly literal: string | undefined
}

/**
 * Compiles an axis of the artifact into its class lookup.
 * INVARIANT: `checkAxis` has passed it.
 */
export function linkAxis(axis: Axis): LinkedAxis {
  const lookup = lookupOf(axis.classes, axis.type)
  const literal =
    axis.type.kind === 'text' && axis.classes.kind === 'contains' ? axis.classes.literal : undefined
  return {
    fact: axis.fact,
    type: axis.type,
    origin: axis.origin,
    missing: missingClass(axis, lookup),
    lookup,
    literal,
  }
}

/** What stands in for an absent fact: its own class, else its default's, else class 0 (of facts that every request has). */
function missingClass(axis: Axis, lookup: ClassLookup): number {
  if (axis.missing !== undefined) return axis.missing
  if (axis.default === undefined) return 0
  const usual = axis.type.kind === 'text' ? asciiLower(String(axis.default)) : axis.default
  return Math.max(0, classOfValue(lookup, usual))
}

/**
 * What a class lookup reads. Data under one `switch` and not a closure per axis: the engine then inlines every kind where facts are classified, and a
 * decision makes no indirect call.
 */
type ClassLookup =
  | { readonly kind: 'flag' }
  | { readonly kind: 'cuts'; readonly at: Float64Array; readonly after: Uint8Array }
  | {
      readonly kind: 'values'
      readonly dictionary: ReadonlyMap<string, number>
      /** Values of a closed enumeration; `undefined` where any string is legal. */
      readonly legal: ReadonlySet<string> | undefined
      readonly other: number
    }
  | { readonly kind: 'globs'; readonly automaton: StringClasses }
  | { readonly kind: 'addresses'; readonly starts: readonly bigint[]; readonly classes: readonly number[] }
  | { readonly kind: 'found-in-text'; readonly literal: string }
  | { readonly kind: 'found-in-set'; readonly literal: string }

function lookupOf(classes: Classes, type: FactType): ClassLookup {
  switch (classes.kind) {
    case 'flag':
      return { kind: 'flag' }
    case 'cuts':
      return {
        kind: 'cuts',
        at: Float64Array.from(classes.at),
        after: Uint8Array.from(classes.after, Number),
      }
    case 'values':
      return {
        kind: 'values',
        dictionary: new Map(classes.values),
        legal: type.kind === 'enum' && !type.open ? new Set(type.values) : undefined,
        other: classes.other,
      }
    case 'globs':
      return { kind: 'globs', automaton: classes.dfa as StringClasses }
    case 'addresses':
      return { kind: 'addresses', starts: classes.starts.map(BigInt), classes: classes.class }
    case 'contains':
      return type.kind === 'strings'
        ? { kind: 'found-in-set', literal: classes.literal }
        : { kind: 'found-in-text', literal: asciiLower(classes.literal) }
  }
}

/** Class of a value; -1 for one that the fact does not take. A text comes lower-cased by `asciiLower`. */
export function classOfValue(lookup: ClassLookup, value: FactValue): number {
  switch (lookup.kind) {
    case 'flag':
      return value === true ? 1 : value === false ? 0 : -1
    case 'cuts':
      return typeof value === 'number' && value === value ? cutsPassed(lookup.at, lookup.after, value) : -1
    case 'values': {
      if (typeof value !== 'string') return -1
      const found = lookup.dictionary.get(value)
      if (found !== undefined) return found
      return lookup.legal === undefined || lookup.legal.has(value) ? lookup.other : -1
    }
    case 'globs':
      return typeof value === 'string' ? classOfString(lookup.automaton, value) : -1
    case 'addresses': {
      const address = typeof value === 'string' ? parseAddress(value) : undefined
      return address === undefined ? -1 : (lookup.classes[intervalOf(lookup.starts, address)] ?? -1)
    }
    case 'found-in-text':
      return typeof value === 'string' ? Number(value.includes(lookup.literal)) : -1
    case 'found-in-set':
      return Array.isArray(value) ? Number(value.includes(lookup.literal)) : -1
  }
}

/** The count of cuts passed, by bisection: cut i is passed by a value above it, or equal to it unless it lies after it. */
function cutsPassed(at: Float64Array, after: Uint8Array, value: number): number {
  let low = 0
  let high = at.length
  while (low < high) {
    const middle = (low + high) >> 1
    const cut = at[middle] as number
    if (value > cut || (value === cut && after[middle] === 0)) low = middle + 1
    else high = middle
  }
  return low
}
