import { isObjectType, objectsOf, textOf } from '../../canonical/read-json.ts'
import { isObject } from '../../json.ts'
import type { Json } from '../../json.ts'

/**
 * A JSON Schema that Anthropic holds an answer to: it refuses bounds, patterns and open objects, so what it does not hold to is
 * told to the model in the description, as Anthropic's own SDK does (`transformJSONSchema` of `@anthropic-ai/sdk`).
 */
export function printStrictSchema(schema: unknown): Json {
  if (!isObject(schema)) return {}
  const { $defs, definitions, $ref, $schema: _, ...own } = schema
  const defs = named({ ...objectOf(definitions), ...objectOf($defs) })
  if (typeof $ref === 'string') return { ...defs, $ref: $ref.replace('#/definitions/', '#/$defs/') }
  const held = Object.entries(own).filter(([keyword, value]) => isHeld(keyword, value))
  const told = Object.entries(own).filter(
    ([keyword, value]) => !isHeld(keyword, value) && !quiet.has(keyword),
  )
  return {
    ...defs,
    ...Object.fromEntries(held.map(([keyword, value]) => printed(keyword, value))),
    ...(isObjectType(own['type']) || isObject(own['properties'])
      ? { properties: properties(own), additionalProperties: false }
      : {}),
    ...described(own['description'], told),
  }
}

const objectOf = (value: unknown): Json => (isObject(value) ? value : {})

function named(defs: Json): Json {
  return Object.keys(defs).length === 0 ? {} : { $defs: each(defs) }
}

function each(schemas: Json): Json {
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [name, printStrictSchema(schema)]),
  )
}

const properties = (schema: Json): Json => each(objectOf(schema['properties']))

const plain = new Set(['type', 'title', 'description', 'required', 'const', 'default'])
const lists = new Set(['anyOf', 'oneOf', 'allOf'])
/** Said in another way. */
const quiet = new Set(['properties', 'additionalProperties', '$id', '$anchor', '$comment'])

const formats = new Set('date-time time date duration email hostname uri ipv4 ipv6 uuid'.split(' '))

function isHeld(keyword: string, value: unknown): boolean {
  if (plain.has(keyword) || lists.has(keyword)) return true
  if (keyword === 'items') return isObject(value)
  if (keyword === 'enum') return Array.isArray(value) && value.every((choice) => !(choice instanceof Object))
  if (keyword === 'format') return formats.has(textOf(value) ?? '')
  return keyword === 'minItems' && (value === 0 || value === 1)
}

function printed(keyword: string, value: unknown): readonly [string, unknown] {
  if (lists.has(keyword))
    return [keyword === 'oneOf' ? 'anyOf' : keyword, objectsOf(value).map(printStrictSchema)]
  return [keyword, keyword === 'items' ? printStrictSchema(value) : value]
}

function described(description: unknown, told: readonly (readonly [string, unknown])[]): Json {
  if (told.length === 0) return {}
  const words = told.map(([keyword, value]) => `${keyword}: ${JSON.stringify(value)}`).join(', ')
  return {
    description: [...(textOf(description) === undefined ? [] : [description]), `{${words}}`].join('\n\n'),
  }
}
