import type { IncomingHttpHeaders } from 'node:http'
import type { Failure } from '../../upstream/failure.ts'
import type { Dialect } from '../../wire/dialect.ts'
import type { AnswerTranslation } from '../answer-translation.ts'
import type { StreamedAnswer, WholeAnswer } from './answer.ts'
import type { ClientStream } from './client-stream.ts'

/** How one attempt ended. */
export type AttemptEnd = Failure | WholeAnswer | StreamedAnswer

/** Where a stream goes. */
export type StreamSink = Pick<
  ClientStream,
  'open' | 'write' | 'fail' | 'break' | 'ending' | 'isGone' | 'source' | 'head'
>

/** What the reader of an attempt is told. */
export interface Reading {
  /** What the provider speaks; the client too, unless its answer is translated. */
  readonly dialect: Dialect
  readonly translate: AnswerTranslation | undefined
  /** The client's end of the stream that it asked for; `undefined`: it asked for a whole answer, and a stream is none. */
  readonly client: StreamSink | undefined
  /** The usage chunk was not asked for by the client. */
  readonly stripUsage: boolean
  /** A refusal of the model is a failure that a later stage takes. */
  readonly failOnRefusal: boolean
  /** Bytes of a complete stream to keep for the cache; 0 for none. */
  readonly keepBytesMax: number
  /** The key that was sent: nothing that the client gets may hold it. */
  readonly secret: Buffer | undefined
  /** Whole events as they came, and a whole answer. */
  readonly seen?: ((bytes: Buffer) => void) | undefined
  /** The head of the provider's answer has come, an error's too. */
  readonly head?: (headers: IncomingHttpHeaders) => void
  /** The first content of a stream has come. */
  readonly first?: () => void
  readonly end: (end: AttemptEnd) => void
}

/** The head of a provider's answer. */
export interface AnswerStart {
  readonly status: number
  readonly headers: IncomingHttpHeaders
}

/** Reads the body of one answer. What comes of it is told once, through `Reading.end`. */
export interface BodyReader {
  onData(chunk: Buffer): void
  onEnd(): void
  /** The exchange broke off, or was ended by us. */
  onFailure(why: Failure): void
}
