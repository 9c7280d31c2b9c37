import {
  type QuantityProblem,
  type QuantityUnit,
  readQuantity,
  showQuantity,
  writeQuantity,
} from '../../core/quantity.ts'
import type { FactRow, FactType, Unit } from '../../core/types.ts'
import type { Constant, QuantityLit } from '../../lang/ast.ts'
import type { Fix, Label, Note } from '../../lang/diagnostic.ts'
import { suggest } from '../../lang/did-you-mean.ts'
import { help, report } from '../../lang/report.ts'
import type { Span } from '../../lang/span.ts'
import { add, type Place } from './checking.ts'
import {
  describeDeclared,
  describeLiteral,
  describeRange,
  describeType,
  describeUnit,
  exampleOf,
  listWords,
  writeLiteral,
} from './describe.ts'
import { findModel } from './model.ts'
import { findDeclared, namesOf, unknownName } from './names.ts'
import type { Literal } from './scope.ts'

/** A constant at the place that uses it. A constant's name is traced to what it stands for. */
export interface Used {
  readonly literal: Literal
  /** Where a finding points: the words at the place of use. */
  readonly at: Span
  /** Where the constant itself is written, when that is somewhere else. */
  readonly from: Span | undefined
}

/** A value in a fact's own terms. `other` is an open list's class of everything that is not listed. */
export type Value =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'name'; readonly value: string }
  | { readonly kind: 'other' }
  | { readonly kind: 'flag'; readonly value: boolean }

/** Traces a constant to its literal. `undefined` when it has none: reported here, or where it was declared. */
export function useConstant(place: Place, constant: Constant, fact: FactRow | undefined): Used | undefined {
  if (constant.kind === 'Missing') return undefined
  if (constant.kind !== 'Name') return { literal: constant, at: constant.span, from: undefined }
  const declared = findDeclared(place, constant)
  if (declared === undefined) return useWord(place, constant, fact)
  if (fact?.type.kind === 'enum' && fact.type.values.includes(constant.text))
    return twoMeanings(place, constant, fact, declared.span)
  if (declared.meaning.kind === 'single') {
    const { literal } = declared.meaning
    return literal && { literal, at: constant.span, from: literal.span }
  }
  if (declared.meaning.kind === 'set' && declared.meaning.set === undefined) return undefined
  const is = describeDeclared(declared)
  const notes =
    declared.meaning.kind === 'set' && fact !== undefined
      ? [help(`\`${fact.name} in ${constant.text}\` asks whether it is in the set`)]
      : []
  const secondary = [{ span: declared.span, text: 'declared here' }]
  return add(
    place.c,
    report('GWC1004', { name: constant.text, is, wanted: 'a single value' }, constant.span, {
      secondary,
      notes,
    }),
  )
}

function twoMeanings(
  { c }: Place,
  name: Extract<Constant, { kind: 'Name' }>,
  fact: FactRow,
  declared: Span,
): undefined {
  const secondary = [{ span: declared, text: 'the constant' }]
  const notes = [help(`\`"${name.text}"\` is the value; rename the constant if that is meant`)]
  return add(c, report('GWC1010', { name: name.text, fact: fact.name }, name.span, { secondary, notes }))
}

/** A bare word: a value of an enumeration, or `other`. */
function useWord(
  place: Place,
  name: Extract<Constant, { kind: 'Name' }>,
  fact: FactRow | undefined,
): Used | undefined {
  const used: Used = { literal: name, at: name.span, from: undefined }
  if (fact === undefined || fact.type.kind === 'enum' || isOther(used.literal, fact.type)) return used
  const other = place.words.rows.get(name.text)
  if (other !== undefined)
    return add(
      place.c,
      report('GWC1213', { left: fact.name, right: name.text }, name.span, {
        label: `a ${place.words.noun} too`,
        notes: [help('compare each of them with a constant')],
      }),
    )
  const candidates = namesOf(place, ({ meaning }) => meaning.kind === 'single')
  const otherwise =
    fact.type.kind === 'string' ? `text is written in quotes: \`${JSON.stringify(name.text)}\`` : undefined
  return unknownName(place, name, {
    what: 'constant',
    candidates,
    ...(otherwise === undefined ? {} : { otherwise }),
  })
}

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
  if (type.kind === 'model' && literal.kind === 'Model') {
    const id = findModel(place.c, literal.text, used.at)
    return id === undefined ? undefined : { kind: 'name', value: id }
  }
  return mismatch(place, fact, used, subject)
}

