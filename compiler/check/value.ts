import type { FactRow, FactType } from '../../core/types.ts'
import { suggest } from '../../core/did-you-mean.ts'
import { help, report } from '../../lang/report.ts'
import type { Span } from '../../lang/span.ts'
import { readAddress } from './address.ts'
import { add, type Place } from './checking.ts'
import { listWords } from './describe.ts'
import { isOther, type Used } from './literal.ts'
import { mismatch, origin } from './mismatch.ts'
import { findModel } from './model.ts'
import { readNumber } from './number.ts'
import { rewriteNear } from './rewrite.ts'
import type { Literal } from './scope.ts'

/** A value in a fact's own terms. `other` is an open list's class of everything that is not listed. */
export type Value =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'name'; readonly value: string }
  | { readonly kind: 'other' }
  | { readonly kind: 'flag'; readonly value: boolean }

/** Reads a constant as a value of a fact's type; reports when it is none. */
export function readValue(place: Place, fact: FactRow, used: Used, subject: Span): Value | undefined {
  const { literal } = used
  const { type } = fact
  if (isOther(literal, type)) return { kind: 'other' }
  if (type.kind === 'number' && literal.kind === 'Quantity')
    return readNumber(place, fact, type, used, literal, subject)
  if (type.kind === 'bool' && literal.kind === 'Bool') return { kind: 'flag', value: literal.value }
  if (type.kind === 'enum' && (literal.kind === 'String' || literal.kind === 'Name'))
    return readWord(place, fact, type, used, literal)
  if (type.kind === 'string' && literal.kind === 'String') return { kind: 'name', value: literal.value }
  if (type.kind === 'address' && literal.kind === 'String') {
    const address = readAddress(place, fact, used, literal)
    return address === undefined ? undefined : { kind: 'name', value: address }
  }
  if (type.kind === 'model' && literal.kind === 'Model') {
    const id = findModel(place.c, literal.text, used.at)
    return id === undefined ? undefined : { kind: 'name', value: id }
  }
  return mismatch(place, fact, used, subject)
}

function readWord(
  place: Place,
  fact: FactRow,
  type: Extract<FactType, { kind: 'enum' }>,
  used: Used,
  literal: Extract<Literal, { kind: 'String' | 'Name' }>,
): Value | undefined {
  const word = literal.kind === 'String' ? literal.value : literal.text
  if (type.values.includes(word)) return { kind: 'name', value: word }
  const near = suggest(word, type.values)
  const notes = [
    ...(near === undefined ? [] : [help(`did you mean \`${near}\`?`)]),
    help(`\`${fact.name}\` is one of ${listWords(type.values, 16)}${type.open ? ', or else `other`' : ''}`),
  ]
  const span = used.from ?? used.at
  const fixes = rewriteNear(span, near === undefined || literal.kind === 'Name' ? near : JSON.stringify(near))
  return add(
    place.c,
    report('GWC1206', { value: word, what: `\`${fact.name}\`` }, used.at, {
      secondary: origin(used),
      notes,
      fixes,
    }),
  )
}
