import { isObject } from '../../json.ts'
import type { Json } from '../../json.ts'
import { rest } from '../../canonical/extra.ts'
import { objectsOf } from '../../canonical/read-json.ts'

/** Notes a keyword that cannot be said. */
type Lose = (keyword: string) => void

/**
 * A JSON Schema in the keywords that Gemini takes (`responseJsonSchema` of https://ai.google.dev/api/generate-content): what `$ref`
 * names stands in its place, `const` is an `enum` of one, `allOf` one schema. A schema that refers to itself cannot be said.
 */
export function printSchema(schema: Json, lose: Lose): Json {
  return new SchemaPrinter(schema, lose).print(schema)
}

/** Said as they are. */
const kept = new Set([
  'type',
  'format',
  'title',
  'description',
  'enum',
  'minItems',
  'maxItems',
  'minimum',
  'maximum',
  'required',
  'propertyOrdering',
])

/** What no answer is held to, and what was put elsewhere. */
const silent = new Set([
  '$schema',
  '$id',
  '$anchor',
  '$comment',
  '$defs',
  'definitions',
  'default',
  'example',
  'examples',
  'deprecated',
  'readOnly',
  'writeOnly',
])

/** References that are put in their place: definitions that name each other twice grow without end. */
const PLACED_MAX = 1_000

class SchemaPrinter {
  readonly #root: Json
  readonly #lose: Lose
  /** The references that are being put in their place. */
  readonly #within: string[] = []
  #placed = 0

  constructor(root: Json, lose: Lose) {
    this.#root = root
    this.#lose = lose
  }

  /** `true` and `{}` take any value. */
  print(value: unknown): Json {
    if (!isObject(value)) return {}
    if (typeof value['$ref'] === 'string') return this.#printReferred(rest(value, ['$ref']), value['$ref'])
    const { allOf, ...schema } = value
    if (allOf !== undefined)
      return [schema, ...objectsOf(allOf)].map((each) => this.print(each)).reduce(merged)
    if (isUnion(schema['type']))
      return this.print({ anyOf: schema['type'].map((type) => typed(schema, type)) })
    const printed = Object.entries(schema).flatMap(([keyword, each]) => this.#keyword(keyword, each, schema))
    return Object.fromEntries(printed)
  }

  #printReferred(beside: Json, ref: string): Json {
    const isPlaced = this.#placed++ < PLACED_MAX && !this.#within.includes(ref)
    const target = isPlaced ? resolved(this.#root, ref) : undefined
    if (target === undefined) {
      this.#lose('$ref')
      return this.print(beside)
    }
    this.#within.push(ref)
    const printed = this.print(target)
    this.#within.pop()
    return merged(printed, this.print(beside))
  }

  #keyword(keyword: string, value: unknown, schema: Json): readonly (readonly [string, unknown])[] {
    if (keyword === 'enum') return this.#choices(value)
    if (kept.has(keyword)) return [[keyword, value]]
    if (silent.has(keyword)) return []
    switch (keyword) {
      case 'const':
        return this.#choices([value])
      case 'properties':
        return isObject(value) ? [[keyword, this.#each(value)]] : []
      case 'additionalProperties':
        return [[keyword, typeof value === 'boolean' ? value : this.print(value)]]
      case 'items':
        return Array.isArray(value) ? [['prefixItems', this.#list(value)]] : [[keyword, this.print(value)]]
      case 'anyOf':
      case 'oneOf':
      case 'prefixItems':
        return [[keyword, this.#list(value)]]
      case 'exclusiveMinimum':
        return this.#limit('minimum', value, schema, 1)
      case 'exclusiveMaximum':
        return this.#limit('maximum', value, schema, -1)
      default:
        this.#lose(keyword)
        return []
    }
  }

  /** Texts and numbers can be chosen among; `null` is a type. */
  #choices(value: unknown): readonly (readonly [string, unknown])[] {
    const choices = Array.isArray(value) ? value.filter((each) => each !== null) : []
    if (choices.every((each) => typeof each === 'string' || typeof each === 'number'))
      return choices.length === 0 ? [] : [['enum', choices]]
    this.#lose('enum')
    return []
  }

  /** A bound that is left out itself is the next whole number; between fractions there is none. */
  #limit(
    keyword: string,
    value: unknown,
    { type }: Json,
    step: number,
  ): readonly (readonly [string, unknown])[] {
    if (typeof value !== 'number') return []
    if (type === 'integer' && Number.isInteger(value)) return [[keyword, value + step]]
    this.#lose(keyword === 'minimum' ? 'exclusiveMinimum' : 'exclusiveMaximum')
    return [[keyword, value]]
  }

  #each(properties: Json): Json {
    return Object.fromEntries(Object.entries(properties).map(([name, each]) => [name, this.print(each)]))
  }

  #list(value: unknown): readonly Json[] {
    return Array.isArray(value) ? value.map((each) => this.print(each)) : []
  }
}

/** Several types at once; one that may be null is written so in Gemini, too. */
function isUnion(type: unknown): type is readonly string[] {
  return Array.isArray(type) && type.filter((each) => each !== 'null').length > 1
}

const typeOfKeyword: Readonly<Record<string, readonly string[]>> = {
  items: ['array'],
  prefixItems: ['array'],
  minItems: ['array'],
  maxItems: ['array'],
  properties: ['object'],
  required: ['object'],
  additionalProperties: ['object'],
  minimum: ['number', 'integer'],
  maximum: ['number', 'integer'],
  exclusiveMinimum: ['number', 'integer'],
  exclusiveMaximum: ['number', 'integer'],
}

/** What a schema of several types says of one of them. */
function typed(schema: Json, type: string): Json {
  const own = Object.entries(schema).filter(([keyword]) => typeOfKeyword[keyword]?.includes(type) ?? true)
  return { ...Object.fromEntries(own), type }
}

/** Both schemas at once: objects have the properties of both. */
function merged(a: Json, b: Json): Json {
  return {
    ...a,
    ...b,
    ...(isObject(a['properties']) && isObject(b['properties'])
      ? { properties: { ...a['properties'], ...b['properties'] } }
      : {}),
    ...(Array.isArray(a['required']) && Array.isArray(b['required'])
      ? { required: [...new Set([...(a['required'] as unknown[]), ...(b['required'] as unknown[])])] }
      : {}),
  }
}

/** What a JSON pointer within the schema names (RFC 6901), or `undefined`. */
function resolved(root: Json, ref: string): Json | undefined {
  if (!ref.startsWith('#')) return undefined
  const steps = ref.split('/').slice(1).map(step)
  const target = steps.reduce<unknown>((at, name) => (isObject(at) ? at[name] : undefined), root)
  return isObject(target) ? target : undefined
}

function step(part: string): string {
  return part.replaceAll('~1', '/').replaceAll('~0', '~')
}
