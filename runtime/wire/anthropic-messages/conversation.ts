import type { Conversation } from '../../contracts.ts'
import type { FieldRanges } from '../../proxy/body/fields.ts'
import { conversationOf } from '../conversation.ts'
import { isObject } from '../json.ts'
import { addContent } from './blocks.ts'
import type { Found } from './blocks.ts'
import { messagesFields } from './fields.ts'
import type { MessagesField } from './fields.ts'

const { slots } = messagesFields

/** A page or two: how many a PDF has is not known without reading it. */
const TOKENS_PER_DOCUMENT = 3_000
/** More than Anthropic says to a model about one of its own client tools (735). */
const TOKENS_PER_OWN_TOOL_MAX = 2_048

/** Reads system prompt, messages and tools of a scanned request. It parses them: dear, so it waits until a rule asks. */
export function readConversation(bytes: Buffer, ranges: FieldRanges): Conversation {
  const found: Found = { texts: [], images: 0, documents: 0, jsonBytes: 0, references: 0, isBounded: true }
  addContent(found, parseField(bytes, ranges, 'system'))
  const messages = listOf(parseField(bytes, ranges, 'messages'))
  let opening: number | undefined
  for (const message of messages) {
    addContent(found, isObject(message) ? message['content'] : message)
    if (isObject(message) && message['role'] === 'user') opening ??= found.texts.length
  }
  const tools = readTools(bytes, ranges)
  return conversationOf(bytes, {
    messages: messages.length,
    texts: found.texts,
    opening,
    images: found.images,
    toolBytes: found.jsonBytes + tools.bytes,
    isBounded: found.isBounded && tools.isBounded && !reachesOut(ranges),
    otherTokens: found.documents * TOKENS_PER_DOCUMENT,
    addedMax: tools.addedMax + found.references * tools.bytes,
  })
}

interface Tools {
  readonly bytes: number
  /** Tokens that the provider adds for them, at most. */
  readonly addedMax: number
  readonly isBounded: boolean
}

/** Tools of Anthropic's own that run at the client: their descriptions are constants. All others run at the provider, and read as much as they find. */
const CLIENT_TOOL = /^(custom|bash_|text_editor_|computer_|memory_)/

function readTools(bytes: Buffer, ranges: FieldRanges): Tools {
  const tools = listOf(parseField(bytes, ranges, 'tools'))
  const types = tools.flatMap((tool) =>
    isObject(tool) && typeof tool['type'] === 'string' ? [tool['type']] : [],
  )
  return {
    bytes: tools.length === 0 ? 0 : sizeOf(ranges, 'tools'),
    addedMax: TOKENS_PER_OWN_TOOL_MAX * types.filter((type) => type !== 'custom').length,
    isBounded: types.every((type) => CLIENT_TOOL.test(type)),
  }
}

/** Whether the request lets the provider read what is not in it, or read it twice. */
function reachesOut(ranges: FieldRanges): boolean {
  return (['mcp_servers', 'container', 'context_management', 'compaction', 'thread'] as const).some(
    (field) => sizeOf(ranges, field) > 'null'.length,
  )
}

function parseField(bytes: Buffer, ranges: FieldRanges, field: MessagesField): unknown {
  const start = ranges[slots[field] * 2]!
  return start === -1 ? undefined : JSON.parse(bytes.toString('utf8', start, ranges[slots[field] * 2 + 1]))
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function sizeOf(ranges: FieldRanges, field: MessagesField): number {
  return ranges[slots[field] * 2 + 1]! - ranges[slots[field] * 2]!
}
