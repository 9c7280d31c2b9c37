import type { IncomingHttpHeaders } from 'node:http'
import { classifyStatus } from '../../upstream/classify-status.ts'
import type { Exchange, ExchangeListener } from '../../upstream/exchange.ts'
import { failure } from '../../upstream/failure.ts'
import type { Failure } from '../../upstream/failure.ts'
import { eventsEnd } from '../../wire/event-stream.ts'
import type { Dialect, EventVerdict, StreamEnd } from '../../wire/dialect.ts'
import type { StreamedAnswer, WholeAnswer } from './answer.ts'
import type { ClientStream } from './client-stream.ts'
import { StreamHold } from './hold.ts'
import { StreamTail } from './stream-tail.ts'

/** How one attempt ended. */
export type AttemptEnd = Failure | WholeAnswer | StreamedAnswer

/** Where a stream goes. */
export type StreamSink = Pick<ClientStream, 'write'>

/** What the reader of an attempt is told. */
export interface ReaderOptions {
  /** What the provider speaks, and the client. */
  readonly dialect: Dialect
  /** The head of the provider's answer, an error's too. */
  readonly head?: (headers: IncomingHttpHeaders) => void
  /** Opens the client's stream: from then on nothing can be taken back. Called once, at the first content. */
  readonly commit: (headers: IncomingHttpHeaders, onDrain: () => void) => StreamSink
  readonly end: (end: AttemptEnd) => void
  /** The client asked for a stream: one that comes unasked is no answer for it. */
  readonly mayStream: boolean
  /** The usage chunk was not asked for by the client. */
  readonly stripUsage: boolean
  /** A refusal of the model is a failure that a later stage takes. */
  readonly failOnRefusal: boolean
  /** Bytes of a complete stream to keep for the cache; 0 for none. */
  readonly keepBytesMax: number
}

const ERROR_BYTES_MAX = 64 * 1024
const WHOLE_BYTES_MAX = 64 * 1024 * 1024
const HOLD_BYTES_MAX = 256 * 1024
const EVENT_BYTES_MAX = 8 * 1024 * 1024

type Mode = 'error' | 'whole' | 'hold' | 'stream'

/** Reads a provider's answer: a whole one is collected, a stream is held until its first content and then relayed. */
export class AnswerReader implements ExchangeListener {
  readonly #options: ReaderOptions
  #exchange: Exchange | undefined
  #mode: Mode = 'error'
  #status = 0
  #headers: IncomingHttpHeaders = {}
  #chunks: Buffer[] = []
  #bytes = 0
  #hold: StreamHold | undefined
  #head: Buffer = Buffer.alloc(0)
  #client: StreamSink | undefined
  #rest: Buffer | undefined
  readonly #tail = new StreamTail()
  #firstTokenMs = 0

  constructor(options: ReaderOptions) {
    this.#options = options
  }

  attach(exchange: Exchange): void {
    this.#exchange = exchange
  }

  onHead(status: number, headers: IncomingHttpHeaders): void {
    this.#status = status
    this.#headers = headers
    this.#options.head?.(headers)
    if (status >= 300 || status === 204) this.#mode = 'error'
    else if (!isEventStream(headers)) this.#mode = 'whole'
    else if (this.#options.mayStream) this.#holdFrom()
    else this.#exchange?.abort(unasked)
  }

  onData(chunk: Buffer): void {
    switch (this.#mode) {
      case 'stream':
        return this.#relay(chunk)
      case 'hold':
        return this.#holdBack(chunk)
      case 'whole':
        return this.#collect(chunk, WHOLE_BYTES_MAX)
      case 'error':
        return this.#collect(chunk, ERROR_BYTES_MAX)
    }
  }

  onEnd(): void {
    switch (this.#mode) {
      case 'stream':
        return this.#endStream()
      case 'hold':
        return this.#options.end(failure('5xx', 'the stream ended before any content', { ambiguous: true }))
      case 'whole':
        return this.#endWhole()
      case 'error':
        return this.#endError()
    }
  }

  onFailure(why: Failure): void {
    if (this.#client === undefined) this.#options.end(why)
    else this.#breakStream(why)
  }

  // ------------------------------------------------------------------------------------------- whole answers

  #collect(chunk: Buffer, bytesMax: number): void {
    this.#bytes += chunk.length
    if (this.#bytes <= bytesMax) this.#chunks.push(chunk)
    else if (this.#mode === 'error') this.#exchange?.abort(this.#errorOf())
    else
      this.#exchange?.abort(
        failure('5xx', `the answer is larger than ${bytesMax} bytes`, { ambiguous: true }),
      )
  }

  #endWhole(): void {
    const body = this.#body()
    const { isAnswer, isRefused, usageOf } = this.#options.dialect
    if (!isAnswer(body))
      return this.#options.end(
        failure('5xx', 'the provider answered 200 without an answer', { ambiguous: true }),
      )
    if (this.#options.failOnRefusal && isRefused(body))
      return this.#options.end(failure('refused', 'the model refused'))
    this.#options.end({ kind: 'whole', headers: this.#headers, body, usage: usageOf(body) })
  }

  #endError(): void {
    this.#options.end(this.#errorOf())
  }

