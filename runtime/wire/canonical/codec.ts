import type { DialectName } from '../dialect.ts'
import type { Json } from '../json.ts'
import type { Effort } from './efforts.ts'
import type { IdRule } from './ids.ts'
import type { Decoder, Encoder } from './events.ts'
import type { CanonicalRequest } from './form.ts'
import type { Losses, LossRow } from './losses.ts'

/** What a printer must know of the provider and model it prints for. */
export interface PrintTarget {
  /** The name by which the provider knows the model. */
  readonly model: string
  /** Field that caps the output, where the dialect has several. */
  readonly capField: string
  /** Tokens that the model can put out at most, where that is known. */
  readonly maxOutput: number | undefined
  readonly ids: IdRule
  /** Whether its calls have ids, where the dialect leaves that open; absent: they do. */
  readonly namesCalls?: boolean
  /** Words that the provider takes for how much to think; absent: any. */
  readonly efforts?: readonly Effort[]
  /** What was thought before a call, where the provider wants that back; absent: it does not. */
  readonly thoughtOf?: (call: string) => string | undefined
  /** Whether it takes the key of a prompt cache; absent: it does. */
  readonly takesCacheKey?: boolean
}

/** What a stream is written for. */
export interface EncodeTarget {
  /** The client asked for usage in its stream. */
  readonly includeUsage: boolean
  /** The dialect it was read from. */
  readonly from: DialectName
}

/** How a dialect meets the others: its requests and streams read into the canonical form and printed from it. */
export interface Codec {
  /** Reads a request that the dialect's `read` has accepted. */
  readonly parse: (request: Json) => CanonicalRequest
  /** Prints a request; what has no place here is lost, unless it came from here. */
  readonly print: (request: CanonicalRequest, to: PrintTarget, losses: Losses) => Json
  readonly decoder: () => Decoder
  readonly encoder: (asked: EncodeTarget) => Encoder
  /** What a request leaves behind when it goes to another dialect: what concerns its own provider alone. */
  readonly leave: (request: CanonicalRequest) => CanonicalRequest
  /** What of this dialect others have no place for. */
  readonly losses: readonly LossRow[]
}
