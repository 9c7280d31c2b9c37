import { type QuantityUnit, readQuantity, writeQuantity } from '../../core/quantity.ts'
import type { FactRow, FactType, Unit } from '../../core/types.ts'
import type { Fix, Label, Note } from '../../lang/diagnostic.ts'
import { help, report } from '../../lang/report.ts'
import type { Span } from '../../lang/span.ts'
import { add, type Place } from './checking.ts'
import {
  describeLiteral,
  describeType,
  describeUnit,
  exampleOf,
  listWords,
  writeLiteral,
} from './describe.ts'
import type { Used } from './literal.ts'
import { rewrite } from './rewrite.ts'
import type { Literal } from './scope.ts'

/** `cannot compare a percent with money`, with what would do. */
export function mismatch(place: Place, fact: FactRow, used: Used, subject: Span): undefined {
  const right = describeLiteral(used.literal)
  const sibling = siblingAdvice(place, fact, used)
  const { notes, fixes } = sibling === undefined ? respell(fact, used) : { notes: [help(sibling)], fixes: [] }
  return add(
    place.c,
    report('GWC1203', { left: describeType(fact.type), right }, used.at, {
      label: right,
      secondary: [{ span: subject, text: describeType(fact.type) }, ...origin(used)],
      notes,
      fixes,
    }),
  )
}

/** A budget tells its state in money and in percent: the fact that is in the constant's unit is likely the one meant. */
function siblingAdvice({ c }: Place, fact: FactRow, { literal, op = '==' }: Used): string | undefined {
  if (fact.origin.kind !== 'meter' || literal.kind !== 'Quantity') return undefined
  const facts = [...(c.meters.get(fact.origin.name)?.facts.values() ?? [])]
  const sibling = facts.find(
    ({ type }) => type.kind === 'number' && readQuantity(literal.digits, literal.unit, type.unit).ok,
  )
  if (sibling === undefined || fact.type.kind !== 'number') return undefined
  const own = `\`${fact.name} ${op} ${exampleLike(fact.type.unit, literal)}\``
  return `\`${sibling.name} ${op} ${writeLiteral(literal)}\`, or ${own}`
}

/** Where a constant that has a name is written. */
export const origin = ({ from }: Used): Label[] =>
  from === undefined ? [] : [{ span: from, text: 'written here' }]

interface Respelling {
  readonly notes: readonly Note[]
  readonly fixes: readonly Fix[]
}

/** How the constant would be written for this fact. */
function respell({ name, type }: FactRow, { literal, from, at }: Used): Respelling {
  const better = respelled(type, literal)
  if (better !== undefined) {
    const fix = rewrite(from ?? at, better, from === undefined ? 'machine' : 'manual')
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
      return literal.kind === 'String' && literal.value === 'auto'
        ? `\`${name} == other\` asks for it: \`auto\` and every name that no model has`
        : 'a model is written `provider/name`'
    case 'address':
      return 'an address is written `"10.0.0.1"`, a network `"10.0.0.0/8"`'
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
