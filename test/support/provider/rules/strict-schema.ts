import type { Json } from '../../../../runtime/wire/json.ts'
import { isObject } from '../../../../runtime/wire/json.ts'

/** What OpenAI says of schemas under `strict: true`: every object is closed, and all of its properties are required. */
export function strictFault(schemas: readonly (Json | undefined)[]): string | undefined {
  for (const schema of schemas) {
    const fault = schema === undefined ? undefined : faultIn(schema, '')
    if (fault !== undefined) return `Invalid schema: In context=(${fault}`
  }
  return undefined
}

function faultIn(schema: Json, path: string): string | undefined {
  const properties = isObject(schema['properties']) ? schema['properties'] : {}
  const names = Object.keys(properties)
  if (schema['type'] === 'object') {
    if (schema['additionalProperties'] !== false)
      return `${path}), 'additionalProperties' is required to be supplied and to be false.`
    const required = Array.isArray(schema['required']) ? schema['required'] : []
    const missing = names.find((name) => !required.includes(name))
    if (missing !== undefined)
      return `${path}), 'required' is required to include every key. Missing '${missing}'.`
  }
  const inner = [
    ...names.map((name) => [name, properties[name]] as const),
    ['items', schema['items']] as const,
  ]
  for (const [name, each] of inner) {
    const fault = isObject(each) ? faultIn(each, `${path}'${name}'`) : undefined
    if (fault !== undefined) return fault
  }
  return undefined
}
