import { isObject } from '../../json.ts'
import type { Json } from '../../json.ts'
import { message, messages } from './proto-json.ts'

/**
 * Google's `Schema`, a subset of OpenAPI 3.0, as JSON Schema: types in lower case, `nullable` as a type
 * (https://ai.google.dev/api/caching#Schema).
 */
export function jsonSchemaOf(value: unknown): Json {
  const schema = message(value)
  const { type, nullable, format, items, anyOf, properties } = schema
  return {
    ...Object.fromEntries(Object.entries(schema).filter(([name]) => !rewritten.has(name))),
    ...typed(type, nullable === true),
    ...(format === undefined || format === 'enum' ? {} : { format }),
    ...counts(schema),
    ...(items === undefined ? {} : { items: jsonSchemaOf(items) }),
    ...(anyOf === undefined ? {} : { anyOf: messages(anyOf).map(jsonSchemaOf) }),
    ...(isObject(properties) ? { properties: each(properties) } : {}),
  }
}

const countNames = ['minItems', 'maxItems', 'minProperties', 'maxProperties', 'minLength', 'maxLength']

const rewritten = new Set([
  'type',
  'nullable',
  'format',
  'items',
  'anyOf',
  'properties',
  'example',
  'propertyOrdering',
  ...countNames,
])

function each(properties: Json): Json {
  return Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, jsonSchemaOf(value)]))
}

function typed(type: unknown, nullable: boolean): Json {
  if (typeof type !== 'string') return {}
  const name = type.toLowerCase()
  return { type: nullable ? [name, 'null'] : name }
}

/** Counts are 64 bits wide, which proto JSON writes as text. */
function counts(schema: Json): Json {
  const given = countNames.filter((name) => schema[name] !== undefined)
  return Object.fromEntries(given.map((name) => [name, Number(schema[name])]))
}
