import { describeType, exampleOf } from '../compiler/check/describe.ts'
import { parseAddress } from '../core/address.ts'
import { sourceValue } from '../core/derived-fact.ts'
import type { Catalogue } from '../core/catalogue.ts'
import { resolveModel } from '../core/model-names.ts'
import { readQuantity, showQuantity, type QuantityUnit } from '../core/quantity.ts'
import type { FactRow, FactType, FactValue } from '../core/types.ts'
import { suggest } from '../core/did-you-mean.ts'
import { ToolFailure } from './tool-failure.ts'

/** What the words of a request may speak of: the facts of the policy, and the models that names resolve to. */
export interface Vocabulary {
  readonly facts: ReadonlyMap<string, FactRow>
  readonly models: Catalogue
}

/** Facts of one request from `name=value` words, in the language's spelling: `input_tokens=40k`. */
export function factsFromWords(words: readonly string[], known: Vocabulary): Record<string, FactValue> {
  const given = new Map<string, FactValue>()
  for (const word of words) {
    const at = word.indexOf('=')
    if (at <= 0) throw new ToolFailure(`${JSON.stringify(word)} is neither name=value nor a file`)
    const row = rowOf(known, word.slice(0, at))
    const [name, value] = onSource(row, factFromText(known, row, word.slice(at + 1)))
    if (given.has(name)) throw new ToolFailure(`\`${name}\` is given twice`)
    given.set(name, value)
  }
  return Object.fromEntries(given)
}

/** Facts of one request from JSON: a witness of `gwc check`, numbers in base units or spelled as in a policy. */
export function factsFromJson(
  given: Readonly<Record<string, unknown>>,
  known: Vocabulary,
): Record<string, FactValue> {
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => {
      const row = rowOf(known, name)
      return onSource(
        row,
        typeof value === 'string' ? factFromText(known, row, value) : checkedValue(row, value),
      )
    }),
  )
}

/** What is given of a derived fact (`used` of a budget) is given of the fact behind it (`spent`). */
function onSource({ name, derived }: FactRow, value: FactValue): [string, FactValue] {
  if (derived === undefined || typeof value !== 'number') return [name, value]
  const source = sourceValue(derived, value)
  if (source !== undefined) return [derived.from.name, source]
  throw new ToolFailure(
    `no whole count of \`${derived.from.name}\` comes to that; give it instead of \`${name}\``,
  )
}

function rowOf({ facts }: Vocabulary, name: string): FactRow {
  const row = facts.get(name)
  if (row !== undefined) return row
  const near = suggest(name, [...facts.keys()])
  throw new ToolFailure(
    `there is no fact \`${name}\`${near === undefined ? ';' : `; did you mean \`${near}\`?`} \`gwc facts\` lists all`,
  )
}

function factFromText({ models }: Vocabulary, row: FactRow, text: string): FactValue {
  const { type } = row
  switch (type.kind) {
    case 'bool':
      if (text === 'true' || text === 'false') return text === 'true'
      throw mismatch(row, text, 'true or false')
    case 'number':
      return numberFromText(row, type, text)
    case 'enum':
      if (type.open || type.values.includes(text)) return text
      throw mismatch(row, text, `one of ${type.values.join(', ')}`)
    case 'strings':
      return text.split(',')
    case 'model':
      return resolveModel(models, text) ?? text
    case 'address':
      if (parseAddress(text) !== undefined) return text
      throw mismatch(row, text, 'an address, such as 10.0.0.1')
    case 'string':
    case 'text':
      return text
  }
}

function numberFromText(row: FactRow, type: NumberType, text: string): number {
  const [, dollar, digits, suffix] = /^(\$?)([0-9.:]+)([a-zA-Z%]*)$/.exec(text) ?? []
  const written = (dollar || (digits?.includes(':') === true ? 'clock' : suffix)) as QuantityUnit | undefined
  const read =
    digits === undefined || written === undefined ? undefined : readQuantity(digits, written, type.unit)
  if (read?.ok === true) return withinRange(row, type, read.value)
  throw mismatch(row, text, `${describeType(type)}, such as ${exampleOf(type.unit)}`)
}

type NumberType = Extract<FactType, { kind: 'number' }>

function withinRange(row: FactRow, { unit, min, max }: NumberType, value: number): number {
  if (value >= (min ?? -Infinity) && value <= (max ?? Infinity)) return value
  const bounds = [
    ...(min === undefined ? [] : [`from ${showQuantity(min, unit)}`]),
    ...(max === undefined ? [] : [`to ${showQuantity(max, unit)}`]),
  ]
  throw new ToolFailure(`\`${row.name}\` goes ${bounds.join(' ')}, never ${showQuantity(value, unit)}`)
}

function checkedValue(row: FactRow, value: unknown): FactValue {
  const { type } = row
  if (type.kind === 'number' && typeof value === 'number' && Number.isFinite(value))
    return withinRange(row, type, value)
  const isList = Array.isArray(value) && value.every((entry) => typeof entry === 'string')
  if ((type.kind === 'bool' && typeof value === 'boolean') || (type.kind === 'strings' && isList))
    return value
  throw mismatch(row, JSON.stringify(value), describeType(type))
}

const mismatch = (row: FactRow, text: string, wanted: string): ToolFailure =>
  new ToolFailure(`\`${row.name}\` takes ${wanted}, not ${JSON.stringify(text)}`)
