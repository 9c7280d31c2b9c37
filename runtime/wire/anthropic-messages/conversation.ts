import type { Conversation } from '../../contracts.ts'
import type { FieldRanges } from '../../proxy/body/fields.ts'
import { estimateTokens } from '../estimate-tokens.ts'
import { isObject } from '../json.ts'
import { addContent } from './blocks.ts'
import type { Found } from './blocks.ts'
import { messagesFields } from './fields.ts'
import type { MessagesField } from './fields.ts'

const { slots } = messagesFields

/** What a message costs beside its text: role and separators. */
const TOKENS_PER_MESSAGE = 4
/** More than any chat template puts around one message. */
const TOKENS_PER_MESSAGE_MAX = 64
/** More than Anthropic says to a model about the tools it has (up to 804 tokens), and about one of its own client tools (735). */
const TOKENS_FOR_TOOLS_MAX = 2_048
/** A usual image at the middle of the providers' formulas. */
const TOKENS_PER_IMAGE = 800
/** A page or two: how many a PDF has is not known without reading it. */
const TOKENS_PER_DOCUMENT = 3_000
/** Tool definitions and inputs are JSON of short words. */
const JSON_BYTES_PER_TOKEN = 4.5

/** Reads system prompt, messages and tools of a scanned request. It parses them: dear, so it waits until a rule asks. */
export function readConversation(bytes: Buffer, ranges: FieldRanges): Conversation {
  const found: Found = { texts: [], images: 0, documents: 0, jsonBytes: 0, references: 0, isBounded: true }
  addContent(found, parseField(bytes, ranges, 'system'))
  const messages = listOf(parseField(bytes, ranges, 'messages'))
  for (const message of messages) addContent(found, isObject(message) ? message['content'] : message)
  const text = found.texts.join('\0')
  const tools = readTools(bytes, ranges)
  const isBounded = found.isBounded && tools.isBounded && !reachesOut(ranges)
  return {
    messages: messages.length,
    images: found.images > 0,
    text,
    inputTokens: estimate(text, found, messages.length, tools.bytes),
    inputBound: isBounded
      ? boundOf(bytes, messages.length, found.references, tools)
      : Number.MAX_SAFE_INTEGER,
  }
}

function estimate(text: string, found: Found, messages: number, toolBytes: number): number {
  const json = Math.ceil((found.jsonBytes + toolBytes) / JSON_BYTES_PER_TOKEN)
  const media = found.images * TOKENS_PER_IMAGE + found.documents * TOKENS_PER_DOCUMENT
  return estimateTokens(text) + messages * TOKENS_PER_MESSAGE + json + media
}

/** A token is at least a byte of what was sent; what a provider puts around messages and tools comes on top. */
function boundOf(bytes: Buffer, messages: number, references: number, tools: Tools): number {
  return bytes.length + messages * TOKENS_PER_MESSAGE_MAX + references * tools.bytes + tools.addedMax
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
  const own = types.filter((type) => type !== 'custom').length
  return {
    bytes: tools.length === 0 ? 0 : sizeOf(ranges, 'tools'),
    addedMax: tools.length === 0 ? 0 : TOKENS_FOR_TOOLS_MAX * (1 + own),
    isBounded: types.every((type) => CLIENT_TOOL.test(type)),
  }
}

/** Whether the request lets the provider read what is not in it, or read it twice. */
function reachesOut(ranges: FieldRanges): boolean {
  return (['mcp_servers', 'container', 'context_management'] as const).some(
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
