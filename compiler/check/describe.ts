import { unitOf } from '../../core/quantity.ts'
import type { FactType, Unit } from '../../core/types.ts'
import { showQuantity, writeQuantity } from '../../core/quantity.ts'
import type { Declared, Literal } from './scope.ts'

/** Words for types and constants, so that every message says the same of the same thing. */
const unitWords = {
  integer: 'a whole number',
  decimal: 'a number',
  tokens: 'a number of tokens',
  money: 'money',
  percent: 'a percent',
  duration: 'a duration',
  bytes: 'a size in bytes',
  score: 'a score from 0 to 1',
  time: 'a time of day',
} as const satisfies Record<Unit, string>

/** What a value of the unit looks like in a policy. */
const examples = {
  integer: '12',
  decimal: '0.3',
  tokens: '200k',
  money: '$0.50',
  percent: '80%',
  duration: '30s',
  bytes: '64kB',
  score: '0.8',
  time: '09:30',
} as const satisfies Record<Unit, string>

export const describeUnit = (unit: Unit): string => unitWords[unit]
export const exampleOf = (unit: Unit): string => examples[unit]

/** `a percent`, `text`, `a flag`: what a fact of this type is. */
export function describeType(type: FactType): string {
  switch (type.kind) {
    case 'bool':
      return 'a flag'
    case 'enum':
      return type.values.length > 5 ? 'a word from a list' : `one of ${type.values.join(', ')}`
    case 'string':
      return 'text'
    case 'number':
      return unitWords[type.unit]
    case 'address':
      return 'an address'
    case 'strings':
      return 'a set of texts'
    case 'text':
      return 'the text of a prompt'
    case 'model':
      return 'a model'
  }
}

const quantityWords = {
  number: 'a bare number',
  count: 'a count',
  money: 'money',
  percent: 'a percent',
  duration: 'a duration',
  bytes: 'a size in bytes',
  time: 'a time of day',
} as const satisfies Record<ReturnType<typeof unitOf>, string>

/** `money`, `text`, `a model`: what a constant is by itself. */
export function describeLiteral(literal: Literal): string {
  switch (literal.kind) {
    case 'String':
      return 'text'
    case 'Quantity':
      return quantityWords[unitOf(literal.unit)]
    case 'Bool':
      return 'true or false'
    case 'Model':
      return 'a model'
    case 'Name':
      return 'a word'
  }
}

/** A constant as a policy writes it. */
export function writeLiteral(literal: Literal): string {
  switch (literal.kind) {
    case 'String':
      return JSON.stringify(literal.value)
    case 'Quantity':
      return writeQuantity(literal.digits, literal.unit)
    case 'Bool':
      return String(literal.value)
    case 'Model':
    case 'Name':
      return literal.text
  }
}

/** `from 0 to 23`, `at least 0`: the values a number may have. */
export function describeRange(min: number | undefined, max: number | undefined, unit: Unit): string {
  if (min === undefined) return max === undefined ? 'anywhere' : `up to ${showQuantity(max, unit)}`
  if (max === undefined) return `from ${showQuantity(min, unit)} up`
  return `from ${showQuantity(min, unit)} to ${showQuantity(max, unit)}`
}

/** What a declared name is: `a set of models`, `a predicate`. */
export function describeDeclared(declared: Declared): string {
  const { meaning } = declared
  switch (meaning.kind) {
    case 'pred':
      return 'a predicate'
    case 'single':
      return meaning.literal?.kind === 'Model' ? 'a constant that stands for one model' : 'a constant'
    case 'set':
      return meaning.set?.kind === 'models' ? 'a set of models' : 'a set of constants'
  }
}

/** `a, b and c`, cut after `most` with how many are left out. */
export function listWords(words: readonly string[], most = 8): string {
  const shown = words.slice(0, most)
  const left = words.length - shown.length
  if (left > 0) return `${shown.join(', ')} and ${left} more`
  const last = shown.at(-1) ?? ''
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} and ${last}`
}
