import type { Losses, LossRow } from '../canonical/losses.ts'
import type { Json } from '../json.ts'
import type { EmbeddingRequest, Embeddings } from './form.ts'

/** How a dialect of embeddings meets the others. */
export interface EmbeddingCodec {
  /** Reads a request that the dialect's `read` has accepted; what the form has no place for is lost. */
  readonly parse: (request: Json, losses: Losses) => EmbeddingRequest
  /** Whether one request may hold so many inputs. */
  readonly takes: (inputs: number) => boolean
  /** Prints a request for the model that the provider knows by this name. */
  readonly print: (request: EmbeddingRequest, model: string) => Json
  /** The vectors of an answer in the order of its inputs; `undefined` where one of them is none. */
  readonly vectorsOf: (answer: Json) => Embeddings['vectors'] | undefined
  /** Prints an answer of the model of this name. */
  readonly printAnswer: (
    embeddings: Embeddings,
    asked: Pick<EmbeddingRequest, 'isPacked'>,
    model: string,
  ) => Json
  /** What of this dialect others have no place for. */
  readonly losses: readonly LossRow[]
}
