import type { Endpoint, ScannedBody } from '../contracts.ts'
import type { BodyFault } from '../proxy/body/fault.ts'
import type { FieldIndex, FieldRanges } from '../proxy/body/fields.ts'
import type { IdRule } from './canonical/ids.ts'
import type { Seals } from './seals.ts'
import type { Usage } from './usage.ts'

/** The APIs that gwc speaks, by what programs call them in provider rows. */
export type DialectName =
  | 'openai-chat'
  | 'openai-responses'
  | 'openai-completions'
  | 'openai-embeddings'
  | 'anthropic-messages'
  | 'gemini-generate'
  | 'gemini-embed'
  | 'gemini-embed-batch'

/**
 * One API as gwc speaks it with a client and, unchanged, with a provider of the same dialect: pure functions over bytes. What
 * runs for each event of a stream searches bytes; what parses runs once an answer.
 */
export interface Dialect {
  readonly name: DialectName
  /** The fact `endpoint` of its requests. */
  readonly endpoint: Endpoint
  /** Where it is served, below the version: a path, or one that hangs on what the URL says of a request in this dialect. */
  readonly path: string | ((said: UrlWords) => string)

  /** Slots of the fields that make up a prompt, in the order in which providers cache them; absent: nothing of it is cached. */
  readonly promptSlots?: readonly number[]

  /** The top-level fields that it reads of a request. */
  readonly fields: FieldIndex
  /**
   * Scans a request, unless that was done before, and reads its small fields; a field of a wrong type is a fault. `null` counts as absent. `said` is what
   * its URL says.
   */
  readonly read: (bytes: Buffer, said?: UrlWords, scanned?: FieldRanges) => WireBody | BodyFault
  /** The bytes to send to a provider: the client's own but for what the policy changes. */
  readonly edit: (body: WireBody, edits: Edits) => Buffer
  /** Fields that such an edit takes from the request; absent: none, whatever it is. */
  readonly editDrops?: (body: WireBody, edits: Edits) => readonly string[]

  /** Whether the body of a 200 is an answer: an empty one, a page or `{}` is none. */
  readonly isAnswer: (body: Buffer) => boolean
  /** Whether the model declined in place of answering. */
  readonly isRefused: (answer: Buffer) => boolean
  /** What a whole answer says it used; `undefined` when it does not. An explicit 0 is 0. */
  readonly usageOf: (answer: Buffer) => Usage | undefined

  /** What one of the first events of a stream says about committing to it. */
  readonly judge: (event: Buffer) => EventVerdict
  /** The id by which a later request continues an answer, given a whole one or the first events of a stream; absent: none does. */
  readonly answerId?: (head: Buffer) => string | undefined
  /** What of an answer only its maker can read when it comes back; absent: nothing is. */
  readonly seals?: Seals
  /** Whether a stream is complete, and what it used, by its events up to the first content and its last 16 kB, whose first event may be cut. */
  readonly endOf: (head: Buffer, tail: Buffer) => StreamEnd
  /** Whole events without the usage that only gwc asked for. */
  readonly stripUsage: (events: Buffer) => Buffer
  /** The whole answer that a complete stream amounts to; `undefined` when its events do not add up to one. */
  readonly assemble: (events: Buffer) => Buffer | undefined
  /** A whole answer as the stream that a client asked for; `undefined` when it is no answer of this dialect. */
  readonly render: (answer: Buffer, asked: Pick<WireBody, 'includeUsage'>) => Buffer | undefined
  /** What keeps a silent stream alive for every client of this dialect, given all that the client has had (wire.md, *Idle and keep-alive*). */
  readonly keepAlive: (head: Buffer) => Buffer | undefined

  /** The client's headers that go up with a request of this dialect, in lower case, beside those that go with every one. */
  readonly headersUp: ReadonlySet<string>
  /** Errors of ours that this dialect's clients take better under another status than gateway.md's, by code (wire.md, *Fault matrix*). */
  readonly statuses: Readonly<Record<string, number>>

