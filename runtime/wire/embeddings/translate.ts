import { gatherLosses } from '../canonical/losses.ts'
import type { Lost } from '../canonical/losses.ts'
import type { AnswerTranslator } from '../canonical/translate.ts'
import type { Dialect } from '../dialect.ts'
import { parseObject } from '../json.ts'
import type { Json } from '../json.ts'
import type { EmbeddingCodec } from './codec.ts'
import type { EmbeddingRequest } from './form.ts'

/** A dialect of embeddings with its codec. */
export interface EmbeddingSide {
  readonly dialect: Dialect
  readonly codec: EmbeddingCodec
}

/** A client's request, and what it could not carry to another dialect. */
export interface ReadEmbedding {
  readonly request: EmbeddingRequest
  readonly lost: Lost
}

/** Reads a client's request, to be printed in another dialect. */
export function readEmbedding(bytes: Buffer, { codec }: EmbeddingSide): ReadEmbedding {
  const losses = gatherLosses(codec.losses)
  const request = codec.parse(JSON.parse(bytes.toString()) as Json, losses) // scanned before: an object, no key twice
  return { request, lost: losses.lost() }
}

/** The way back of an answer; one that has not a vector for each input is none. */
export function embeddingTranslator(
  provider: EmbeddingSide,
  client: EmbeddingSide,
  request: EmbeddingRequest,
  model: string,
): AnswerTranslator {
  return {
    stream: (events) => events, // never asked for one
    whole: (answer) => {
      const vectors = provider.codec.vectorsOf(parseObject(answer.toString()) ?? {})
      if (vectors?.length !== request.inputs.length) return undefined
      const usage = provider.dialect.usageOf(answer)
      return Buffer.from(JSON.stringify(client.codec.printAnswer({ vectors, usage }, request, model)))
    },
  }
}
