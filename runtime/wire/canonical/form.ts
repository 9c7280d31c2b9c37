import type { DialectName } from '../dialect.ts'
import type { Json } from '../json.ts'

/**
 * One request in no dialect: what all of them can say, and what one of them alone says as `extra`. Printing it in the dialect it
 * came from gives back what was read.
 */
export interface CanonicalRequest {
  readonly from: DialectName
  readonly model: string | undefined
  readonly stream: boolean
  readonly turns: readonly Turn[]
  readonly tools: readonly Tool[]
  readonly toolChoice: ToolChoice | undefined
  readonly parallelTools: boolean | undefined
  /** Tokens. */
  readonly maxOutput: number | undefined
  readonly temperature: number | undefined
  readonly topP: number | undefined
  readonly topK: number | undefined
  readonly seed: number | undefined
  readonly presencePenalty: number | undefined
  readonly frequencyPenalty: number | undefined
  readonly stop: readonly string[]
  readonly format: Format | undefined
  readonly reasoning: Reasoning | undefined
  /** What the provider groups its prompt cache by: the session, never a person. */
  readonly cacheKey: string | undefined
  /** Fields that the form has no place for. */
  readonly extra: Json
}

/** What one side says at once. Tool results stand in a user's turn; instructions keep their place. */
export interface Turn {
  readonly role: 'system' | 'developer' | 'user' | 'assistant'
  readonly parts: readonly Part[]
  readonly extra: Json
}

export type Part =
  | TextPart
  | MediaPart
  | ToolCallPart
  | ToolResultPart
  | ReasoningPart
  | RefusalPart
  | OpaquePart

export interface TextPart {
  readonly kind: 'text'
  readonly text: string
  readonly extra: Json
}

/** An image, a sound or a document, in the request or where it lies. */
export interface MediaPart {
  readonly kind: 'image' | 'audio' | 'document'
  readonly source:
    | { readonly kind: 'data'; readonly mediaType: string; readonly base64: string }
    | { readonly kind: 'url'; readonly url: string }
  readonly extra: Json
}

export interface ToolCallPart {
  readonly kind: 'tool-call'
  readonly id: string
  readonly name: string
  /** The group of tools that it belongs to, in dialects that group them. */
  readonly namespace: string | undefined
  /** JSON as the model wrote it; free text for a custom tool. */
  readonly input: string
  readonly custom: boolean
  /** What only the provider that made the call can check: Gemini's signature. */
  readonly seal: string | undefined
  readonly extra: Json
}

export interface ToolResultPart {
  readonly kind: 'tool-result'
  /** The call's id. */
  readonly id: string
  readonly parts: readonly Part[]
  readonly isError: boolean
  readonly custom: boolean
  readonly extra: Json
}

/** What the model thought before it spoke. */
export interface ReasoningPart {
  readonly kind: 'reasoning'
  readonly text: string
  /** What only the provider that made it can read or check: Anthropic's signature or redacted data, OpenAI's encrypted content. */
  readonly seal: string | undefined
  /** There is no text of it. */
  readonly redacted: boolean
  readonly extra: Json
}

export interface RefusalPart {
  readonly kind: 'refusal'
  readonly text: string
  readonly extra: Json
}

/** What only its own dialect can say. */
export interface OpaquePart {
  readonly kind: 'opaque'
  /** Whether it is a whole message or item, or a part of one. */
  readonly place: 'turn' | 'part'
  readonly value: Json
}

export interface Tool {
  readonly name: string
  readonly namespace: string | undefined
  /** What is said of its namespace. */
  readonly about?: string
  readonly description: string | undefined
  /** JSON Schema of the input; `undefined` for a custom tool, which takes text. */
  readonly schema: Json | undefined
  readonly strict: boolean | undefined
  /** It finds further tools, and its calls are told apart where a dialect has a form for them. */
  readonly search?: true
  readonly extra: Json
}

export type ToolChoice = 'auto' | 'none' | 'required' | { readonly name: string }

/** The form that the answer must take. */
export type Format =
  | { readonly kind: 'json' }
  | {
      readonly kind: 'schema'
      readonly name: string
      readonly schema: Json
      readonly strict: boolean | undefined
      readonly description: string | undefined
    }

/** How much the model may think: in words, in tokens, or not at all. */
export interface Reasoning {
  readonly effort: string | undefined
  readonly tokensMax: number | undefined
  readonly extra: Json
}
