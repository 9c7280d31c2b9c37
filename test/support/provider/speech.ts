import type { Said } from './said.ts'
import { chatSpeech } from './speak-chat.ts'
import { completionsSpeech } from './speak-completions.ts'
import { countTokensSpeech } from './speak-count-tokens.ts'
import { batchEmbedSpeech, embedContentSpeech } from './speak-embed-content.ts'
import { embeddingsSpeech } from './speak-embeddings.ts'
import { generateSpeech, googleCountSpeech, streamGenerateSpeech } from './speak-generate.ts'
import { messagesSpeech } from './speak-messages.ts'
import { responsesSpeech } from './speak-responses.ts'

/** The fields of a request that decide how an answer to it looks. */
export interface Asked {
  readonly model?: string
  readonly stream?: boolean
  readonly stream_options?: { readonly include_usage?: boolean }
  readonly input?: unknown
  readonly encoding_format?: string
  readonly messages?: unknown
  readonly content?: unknown
  readonly requests?: readonly { readonly content?: unknown }[]
}

/** An error as a provider reports it. `code` is OpenAI's word, `type` Anthropic's. */
export interface SpokenError {
  readonly message: string
  readonly code: string | null
  readonly type: string
}

/** One provider API as the fake provider speaks it. */
export interface Speech {
  readonly name: string
  /** How the path of its requests ends. */
  readonly path: string
  readonly whole: (said: Said, asked: Asked) => object
  /** All events of a stream, the terminal one last. Empty: this API has no streams. */
  readonly events: (said: Said, asked: Asked) => readonly string[]
  readonly error: (status: number, error: SpokenError) => object
  /** An error in the middle of a stream. */
  readonly errorEvent: (error: SpokenError) => string
  /** What it says of a prompt that is too long. */
  readonly overflow: SpokenError
  /** What it says of a model that it does not have; with status 404. */
  readonly unknownModel: SpokenError
}

/** Every API that the fake provider speaks. A longer path stands before the one that it begins with. */
export const speeches: readonly Speech[] = [
  chatSpeech,
  responsesSpeech,
  completionsSpeech,
  embeddingsSpeech,
  countTokensSpeech,
  messagesSpeech,
  generateSpeech,
  streamGenerateSpeech,
  googleCountSpeech,
  embedContentSpeech,
  batchEmbedSpeech,
]

/** The API that a request path belongs to; chat where it belongs to none. */
export function speechOf(path: string): Speech {
  const [bare = ''] = path.split('?')
  return speeches.find((speech) => bare.endsWith(speech.path)) ?? chatSpeech
}
