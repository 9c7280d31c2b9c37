import type { FactRow } from '../../core/types.ts'
import type { InSet } from '../../lang/ast.ts'
import { report } from '../../lang/report.ts'
import type { Cond } from '../typed.ts'
import { atom, isValue, negate } from './atom.ts'
import { add, type Place } from './checking.ts'
import { describeType } from './describe.ts'
import type { Used } from './literal.ts'
import { adviceFor, takesComparison, wrongOperator } from './operator.ts'
import { evaluateModels, evaluateSet } from './set.ts'
import { findSubject } from './subject.ts'
import { readValue } from './value.ts'

/** Types `fact in SET`. */
export function checkIn(place: Place, expr: InSet): Cond | undefined {
  const fact = findSubject(place, expr.subject)
  if (fact === undefined) return undefined
  const inside = isInside(place, fact, expr)
  return expr.negated ? negate(inside, expr.span) : inside
}

function isInside(place: Place, fact: FactRow, expr: InSet): Cond | undefined {
  if (fact.type.kind === 'bool' || !takesComparison(fact.type))
    return wrongOperator(place, 'in', fact, expr.span, adviceFor(fact))
  if (fact.type.kind === 'model' && !isSetOfWords(expr)) {
    const set = evaluateModels(place, expr.set)
    return set && atom(fact, { kind: 'member', values: set.ids }, expr.span)
  }
  const set = evaluateSet({ ...place, asked: fact }, expr.set)
  if (set === undefined) return undefined
  if (set.kind === 'models' && fact.type.kind !== 'model')
    return add(
      place.c,
      report('GWC1203', { left: describeType(fact.type), right: 'models' }, expr.set.span, {
        label: 'models',
        secondary: [{ span: expr.subject.span, text: describeType(fact.type) }],
      }),
    )
  return set.kind === 'models'
    ? undefined
    : isElement(
        place,
        fact,
        set.elements.map((literal) => useOf(literal, expr)),
        expr,
      )
}

/** `model in {other}`: a set of bare words is no set of models, and may still be asked for. */
function isSetOfWords({ set }: InSet): boolean {
  return (
    set.kind === 'SetLit' &&
    set.elements.length > 0 &&
    set.elements.every((each) => each.kind === 'Name' && each.text === 'other')
  )
}

/** An element that stands in a set elsewhere is reported at the set's name here. */
function useOf(literal: Used['literal'], { set }: InSet): Used {
  const isHere =
    literal.span.file === set.span.file &&
    literal.span.start >= set.span.start &&
    literal.span.end <= set.span.end
  return isHere
    ? { literal, at: literal.span, from: undefined }
    : { literal, at: set.span, from: literal.span }
}

function isElement(place: Place, fact: FactRow, elements: readonly Used[], expr: InSet): Cond | undefined {
  const values = elements.map((used) => readValue(place, fact, { ...used, op: 'in' }, expr.subject.span))
  const whole = values.filter((value) => value !== undefined)
  if (whole.length < values.length) return undefined
  const numbers = whole.flatMap((value) => (value.kind === 'number' ? [value.value] : []))
  if (numbers.length === 0) return isValue(fact, whole, expr.span, place)
  const operands = numbers.map((value) => atom(fact, { kind: 'compare', op: '==', value }, expr.span))
  return { kind: 'any', operands, span: expr.span }
}
