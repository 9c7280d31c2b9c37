import { CLOSE_BRACE, OPEN_BRACE, SPACE } from '../../proxy/body/bytes.ts'
import { splice } from '../../proxy/body/splice.ts'
import type { Edit } from '../../proxy/body/splice.ts'
import type { ChatBody } from './body.ts'
import { slots } from './fields.ts'
import type { ChatField } from './fields.ts'

/** What the policy changes in a request; all else is sent byte for byte. */
export interface ChatEdits {
  /** The name by which the provider knows the model. ASCII. */
  readonly model: string
  /** Asks for a usage chunk that the client did not ask for. */
  readonly includeUsage: boolean
}

/** The bytes to send to a provider. */
export function editChatBody(body: ChatBody, edits: ChatEdits): Buffer {
  const changes = [setField(body, 'model', JSON.stringify(edits.model))]
  if (edits.includeUsage) changes.push(setField(body, 'stream_options', usageOptions(body)))
  return splice(body.bytes, inOrder(changes, body))
}

/** The client's stream options with `include_usage` added: rewritten as a whole, for they are small. */
function usageOptions(body: ChatBody): string {
  const start = body.ranges[slots.stream_options * 2]!
  const given: unknown =
    start === -1
      ? null
      : JSON.parse(body.bytes.toString('utf8', start, body.ranges[slots.stream_options * 2 + 1]))
  return asciiJson({ ...(given as object | null), include_usage: true })
}

/** Replaces the value of a top-level field, or adds the field in front of the others. */
function setField(body: ChatBody, field: ChatField, value: string): Edit {
  const slot = slots[field] * 2
  const start = body.ranges[slot]!
  if (start !== -1) return { start, end: body.ranges[slot + 1]!, text: value }
  const at = body.bytes.indexOf(OPEN_BRACE) + 1
  return { start: at, end: at, text: `"${field}":${value},` }
}

/** Ascending edits. Fields added to an empty object have no neighbour, so the last one gives up its comma. */
function inOrder(edits: Edit[], body: ChatBody): readonly Edit[] {
  edits.sort((a, b) => a.start - b.start)
  if (!isEmptyObject(body.bytes)) return edits
  const last = edits.pop()!
  return [...edits, { ...last, text: last.text.slice(0, -1) }]
}

function isEmptyObject(bytes: Buffer): boolean {
  let at = bytes.indexOf(OPEN_BRACE) + 1
  while (SPACE[bytes[at]!] === 1) at++
  return bytes[at] === CLOSE_BRACE
}

/** JSON in ASCII: what `splice` takes. */
function asciiJson(value: unknown): string {
  return JSON.stringify(value).replaceAll(
    /[^\0-\x7f]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
