import type { Usage } from '../usage.ts'

/** A request for embeddings in no dialect. */
export interface EmbeddingRequest {
  /** Texts, each of which gets a vector. */
  readonly inputs: readonly string[]
  /** How many numbers a vector is to have; `undefined`: as many as the model makes. */
  readonly dimensions: number | undefined
  /** The client wants its vectors packed: 32-bit floats in base64, least byte first. */
  readonly isPacked: boolean
}

/** One vector for each input, in their order. */
export interface Embeddings {
  readonly vectors: readonly Vector[]
  readonly usage: Usage | undefined
}

export type Vector = readonly number[]
