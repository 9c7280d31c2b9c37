import { fieldName } from './canonical/field-names.ts'
import type { Format, Tool } from './canonical/form.ts'
import type { Losses } from './canonical/losses.ts'
import { isObjectType, objectsOf } from './canonical/read-json.ts'
import type { DialectName } from './dialect.ts'
import { isObject } from './json.ts'
import type { Json } from './json.ts'

/** What OpenAI's strict schemas may say (https://platform.openai.com/docs/guides/structured-outputs, *Supported schemas*). */
const known = new Set(
  'type title description default enum const anyOf $ref $defs definitions $schema properties required additionalProperties items format pattern minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minItems maxItems'.split(
    ' ',
  ),
)

/** Dialects whose schemas stand under OpenAI's own rules. */
const isOpenai = (from: DialectName): boolean => from === 'openai-chat' || from === 'openai-responses'

/** Whether calls of a tool are held to its schema: as asked, where OpenAI can. */
export function strictTool({ strict, schema }: Tool, from: DialectName, losses: Losses): boolean | undefined {
  if (strict !== true || isOpenai(from) || isStrict({ type: 'object', ...schema })) return strict
  losses.lose(fieldName(from, 'strict'))
  return undefined
}

/** Whether an answer is held to a schema: elsewhere it always is, here where OpenAI can. */
export function strictFormat(
  { schema, strict }: Extract<Format, { kind: 'schema' }>,
  from: DialectName,
): boolean | undefined {
  return isOpenai(from) ? strict : isStrict(schema) || undefined
}

/** Whether OpenAI can hold an answer to a schema: every object is closed, and has all of its properties. */
function isStrict(schema: Json): boolean {
  return schema['type'] === 'object' && schema['anyOf'] === undefined && isClosed(schema)
}

function isClosed(schema: unknown): boolean {
  if (!isObject(schema)) return false
  const { type, properties = {}, required, additionalProperties, items, anyOf, $defs, definitions } = schema
  if (!Object.keys(schema).every((keyword) => known.has(keyword)) || !isObject(properties)) return false
  const names = Object.keys(properties)
  if (isObjectType(type) && (additionalProperties !== false || !names.every((name) => has(required, name))))
    return false
  const inner = [properties, $defs, definitions].flatMap((each) =>
    isObject(each) ? Object.values(each) : [],
  )
  return [...inner, ...objectsOf(anyOf), ...(items === undefined ? [] : [items])].every(isClosed)
}

function has(required: unknown, name: string): boolean {
  return Array.isArray(required) && required.includes(name)
}
