import type { DialectName } from '../wire/dialect.ts'

/** One normalised answer: replayed as a stream or whole, in any caller's dialect. Stored only when it is complete. */
export interface CachedAnswer {
  /** Names the entry in `x-gwc-cache`. */
  readonly id: string
  readonly status: number
  readonly model: string
  readonly provider: string
  /** The JSON of the answer that is not streamed. */
  readonly body: Buffer
  /** Tokens as the provider reported them for the answer that was stored. */
  readonly usage: CachedUsage | undefined
  readonly storedAtMs: number
  /** What the body is written in; absent: what whoever finds it speaks. */
  readonly dialect?: DialectName
  readonly by?: Provenance
}

/** Who brought an answer in. */
export interface Provenance {
  /** The name of the key, never the key. */
  readonly key: string
  readonly requestId: string
}

export interface CachedUsage {
  readonly input?: number
  readonly cacheRead?: number
  readonly cacheWrite5m?: number
  readonly cacheWrite1h?: number
  readonly output?: number
  readonly reasoning?: number
}
