import type { ScannedBody } from '../contracts.ts'

/** Bytes of a request body per token, roughly: ranking prices and accounts needs no better. */
export const BYTES_PER_TOKEN = 4
/** What an answer is taken to be when the request does not cap it lower. */
const OUTPUT_TOKENS = 500

/** What a request is expected to take: estimates, never bounds. */
export interface Demand {
  readonly inputTokens: number
  readonly outputTokens: number
}

/** The demand of a request, from the size of its body and its own cap. */
export function demandOf(body: Pick<ScannedBody, 'bytes' | 'maxOutput' | 'n'>): Demand {
  return {
    inputTokens: Math.ceil(body.bytes.length / BYTES_PER_TOKEN),
    outputTokens: Math.min(body.maxOutput ?? OUTPUT_TOKENS, OUTPUT_TOKENS) * body.n,
  }
}
