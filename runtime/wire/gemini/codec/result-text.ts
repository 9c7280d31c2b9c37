import { isObject, parseObject } from '../../json.ts'
import type { Json } from '../../json.ts'

/**
 * A result as Gemini wants it, an object: the one that the text writes out, else the text as its `output`
 * (https://ai.google.dev/api/caching#FunctionResponse). `resultText` gives back the same text.
 */
export function resultObject(text: string): Json {
  const value = parseObject(text)
  return value !== undefined && JSON.stringify(value) === text && !isReserved(value)
    ? value
    : { output: text }
}

/** A result's object as text: its `output` where that is all, else the object. */
export function resultText(response: unknown): string {
  const { output }: Json = isObject(response) ? response : {}
  return isObject(response) && isOutput(response) ? String(output) : JSON.stringify(response ?? {})
}

/** What would be read as something else than the text says. */
function isReserved(value: Json): boolean {
  return isOutput(value) || isError(value)
}

/** Whether an object is nothing but a text: one that would be an object of its own is not. */
function isOutput(value: Json): boolean {
  const { output } = value
  if (Object.keys(value).length !== 1 || typeof output !== 'string') return false
  return resultObject(output)['output'] === output
}

/** The text of a failure, or `undefined` for any other result. */
export function failureText(response: unknown): string | undefined {
  return isObject(response) && isError(response) ? String(response['error']) : undefined
}

function isError(value: Json): boolean {
  return Object.keys(value).length === 1 && typeof value['error'] === 'string'
}