function isOther(literal: Literal, type: FactType): boolean {
  const isOpen =
    type.kind === 'model' || (type.kind === 'enum' && type.open && !type.values.includes('other'))
  return (
    isOpen &&
    ((literal.kind === 'Name' && literal.text === 'other') ||
      (literal.kind === 'String' && literal.value === 'other'))
  )
}

/** `cannot compare a percent with money`, with what would do. */
function mismatch({ c }: Place, fact: FactRow, used: Used, subject: Span): undefined {
  const right = describeLiteral(used.literal)
  const { notes, fixes } = respell(fact, used)
  return add(
    c,
    report('GWC1203', { left: describeType(fact.type), right }, used.at, {
      label: right,
      secondary: [{ span: subject, text: describeType(fact.type) }, ...origin(used)],
      notes,
      fixes,
    }),
  )
}

const origin = ({ from }: Used): Label[] => (from === undefined ? [] : [{ span: from, text: 'written here' }])

interface Respelling {
  readonly notes: readonly Note[]
  readonly fixes: readonly Fix[]
}

/** How the constant would be written for this fact. */
function respell({ name, type }: FactRow, { literal, from, at }: Used): Respelling {
  const better = respelled(type, literal)
  if (better !== undefined) {
    const fix: Fix = {
      title: `write \`${better}\``,
      edits: [{ span: from ?? at, newText: better }],
      applicability: from === undefined ? 'machine' : 'manual',
    }
    return { notes: [help(`write \`${better}\``)], fixes: [fix] }
  }
  const example = exampleFor(name, type, literal)
  return { notes: example === undefined ? [] : [help(example)], fixes: [] }
}

function respelled(type: FactType, literal: Literal): string | undefined {
  if (type.kind === 'string' && (literal.kind === 'Model' || literal.kind === 'Quantity'))
    return JSON.stringify(writeLiteral(literal))
  if (type.kind === 'bool' && literal.kind === 'String' && /^(?:true|false)$/.test(literal.value))
    return literal.value
  return undefined
}

function exampleFor(name: string, type: FactType, literal: Literal): string | undefined {
  switch (type.kind) {
    case 'bool':
      return `a flag is a condition by itself: \`${name}\`, \`not ${name}\``
    case 'number':
      return `${describeUnit(type.unit)} is written \`${exampleLike(type.unit, literal)}\``
    case 'string':
      return 'text is written in double quotes'
    case 'enum':
      return `it is one of ${listWords(type.values)}`
    case 'model':
      return 'a model is written `provider/name`'
    case 'address':
    case 'strings':
    case 'text':
      return undefined
  }
}

/** An example with the digits that were written, where they make sense: `50%` for `$50`. */
function exampleLike(unit: Unit, literal: Literal): string {
  const sign = signs[unit]
  if (literal.kind !== 'Quantity' || sign === undefined) return exampleOf(unit)
  return readQuantity(literal.digits, sign, unit).ok ? writeQuantity(literal.digits, sign) : exampleOf(unit)
}

const signs: Readonly<Partial<Record<Unit, QuantityUnit>>> = {
  integer: '',
  tokens: '',
  money: '$',
  percent: '%',
  score: '',
}

// ---------------------------------------------------------------------------------------------- words of a list

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
  const fixes: readonly Fix[] =
    near === undefined
      ? []
      : [
          {
            title: `write \`${near}\``,
            edits: [{ span, newText: literal.kind === 'String' ? JSON.stringify(near) : near }],
            applicability: 'manual',
          },
        ]
  return add(
    place.c,
    report('GWC1206', { value: word, what: `\`${fact.name}\`` }, used.at, {
      secondary: origin(used),
      notes,
      fixes,
    }),
  )
}

// ---------------------------------------------------------------------------------------------- numbers

type NumberType = Extract<FactType, { kind: 'number' }>

function readNumber(
  place: Place,
  fact: FactRow,
  type: NumberType,
  used: Used,
  literal: QuantityLit,
  subject: Span,
): Value | undefined {
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
  return {
    title: `write \`${suggestion}\``,
    edits: [{ span: from ?? at, newText: suggestion }],
    applicability: isSlip && from === undefined ? 'machine' : 'manual',
  }
}
