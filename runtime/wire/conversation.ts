import type { Conversation } from '../contracts.ts'
import { estimateTokens } from './estimate-tokens.ts'

/** What a message costs beside its text: role and separators. */
const TOKENS_PER_MESSAGE = 4
/** More than any chat template puts around one message. */
const TOKENS_PER_MESSAGE_MAX = 64
/** More than any provider says to a model about the tools it has (Anthropic: up to 804 tokens). */
const TOKENS_FOR_TOOLS_MAX = 2_048
/** A usual image at the middle of the providers' tile formulas. */
const TOKENS_PER_IMAGE = 800
/** Tool definitions and calls are JSON of short words. */
const TOOL_BYTES_PER_TOKEN = 4.5

/** What one pass over a request's messages found. */
export interface Gathered {
  readonly messages: number
  /** How many answers of their own it asks for, each with an input of its own; absent: one. */
  readonly prompts?: number
  readonly texts: readonly string[]
  /** How many of them come up to and with the first message of the user; absent: all. */
  readonly opening?: number | undefined
  readonly images: number
  /** Bytes of tool definitions, and of calls where they are no text of a message. */
  readonly toolBytes: number
  /** All that the model reads stands in the body: nothing by reference, no image, file or sound, no tool that fetches. */
  readonly isBounded: boolean
  /** Tokens of what is neither text nor image nor tool, roughly. */
  readonly otherTokens?: number
  /** Tokens that a provider adds beside those of messages and tools, at most. */
  readonly addedMax?: number
}

/** The facts of a conversation. */
export function conversationOf(body: Buffer, found: Gathered): Conversation {
  const { messages, images, toolBytes } = found
  const text = found.texts.join('\0')
  const besideText =
    messages * TOKENS_PER_MESSAGE +
    images * TOKENS_PER_IMAGE +
    Math.ceil(toolBytes / TOOL_BYTES_PER_TOKEN) +
    (found.otherTokens ?? 0)
  const inputBound = found.isBounded ? boundOf(body, found) : Number.MAX_SAFE_INTEGER
  const opening = found.texts.slice(0, found.opening).join('\0')
  let inputTokens: number | undefined
  return {
    messages,
    ...(found.prompts === undefined ? {} : { prompts: found.prompts }),
    images: images > 0,
    text,
    opening,
    besideText,
    get inputTokens() {
      return (inputTokens ??= estimateTokens(text) + besideText)
    },
    inputBound,
  }
}

/** A token is at least a byte of what was sent; what a provider puts around messages and tools comes on top. */
function boundOf(body: Buffer, { messages, toolBytes, addedMax = 0 }: Gathered): number {
  const tools = toolBytes > 0 ? TOKENS_FOR_TOOLS_MAX : 0
  return body.length + messages * TOKENS_PER_MESSAGE_MAX + tools + addedMax
}
