import { type QuantityProblem, readQuantity, showQuantity, writeQuantity } from '../../core/quantity.ts'
import type { FactRow, FactType } from '../../core/types.ts'
import type { QuantityLit } from '../../lang/ast.ts'
import type { Fix } from '../../lang/diagnostic.ts'
import { help, report } from '../../lang/report.ts'
import type { Span } from '../../lang/span.ts'
import { add, type Place } from './checking.ts'
import { describeLiteral, describeRange, describeType, describeUnit, writeLiteral } from './describe.ts'
import type { Used } from './literal.ts'
import { mismatch, origin } from './mismatch.ts'
import { rewrite } from './rewrite.ts'

/** A number's type. */
export type NumberType = Extract<FactType, { kind: 'number' }>

/** Reads a written quantity in a fact's unit and range. */
export function readNumber(
  place: Place,
  fact: FactRow,
  type: NumberType,
  used: Used,
  literal: QuantityLit,
  subject: Span,
): { readonly kind: 'number'; readonly value: number } | undefined {
  const read = readQuantity(literal.digits, literal.unit, type.unit)
  if (!read.ok) return complain(place, fact, type, used, subject, read.problem)
  const { min = -Infinity, max = Infinity } = type
  if (read.value >= min && read.value <= max) return { kind: 'number', value: read.value }
  const range = describeRange(type.min, type.max, type.unit)
  return add(
    place.c,
    report('GWC1205', { what: `\`${fact.name}\``, range }, used.at, {
      label: `never ${showQuantity(read.value, type.unit)}`,
      secondary: origin(used),
    }),
  )
}

function complain(
  place: Place,
  fact: FactRow,
  type: NumberType,
  used: Used,
  subject: Span,
  problem: QuantityProblem,
): undefined {
  const written = writeLiteral(used.literal)
  switch (problem.kind) {
    case 'unit':
      return wrongUnit(place, fact, used, subject, problem.suggestion)
    case 'precision':
      return add(
        place.c,
        report('GWC1204', { written, step: problem.step }, used.at, { secondary: origin(used) }),
      )
    case 'range':
      return add(
        place.c,
        report(
          'GWC1205',
          { what: `\`${fact.name}\``, range: `from ${problem.min} to ${problem.max}` },
          used.at,
          { label: `never ${written}`, secondary: origin(used) },
        ),
      )
    case 'digits':
      return add(
        place.c,
        report('GWC1203', { left: describeUnit(type.unit), right: `\`${written}\`` }, used.at, {
          secondary: [{ span: subject, text: describeUnit(type.unit) }],
        }),
      )
  }
}

function wrongUnit(
  place: Place,
  fact: FactRow,
  used: Used,
  subject: Span,
  suggestion: string | undefined,
): undefined {
  if (suggestion === undefined) return mismatch(place, fact, used, subject)
  const right = describeLiteral(used.literal)
  const left = describeType(fact.type)
  return add(
    place.c,
    report('GWC1203', { left, right }, used.at, {
      label: right,
      secondary: [{ span: subject, text: left }, ...origin(used)],
      notes: [help(`did you mean \`${suggestion}\`?`)],
      fixes: [unitFix(used, suggestion)],
    }),
  )
}

/** A letter in the wrong case is certain; a unit that is not there at all is a guess. */
function unitFix({ literal, from, at }: Used, suggestion: string): Fix {
  const isSlip =
    literal.kind === 'Quantity' &&
    writeQuantity(literal.digits, literal.unit).toLowerCase() === suggestion.toLowerCase()
  return rewrite(from ?? at, suggestion, isSlip && from === undefined ? 'machine' : 'manual')
}
