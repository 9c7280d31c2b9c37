import type { Conversation } from '../../contracts.ts'
import type { FieldRanges } from '../../proxy/body/fields.ts'
import { conversationOf } from '../conversation.ts'
import { isObject } from '../json.ts'
import { generateFields, itemsOf, memberIn, spellingOf } from './fields.ts'
import type { GenerateField } from './fields.ts'
import { addContent } from './parts.ts'
import type { Found } from './parts.ts'

const { slots } = generateFields

/** Some pages, or half a minute of sound: how much it is is not known without reading it. */
const TOKENS_PER_MEDIUM = 1_000

/** Reads system instruction, contents and tools of a scanned request. It parses them: dear, so it waits until a rule asks. */
export function readConversation(bytes: Buffer, ranges: FieldRanges): Conversation {
  const found: Found = { texts: [], images: 0, media: 0, jsonBytes: 0, isBounded: true }
  addContent(found, parseField(bytes, ranges, spellingOf(ranges, 'systemInstruction')))
  const contents = itemsOf(parseField(bytes, ranges, 'contents'))
  let opening: number | undefined
  for (const content of contents) {
    addContent(found, content)
    if (isUser(content)) opening ??= found.texts.length
  }
  const tools = itemsOf(parseField(bytes, ranges, 'tools'))
  return conversationOf(bytes, {
    messages: contents.length,
    texts: found.texts,
    opening,
    images: found.images,
    toolBytes: found.jsonBytes + (tools.length === 0 ? 0 : sizeOf(ranges, 'tools')),
    isBounded: found.isBounded && tools.every(isDeclared) && !reachesOut(ranges),
    otherTokens: found.media * TOKENS_PER_MEDIUM,
  })
}

/** Whose content says nothing of its role is the user's. */
function isUser(content: unknown): boolean {
  return !isObject(content) || content['role'] === 'user' || content['role'] === undefined
}

/** Whether a tool runs at the client. All others run at the provider, and read as much as they find. */
function isDeclared(tool: unknown): boolean {
  return (
    isObject(tool) &&
    memberIn(tool, 'functionDeclarations') !== undefined &&
    Object.values(tool).filter((each) => each !== null).length === 1
  )
}

/** Whether the provider reads what is not in the request: what it has cached or begun. */
function reachesOut(ranges: FieldRanges): boolean {
  return (['cachedContent', 'continuationToken'] as const).some(
    (field) => sizeOf(ranges, spellingOf(ranges, field)) > 'null'.length,
  )
}

function parseField(bytes: Buffer, ranges: FieldRanges, field: GenerateField): unknown {
  const start = ranges[slots[field] * 2]!
  return start === -1 ? undefined : JSON.parse(bytes.toString('utf8', start, ranges[slots[field] * 2 + 1]))
}

function sizeOf(ranges: FieldRanges, field: GenerateField): number {
  return ranges[slots[field] * 2 + 1]! - ranges[slots[field] * 2]!
}
