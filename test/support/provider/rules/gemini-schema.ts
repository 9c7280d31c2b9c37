import { isObject } from '../../../../runtime/wire/json.ts'
import type { Json } from '../../../../runtime/wire/json.ts'

/** What `parameters` and `responseSchema` may say: a message of its own (https://ai.google.dev/api/caching#Schema). */
const ofMessage = words(
  'type format title description nullable enum example default items minItems maxItems properties required minProperties maxProperties minimum maximum minLength maxLength pattern anyOf propertyOrdering',
)

/** What `parametersJsonSchema` and `responseJsonSchema` may say (https://ai.google.dev/api/generate-content, `responseJsonSchema`). */
const ofJson = words(
  '$id $defs $ref $anchor $schema type format title description enum items prefixItems minItems maxItems minimum maximum anyOf oneOf properties additionalProperties required propertyOrdering',
)

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '))
}

/** What Google says of a schema in its own message. */
export function schemaFault(schema: unknown): string | undefined {
  return faultIn(schema, (each) => {
    const unknown = Object.keys(each).find((name) => !ofMessage.has(name))
    if (unknown !== undefined)
      return `Invalid JSON payload received. Unknown name "${unknown}": Cannot find field.`
    if (Array.isArray(each['type'])) return 'Proto field is not repeating, cannot start list.'
    const isText = String(each['type']).toUpperCase() === 'STRING'
    return each['enum'] !== undefined && !isText ? 'enum: only allowed for STRING type' : undefined
  })
}

/** What Google says of a JSON Schema. */
export function jsonSchemaFault(schema: unknown): string | undefined {
  return faultIn(schema, (each) => {
    const unknown = Object.keys(each).find((name) => !ofJson.has(name))
    if (unknown !== undefined) return `Unsupported keyword in JSON Schema: ${unknown}`
    const beside = Object.keys(each).find((name) => !name.startsWith('$'))
    if (each['$ref'] !== undefined && beside !== undefined) return `$ref may not stand beside ${beside}`
    const choices = Array.isArray(each['enum']) ? each['enum'] : []
    const odd = choices.find((choice) => typeof choice !== 'string' && typeof choice !== 'number')
    return odd === undefined ? undefined : 'enum: only strings and numbers'
  })
}

/** The first fault of a schema or of one within it. */
function faultIn(schema: unknown, faultOf: (schema: Json) => string | undefined): string | undefined {
  if (!isObject(schema)) return undefined
  const fault = faultOf(schema)
  if (fault !== undefined) return fault
  for (const each of within(schema)) {
    const inner = faultIn(each, faultOf)
    if (inner !== undefined) return inner
  }
  return undefined
}

function within(schema: Json): readonly unknown[] {
  const { items, additionalProperties } = schema
  const lists = ['anyOf', 'oneOf', 'prefixItems'].flatMap(
    (name) => (schema[name] ?? []) as readonly unknown[],
  )
  const named = ['properties', '$defs'].flatMap((name) => Object.values((schema[name] ?? {}) as Json))
  return [items, additionalProperties, ...lists, ...named]
}
