import type { Conversation } from '../../contracts.ts'
import type { FieldRanges } from '../../proxy/body/fields.ts'
import { conversationOf } from '../conversation.ts'
import { slots } from './fields.ts'

/** Reads the messages of a scanned request. It parses them: dear, so it waits until a rule asks. */
export function readConversation(bytes: Buffer, ranges: FieldRanges): Conversation {
  const texts: string[] = []
  let images = 0
  let isBounded = !fetches(bytes, ranges)
  let toolBytes = sizeOf(ranges, slots.tools) + sizeOf(ranges, slots.functions)
  let opening: number | undefined
  const messages = listAt(bytes, ranges, slots.messages)
  for (const message of messages) {
    const calls = property(message, 'tool_calls')
    if (calls !== undefined && calls !== null) toolBytes += JSON.stringify(calls).length
    for (const part of partsOf(message)) {
      if (typeof part === 'string') texts.push(part)
      else if (part === image) images++
      if (typeof part !== 'string') isBounded = false
    }
    if (property(message, 'role') === 'user') opening ??= texts.length
  }
  return conversationOf(bytes, { messages: messages.length, texts, opening, images, toolBytes, isBounded })
}

/** Whether the provider may fetch what the model then reads: a search, or a tool that does not run at the client. */
function fetches(bytes: Buffer, ranges: FieldRanges): boolean {
  const search = ranges[slots.web_search_options * 2]!
  if (search !== -1 && bytes[search] !== 0x6e) return true
  return listAt(bytes, ranges, slots.tools).some((tool) => !clientTools.has(property(tool, 'type')))
}

const clientTools: ReadonlySet<unknown> = new Set(['function', 'custom'])

function listAt(bytes: Buffer, ranges: FieldRanges, slot: number): readonly unknown[] {
  const start = ranges[slot * 2]!
  if (start === -1) return []
  const value: unknown = JSON.parse(bytes.toString('utf8', start, ranges[slot * 2 + 1]))
  return Array.isArray(value) ? value : []
}

const image = Symbol('image')
/** A file, a sound, or what this version does not know. */
const other = Symbol('other')

type Part = string | typeof image | typeof other

/** The text parts of one message, and a mark for each image and for each part of another kind. */
function partsOf(message: unknown): readonly Part[] {
  // An earlier answer in sound is named, not sent: nobody knows here how long it is.
  if (property(message, 'audio') !== undefined) return [other]
  const content = property(message, 'content')
  if (typeof content === 'string') return [content]
  if (content === undefined || content === null) return []
  if (!Array.isArray(content)) return [other]
  return content.flatMap((part: unknown): readonly Part[] => {
    const text = property(part, 'text')
    if (typeof text === 'string') return [text]
    const type = property(part, 'type')
    return type === 'image_url' || type === 'input_image' || type === 'image' ? [image] : [other]
  })
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined
}

function sizeOf(ranges: FieldRanges, slot: number): number {
  return ranges[slot * 2 + 1]! - ranges[slot * 2]!
}
