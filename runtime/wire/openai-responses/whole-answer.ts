import { isObject, parseObject } from '../json.ts'
import type { Json } from '../json.ts'
import { startsObject } from '../starts-object.ts'

/** A response with output: an empty 200, a page or `{}` is not an answer, nor is one whose status is `failed`. */
export function isResponse(body: Buffer): boolean {
  if (!startsObject(body) || !body.includes('"output"')) return false
  return !body.includes('"failed"') || parseObject(body.toString())?.['status'] !== 'failed'
}

/** The model declined, or a filter did. Parses only where a word says that it may be so. */
export function isRefusedResponse(body: Buffer): boolean {
  if (!body.includes('"refusal"') && !body.includes('"content_filter"')) return false
  const response = parseObject(body.toString())
  const details = response?.['incomplete_details']
  if (isObject(details) && details['reason'] === 'content_filter') return true
  return partsOf(response).some((part) => part['type'] === 'refusal')
}

function partsOf(response: Json | undefined): readonly Json[] {
  const output = response?.['output']
  const items = Array.isArray(output) ? output.filter(isObject) : []
  return items.flatMap(({ content }) => (Array.isArray(content) ? content.filter(isObject) : []))
}
