import type { DialectName } from '../dialect.ts'
import { embedBatchCodec, embedCodec } from '../gemini/embed-codec.ts'
import { embeddingsCodec } from '../openai-embeddings/codec.ts'
import type { EmbeddingCodec } from './codec.ts'

/** The dialects of embeddings, each of which can be said in the others. */
export const embeddingCodecs: Readonly<Partial<Record<DialectName, EmbeddingCodec>>> = {
  'openai-embeddings': embeddingsCodec,
  'gemini-embed': embedCodec,
  'gemini-embed-batch': embedBatchCodec,
}
