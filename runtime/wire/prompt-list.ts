import type { Conversation } from '../contracts.ts'
import { conversationOf } from './conversation.ts'
import { estimateTokens } from './estimate-tokens.ts'

/** What legacy completions and embeddings are asked about: a text, tokens, or a list of either. */
export interface PromptList {
  /** How many answers it asks for at the least. */
  readonly count: number
  /** Parts that are text. */
  readonly texts: readonly string[]
  /** Tokens that are given as numbers. */
  readonly tokens: number
}

/** Reads such a field; `undefined` when it is none of them. Absent is one empty text. */
export function promptListOf(value: unknown): PromptList | undefined {
  if (value === undefined || value === null) return { count: 1, texts: [], tokens: 0 }
  if (typeof value === 'string') return { count: 1, texts: [value], tokens: 0 }
  if (!Array.isArray(value)) return undefined
  if (value.every(isText)) return { count: value.length, texts: value, tokens: 0 }
  if (value.every(isToken)) return { count: 1, texts: [], tokens: value.length }
  if (!value.every(isTokenList)) return undefined
  return { count: value.length, texts: [], tokens: value.reduce((sum, list) => sum + list.length, 0) }
}

/** The facts of such a request: each prompt is a message, and a token given as a number is at least two bytes. */
export function promptConversation(body: Buffer, { count, texts, tokens }: PromptList): Conversation {
  const { text, opening, inputBound } = conversationOf(body, {
    messages: count,
    texts,
    images: 0,
    toolBytes: 0,
    isBounded: true,
  })
  let inputTokens: number | undefined
  return {
    messages: count,
    prompts: Math.max(1, count),
    images: false,
    text,
    opening,
    get inputTokens() {
      return (inputTokens ??= tokens + texts.reduce((sum, each) => sum + estimateTokens(each), 0))
    },
    inputBound,
  }
}

const isText = (value: unknown): value is string => typeof value === 'string'
const isToken = (value: unknown): value is number => Number.isSafeInteger(value)
const isTokenList = (value: unknown): value is readonly number[] =>
  Array.isArray(value) && value.every(isToken)
