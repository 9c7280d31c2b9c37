import { onSource } from '../../core/derived-fact.ts'
import type { FactRow } from '../../core/types.ts'
import type { Span } from '../../lang/span.ts'
import type { Atom, Cond, Test } from '../typed.ts'
import type { Place } from './checking.ts'
import type { Value } from './value.ts'

/** `not` around a condition; of nothing, nothing. */
export const negate = (operand: Cond | undefined, span: Span): Cond | undefined =>
  operand && { kind: 'not', operand, span }

/** One fact under one test. A comparison of a derived fact becomes one of the fact behind it. */
export function atom(fact: FactRow, test: Test, span: Span): Atom {
  const { derived, type, name } = fact
  if (derived === undefined || test.kind !== 'compare' || type.kind !== 'number')
    return { kind: 'atom', fact, test, span }
  const written = { fact: name, unit: type.unit, op: test.op, value: test.value }
  return {
    kind: 'atom',
    fact: derived.from,
    test: { kind: 'compare', ...onSource(derived, test), written },
    span,
  }
}

/** The fact is one of these values. *other* is whatever equals none that is listed. */
export function isValue(fact: FactRow, values: readonly Value[], span: Span, place: Place): Cond {
  const named = [...new Set(values.flatMap((value) => (value.kind === 'name' ? [value.value] : [])))]
  if (fact.type.kind === 'address') return atom(fact, { kind: 'within', networks: named }, span)
  const member = atom(fact, { kind: 'member', values: named }, span)
  if (!values.some(({ kind }) => kind === 'other')) return member
  const listed = atom(fact, { kind: 'member', values: listedOf(fact, place) }, span)
  const other: Cond = { kind: 'not', operand: listed, span }
  return named.length === 0 ? other : { kind: 'any', operands: [member, other], span }
}

function listedOf({ type }: FactRow, { c }: Place): readonly string[] {
  if (type.kind === 'enum') return type.values
  return c.input.catalogue.models.map(({ id }) => id)
}
