import type { Json } from '../../runtime/wire/json.ts'
import { fc } from './fast-check.ts'

/** Text of any script, and text that is none of this dialect's business: quotes, line ends, JSON. */
export const aText = fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }))
export const someText = aText.filter((text) => text.length > 0)
export const aName = fc.stringMatching(/^[a-zA-Z0-9_-]{1,64}$/)
export const someJson = fc.json({ maxDepth: 2 })
export const aSchema = fc.constantFrom<Json>(
  { type: 'object', properties: { path: { type: 'string' } }, required: ['path'] },
  { type: 'object', properties: {}, additionalProperties: false },
)

/** The values that are there: a field of `undefined` is none. */
export function present(record: Json): Json {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined))
}

export function maybe<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(arbitrary, { nil: undefined })
}

/** A tool's input as a model writes it: one JSON object. */
export const someInput = fc
  .dictionary(aName, fc.oneof(aText, fc.integer()), { maxKeys: 3 })
  .map((input) => JSON.stringify(input))

/** A text in two pieces, as streams cut it. */
export function halves(text: string): readonly string[] {
  const middle = Math.floor(text.length / 2)
  return [text.slice(0, middle), text.slice(middle)]
}

/** Bytes of a file, in base64. */
export const someBytes = fc.base64String({ minLength: 4 })

/** A schema and whether it is strict: one that is open is not. */
export function strictness(said: Json, schema: Json): Json {
  const isOpen = schema['additionalProperties'] !== false
  return isOpen && said['strict'] === true ? { ...said, strict: false } : said
}

/** A request whose choice of a tool is one among its tools: of one by name, the first of them that `nameOf` finds and no other has. */
export function chosen(
  request: Json,
  nameOf: (tool: Json) => string | undefined,
  choiceOf: (name: string) => Json,
): Json {
  const { tool_choice: choice, ...rest } = request
  const tools = request['tools'] as readonly Json[] | undefined
  if (choice === undefined || tools === undefined) return rest
  if (choice !== 'by name') return request
  const names = tools.map(nameOf)
  const isAlone = (name: string): boolean => JSON.stringify(tools).split(`"name":"${name}"`).length === 2
  const name = names.find((each) => each !== undefined && isAlone(each))
  return name === undefined ? rest : { ...rest, tool_choice: choiceOf(name) }
}