  #errorOf(): Failure {
    const answer = { contentType: this.#headers['content-type'] ?? '', body: this.#body() }
    if (this.#status >= 400 && this.#status <= 599) return classifyStatus(this.#status, this.#headers, answer)
    return failure('5xx', `the provider answered with status ${this.#status}`, { ambiguous: true })
  }

  #body(): Buffer {
    return this.#chunks.length === 1 ? this.#chunks[0]! : Buffer.concat(this.#chunks)
  }

  // ------------------------------------------------------------------------------------------- streams

  #holdFrom(): void {
    this.#mode = 'hold'
    this.#hold = new StreamHold(this.#options.dialect.judge)
  }

  #holdBack(chunk: Buffer): void {
    const hold = this.#hold!
    const verdict = hold.add(chunk)
    if (verdict === 'commit' || (verdict === 'refused' && !this.#options.failOnRefusal))
      return this.#commit(hold.bytes())
    if (verdict === 'wait') {
      if (hold.bytes().length > HOLD_BYTES_MAX) this.#commit(hold.bytes())
      return
    }
    this.#exchange?.abort(heldFailure(verdict))
  }

  #commit(held: Buffer): void {
    this.#mode = 'stream'
    this.#head = held
    this.#hold = undefined
    this.#firstTokenMs = performance.now()
    this.#client = this.#options.commit(this.#headers, () => this.#exchange?.resume())
    this.#exchange?.touch()
    this.#relay(held)
  }

  /** Relays whole events; the bytes of an event that is not complete wait for the rest, so that a cut never looks like data. */
  #relay(chunk: Buffer): void {
    const bytes = this.#rest === undefined ? chunk : Buffer.concat([this.#rest, chunk])
    const end = eventsEnd(bytes)
    this.#rest = end === bytes.length ? undefined : bytes.subarray(end)
    if (end > 0) this.#forward(end === bytes.length ? bytes : bytes.subarray(0, end))
    else if (bytes.length > EVENT_BYTES_MAX)
      this.#exchange?.abort(failure('5xx', 'an event of the stream is too large', { ambiguous: true }))
  }

  #forward(events: Buffer): void {
    this.#tail.add(events)
    this.#keep(events)
    const frame = this.#options.stripUsage ? this.#options.dialect.stripUsage(events) : events
    if (frame.length > 0 && !this.#client!.write(frame)) this.#exchange?.pause()
  }

  #keep(events: Buffer): void {
    if (this.#options.keepBytesMax === 0) return
    this.#bytes += events.length
    if (this.#bytes <= this.#options.keepBytesMax) this.#chunks.push(events)
    else this.#chunks = []
  }

  #endStream(): void {
    if (this.#rest !== undefined) this.#forwardRest()
    const { complete, usage } = this.#end()
    if (!complete)
      return this.#breakStream(failure('5xx', 'the stream ended without its last event', { ambiguous: true }))
    const events =
      this.#chunks.length > 0 && this.#bytes <= this.#options.keepBytesMax ? this.#body() : undefined
    this.#options.end({
      kind: 'streamed',
      outcome: 'complete',
      usage,
      firstTokenMs: this.#firstTokenMs,
      events,
    })
  }

  /** A last event without its blank line counts when it is the terminal one. */
  #forwardRest(): void {
    const rest = this.#rest!
    if (this.#options.dialect.endOf(this.#head, rest).complete) this.#forward(rest)
  }

  #end(): StreamEnd {
    return this.#options.dialect.endOf(this.#head, this.#tail.bytes())
  }

  /** What came after the terminal event, a reset or silence, takes nothing from the answer. */
  #breakStream(why: Failure): void {
    const { complete, usage } = this.#end()
    const outcome = complete ? 'complete' : why.class === 'aborted' ? 'cancelled' : 'truncated'
    if (outcome === 'truncated')
      this.#client!.write(
        this.#options.dialect.errorEvent({
          status: 502,
          code: 'stream_truncated',
          message: `The answer is not complete: ${why.message}.`,
        }),
      )
    this.#options.end({
      kind: 'streamed',
      outcome,
      usage,
      firstTokenMs: this.#firstTokenMs,
      events: undefined,
    })
  }
}

const unasked = failure('5xx', 'the provider streamed an answer that was to come whole', { ambiguous: true })

function isEventStream(headers: IncomingHttpHeaders): boolean {
  return headers['content-type']?.startsWith('text/event-stream') ?? false
}

function heldFailure(verdict: Exclude<EventVerdict, 'wait' | 'commit'>): Failure {
  if (verdict === 'refused') return failure('refused', 'the model refused')
  if (verdict === 'malformed')
    return failure('5xx', 'the stream holds what is not an event of this dialect', { ambiguous: true })
  if (verdict === 'ended') return failure('5xx', 'the stream ended before any content', { ambiguous: true })
  const body = Buffer.from(JSON.stringify(verdict.error))
  const kind = classifyStatus(400, {}, { contentType: 'application/json', body })
  const answer = { contentType: 'application/json', body }
  if (kind.class !== 'request')
    return failure(kind.class, 'the stream began with an error', { answer, status: 400 })
  return failure(
    /rate_limit|"429"|:429/.test(body.toString('latin1'))
      ? '429'
      : /overload/i.test(body.toString('latin1'))
        ? 'overloaded'
        : '5xx',
    'the stream began with an error',
    { ambiguous: true, answer, status: 502 },
  )
}
