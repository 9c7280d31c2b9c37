import type { FactRow, FactType, FactValue } from '../core/types.ts'
import { readQuantity, type QuantityUnit } from '../core/quantity.ts'
import { suggest } from '../core/did-you-mean.ts'
import { ToolFailure } from './tool-failure.ts'

type Facts = ReadonlyMap<string, FactRow>

/** Facts of one request from `name=value` words, in the language's spelling: `input_tokens=40k`. */
export function factsFromWords(words: readonly string[], facts: Facts): Record<string, FactValue> {
  return Object.fromEntries(
    words.map((word) => {
      const at = word.indexOf('=')
      if (at <= 0) throw new ToolFailure(`${JSON.stringify(word)} is neither name=value nor a file`)
      const row = rowOf(facts, word.slice(0, at))
      return [row.name, factFromText(row, word.slice(at + 1))]
    }),
  )
}

/** Facts of one request from JSON: a witness of `gwc check`, numbers in base units or spelled as in a policy. */
export function factsFromJson(
  given: Readonly<Record<string, unknown>>,
  facts: Facts,
): Record<string, FactValue> {
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => {
      const row = rowOf(facts, name)
      return [name, typeof value === 'string' ? factFromText(row, value) : checkedValue(row, value)]
    }),
  )
}

function rowOf(facts: Facts, name: string): FactRow {
  const row = facts.get(name)
  if (row !== undefined) return row
  const near = suggest(name, [...facts.keys()])
  throw new ToolFailure(
    `there is no fact \`${name}\`${near === undefined ? '' : `; did you mean \`${near}\`?`} \`gwc facts\` lists all`,
  )
}

function factFromText(row: FactRow, text: string): FactValue {
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
    case 'string':
    case 'address':
    case 'text':
    case 'model':
      return text
  }
}

function numberFromText(row: FactRow, { unit }: Extract<FactType, { kind: 'number' }>, text: string): number {
  const [, dollar, digits, suffix] = /^(\$?)([0-9.:]+)([a-zA-Z%]*)$/.exec(text) ?? []
  const written = (dollar || (digits?.includes(':') === true ? 'clock' : suffix)) as QuantityUnit | undefined
  const read = digits === undefined || written === undefined ? undefined : readQuantity(digits, written, unit)
  if (read?.ok === true) return read.value
  throw mismatch(row, text, `a number of ${unit}, spelled as in a policy`)
}

function checkedValue(row: FactRow, value: unknown): FactValue {
  const fits =
    row.type.kind === 'number'
      ? typeof value === 'number' && Number.isFinite(value)
      : row.type.kind === 'bool'
        ? typeof value === 'boolean'
        : row.type.kind === 'strings' &&
          Array.isArray(value) &&
          value.every((entry) => typeof entry === 'string')
  if (fits) return value as FactValue
  throw mismatch(
    row,
    JSON.stringify(value),
    `a ${row.type.kind === 'number' ? row.type.unit : row.type.kind}`,
  )
}

const mismatch = (row: FactRow, text: string, wanted: string): ToolFailure =>
  new ToolFailure(`\`${row.name}\` takes ${wanted}, not ${JSON.stringify(text)}`)
