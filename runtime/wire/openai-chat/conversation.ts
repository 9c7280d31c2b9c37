import type { Conversation } from '../../contracts.ts'
import type { FieldRanges } from '../../proxy/body/fields.ts'
import { estimateTokens } from '../estimate-tokens.ts'
import { slots } from './fields.ts'

/** What a message costs beside its text: role and separators. */
const TOKENS_PER_MESSAGE = 4
/** A usual image at the middle of the providers' tile formulas. */
const TOKENS_PER_IMAGE = 800
/** Tool definitions are JSON of short words. */
const TOOL_BYTES_PER_TOKEN = 4.5

/** Reads the messages of a scanned request. It parses them: dear, so it waits until a rule asks. */
export function readConversation(bytes: Buffer, ranges: FieldRanges): Conversation {
  const texts: string[] = []
  let images = 0
  const messages = parseMessages(bytes, ranges)
  for (const message of messages) {
    for (const part of partsOf(message)) {
      if (typeof part === 'string') texts.push(part)
      else images++
    }
  }
  const text = texts.join('\0')
  const tools = sizeOf(ranges, slots.tools) + sizeOf(ranges, slots.functions)
  const inputTokens =
    estimateTokens(text) +
    messages.length * TOKENS_PER_MESSAGE +
    images * TOKENS_PER_IMAGE +
    Math.ceil(tools / TOOL_BYTES_PER_TOKEN)
  return { messages: messages.length, images: images > 0, text, inputTokens }
}

function parseMessages(bytes: Buffer, ranges: FieldRanges): readonly unknown[] {
  const start = ranges[slots.messages * 2]!
  if (start === -1) return []
  const value: unknown = JSON.parse(bytes.toString('utf8', start, ranges[slots.messages * 2 + 1]))
  return Array.isArray(value) ? value : []
}

const image = Symbol('image')

type Part = string | typeof image

/** The text parts of one message, and a mark for each image. Unknown parts are passed over. */
function partsOf(message: unknown): readonly Part[] {
  const content = property(message, 'content')
  if (typeof content === 'string') return [content]
  if (!Array.isArray(content)) return []
  return content.flatMap((part: unknown): readonly Part[] => {
    const text = property(part, 'text')
    if (typeof text === 'string') return [text]
    const type = property(part, 'type')
    return type === 'image_url' || type === 'input_image' || type === 'image' ? [image] : []
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