  /** An error of ours as the body of an answer. */
  readonly errorBody: (error: WireError) => Buffer
  /** The same as the last event of a stream that cannot be finished: what comes before it was not all. */
  readonly errorEvent: (error: WireError) => Buffer
  /** The connection breaks behind such an event, for some clients of this dialect take the stream for complete in spite of it. */
  readonly breaksOnError?: boolean
  /** How a stream leaves whose client did not ask for events; absent: as an event stream. */
  readonly framing?: Framing
}

/** A dialect of requests that are counted and not answered. */
export interface CountingDialect extends Dialect {
  /** An answer of ours: so many tokens. */
  readonly countBody: (tokens: number) => Buffer
}

/** A form of streams beside that of events. */
export interface Framing {
  readonly contentType: string
  /** The framing of one stream. */
  readonly framer: () => Framer
}

/** Frames one stream, event by event. */
export interface Framer {
  /** Whole events, or a keep-alive, as the client gets them. */
  readonly frame: (events: Buffer) => Buffer
  /** What closes a complete stream. */
  readonly end: () => Buffer
}

/** What a URL says of a request in dialects whose bodies do not say it: Google's. */
export interface UrlWords {
  /** As the client wrote it, or as the provider knows it. */
  readonly model: string
  readonly stream: boolean
}

/** The path of a request, below the version. */
export function pathOf({ path }: Dialect, model: string, stream: boolean): string {
  return typeof path === 'string' ? path : path({ model, stream })
}

/** A scanned request, with the byte ranges that edits need. */
export interface WireBody extends ScannedBody {
  readonly ranges: FieldRanges
}

/** What the policy changes in a request; all else is sent byte for byte. */
export interface Edits {
  /** The name by which the provider knows the model. ASCII. */
  readonly model: string
  /** Asks for usage in a stream that the client did not ask for. */
  readonly includeUsage: boolean
  /** Caps the output at so many tokens; a lower cap of the client stays. Absent: as the client says. */
  readonly maxOutput?: number
  /** How this provider names that cap, where a dialect has two names for it. */
  readonly capField?: 'max_completion_tokens' | 'max_tokens'
  /** The provider takes that name only: a cap of the client under the other one is renamed. */
  readonly renamesCap?: boolean
  /** The provider sends usage unasked and may not know the option that asks for it: the client's is taken out. */
  readonly dropsUsageOption?: boolean
  /** Marks what the provider is to cache, for so long; a request that has marks of its own gets none. */
  readonly cacheTtl?: CacheTtl
  /** How the provider wants the ids of tool calls; absent: as they are. */
  readonly callIds?: IdRule
  /** The provider does not know the role `developer`: what stands under it is said by `system`. */
  readonly dropsDeveloper?: boolean
  /** What names the session to the provider's prompt cache, where the client says nothing. ASCII. */
  readonly cacheKey?: string
}

/** How long a provider is asked to keep a prompt after its last use. */
export type CacheTtl = '5m' | '1h'

/**
 * What the first events of a stream say: `wait` for content, `commit` to what is content, the model declined, it is no event of
 * this dialect, the stream is over without content, or an error, as the body that the provider would have answered it with.
 */
export type EventVerdict = 'wait' | 'commit' | 'refused' | 'malformed' | 'ended' | { readonly error: object }

/** What the end of a stream says. */
export interface StreamEnd {
  readonly complete: boolean
  readonly usage: Usage | undefined
}

/** An error of ours, dialect-free. */
export interface WireError {
  /** HTTP status, by the table of gateway.md. */
  readonly status: number
  /** Stable word for programs. */
  readonly code: string
  /** One sentence for people. */
  readonly message: string
  /** The request field at fault. */
  readonly param?: string
  /** What names the request in our log. */
  readonly requestId?: string
}
