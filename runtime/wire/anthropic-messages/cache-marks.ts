import { OPEN_BRACE, OPEN_BRACKET, QUOTE } from '../../proxy/body/bytes.ts'
import type { Edit } from '../../proxy/body/splice.ts'
import type { CacheTtl, WireBody } from '../dialect.ts'
import { isObject } from '../json.ts'
import type { Json } from '../json.ts'
import { elementsOf, memberOf, parseRange } from '../json-parts.ts'
import type { JsonRange } from '../json-parts.ts'
import { messagesFields } from './fields.ts'

const { slots } = messagesFields

const marks = {
  '5m': ',"cache_control":{"type":"ephemeral"}',
  '1h': ',"cache_control":{"type":"ephemeral","ttl":"1h"}',
} as const satisfies Record<CacheTtl, string>

/**
 * Marks what the provider is to cache: the last tool, the last block of `system`, and the last block of the conversation that
 * may be marked (https://platform.claude.com/docs/en/build-with-claude/prompt-caching). Three of the four that a request may
 * have, all of one lifetime. A request with a mark of its own gets none, nor does one that only names such a thing.
 */
export function cacheMarks(body: WireBody, ttl: CacheTtl): readonly Edit[] {
  if (namesMark(body.bytes)) return []
  const mark = marks[ttl]
  return [...markTools(body, mark), ...markSystem(body, mark), ...markConversation(body, mark)]
}

/** The key with any of its letters written as escapes. Clients do not write it so but to confuse. */
const escapedMark = new RegExp(`"${Array.from('cache_control', plainOrEscaped).join('')}"`)

function plainOrEscaped(letter: string): string {
  const hex = letter.charCodeAt(0).toString(16)
  return `(?:${letter}|\\\\u00${hex.replace(/[a-f]/, (digit) => `[${digit}${digit.toUpperCase()}]`)})`
}

function namesMark(bytes: Buffer): boolean {
  if (bytes.includes('"cache_control"')) return true
  return bytes.includes('\\u00') && escapedMark.test(bytes.toString('latin1'))
}

/** Tools that are loaded later may not be marked. */
function markTools({ bytes, ranges }: WireBody, mark: string): readonly Edit[] {
  return markLast(bytes, rangeOf(ranges, slots.tools), (tool) => tool['defer_loading'] !== true, mark)
}

function markSystem({ bytes, ranges }: WireBody, mark: string): readonly Edit[] {
  return markContent(bytes, rangeOf(ranges, slots.system), mark)
}

/** The newest turn that has something to mark; the system's own turns within a conversation are passed over. */
function markConversation({ bytes, ranges }: WireBody, mark: string): readonly Edit[] {
  for (const turn of listAt(bytes, rangeOf(ranges, slots.messages)).toReversed()) {
    if (bytes[turn.start] !== OPEN_BRACE) return []
    const role = memberOf(bytes, turn.start, 'role')
    if (role === undefined || parseRange(bytes, role) === 'system') continue
    const edits = markContent(bytes, memberOf(bytes, turn.start, 'content'), mark)
    if (edits.length > 0) return edits
  }
  return []
}

/** A text becomes a list of one block; of a list, the last block that may be marked is. */
function markContent(bytes: Buffer, content: JsonRange | undefined, mark: string): readonly Edit[] {
  if (content === undefined) return []
  const { start, end } = content
  if (bytes[start] !== QUOTE) return markLast(bytes, content, mayBeMarked, mark)
  if (isBlank(parseRange(bytes, content))) return []
  return [
    { start, end: start, text: '[{"type":"text","text":' },
    { start: end, end, text: `${mark}}]` },
  ]
}

function markLast(
  bytes: Buffer,
  list: JsonRange | undefined,
  mayMark: (part: Json) => boolean,
  mark: string,
): readonly Edit[] {
  for (const part of listAt(bytes, list).toReversed()) {
    const value = parseRange(bytes, part)
    if (!isObject(value) || Object.keys(value).length === 0) return []
    if (mayMark(value)) return [{ start: part.end - 1, end: part.end - 1, text: mark }]
  }
  return []
}

/** Blocks that take a mark. One that gwc does not know is left as it is. */
const markable: ReadonlySet<unknown> = new Set([
  'text',
  'image',
  'document',
  'search_result',
  'tool_use',
  'tool_result',
  'server_tool_use',
  'web_search_tool_result',
  'web_fetch_tool_result',
])

function mayBeMarked(block: Json): boolean {
  return markable.has(block['type']) && !(block['type'] === 'text' && isBlank(block['text']))
}

function isBlank(text: unknown): boolean {
  return typeof text !== 'string' || text.trim() === ''
}

function listAt(bytes: Buffer, range: JsonRange | undefined): readonly JsonRange[] {
  return range !== undefined && bytes[range.start] === OPEN_BRACKET ? elementsOf(bytes, range.start) : []
}

function rangeOf(ranges: WireBody['ranges'], slot: number): JsonRange | undefined {
  const [start = -1, end = -1] = [ranges[slot * 2], ranges[slot * 2 + 1]]
  return start === -1 ? undefined : { start, end }
}
