import { parseAddress } from '../../core/address.ts'
import type { QuantityUnit } from '../../core/quantity.ts'
import { readQuantity, showQuantity } from '../../core/quantity.ts'
import type { FactType, FactValue } from '../../core/types.ts'

/** A declared fact's text as its type reads it; `wants` completes the sentence "… takes …". */
export type WireValue =
  | { readonly ok: true; readonly value: FactValue }
  | { readonly ok: false; readonly wants: string }

type NumberType = Extract<FactType, { readonly kind: 'number' }>

const numberCharsMax = 40

/** What a unit is counted in on the wire, and how a refusal names it. */
const wireUnits = {
  integer: { unit: '', wants: 'a whole number' },
  decimal: { unit: '', wants: 'a number such as 0.25' },
  tokens: { unit: '', wants: 'a whole number of tokens' },
  money: { unit: '$', wants: 'dollars such as 0.02' },
  percent: { unit: '%', wants: 'a percentage such as 12.5, without the sign' },
  duration: { unit: 'ms', wants: 'a whole number of milliseconds' },
  bytes: { unit: 'B', wants: 'a whole number of bytes' },
  score: { unit: '', wants: 'a score between 0 and 1 with at most three decimals' },
  time: { unit: 'clock', wants: 'a time of day such as 09:30' },
} as const satisfies Record<NumberType['unit'], { readonly unit: QuantityUnit; readonly wants: string }>

/** Reads what a header, a metadata field or a key's claim says of a declared fact. Never throws. */
export function readWireValue(type: FactType, text: string): WireValue {
  switch (type.kind) {
    case 'bool':
      return text === 'true' || text === 'false' ? value(text === 'true') : wants('true or false')
    case 'enum':
      return type.open || type.values.includes(text) ? value(text) : wants(`one of ${type.values.join(', ')}`)
    case 'strings':
      return value(splitList(text))
    case 'number':
      return readNumber(type, text)
    case 'address':
      return parseAddress(text) === undefined ? wants('an IP address such as 10.0.0.1') : value(text)
    case 'string':
    case 'text':
    case 'model':
      return value(text)
  }
}

function splitList(text: string): readonly string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

function readNumber(type: NumberType, text: string): WireValue {
  const number = text.length > numberCharsMax ? undefined : plainNumber(type.unit, text)
  if (number === undefined) return wants(wireUnits[type.unit].wants)
  if (type.min !== undefined && number < type.min)
    return wants(`at least ${showQuantity(type.min, type.unit)}`)
  if (type.max !== undefined && number > type.max)
    return wants(`at most ${showQuantity(type.max, type.unit)}`)
  return value(number)
}

/** In base units. Decimals are compared raw, never rounded, so they keep every place; whole numbers may be negative. */
function plainNumber(unit: NumberType['unit'], text: string): number | undefined {
  if (unit === 'decimal') return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined
  if (unit === 'integer' && /^-\d+$/.test(text)) return safeInteger(Number(text))
  const read = readQuantity(text, wireUnits[unit].unit, unit)
  return read.ok ? safeInteger(read.value) : undefined
}

function safeInteger(number: number): number | undefined {
  return Number.isSafeInteger(number) ? number : undefined
}

const value = (read: FactValue): WireValue => ({ ok: true, value: read })
const wants = (sentence: string): WireValue => ({ ok: false, wants: sentence })
