import type { Exchange } from '../../upstream/exchange.ts'
import { failure } from '../../upstream/failure.ts'
import type { Failure } from '../../upstream/failure.ts'
import type { StreamEnd } from '../../wire/dialect.ts'
import { endsInDone, eventsOf } from '../../wire/event-stream.ts'
import type { StreamedAnswer } from './answer.ts'
import type { StreamSource } from './client-stream.ts'
import { heldFailure } from './held-failure.ts'
import { StreamHold } from './hold.ts'
import { KeptEvents } from './kept-events.ts'
import { PartialEvent } from './partial-event.ts'
import type { AnswerStart, BodyReader, Reading, StreamSink } from './reading.ts'
import { redact } from './redact.ts'
import { StreamTail } from './stream-tail.ts'

const HOLD_BYTES_MAX = 256 * 1024
const EVENT_BYTES_MAX = 8 * 1024 * 1024
const BLANK_LINE = Buffer.from('\n\n')
const NOTHING = Buffer.alloc(0)

/**
 * Relays a stream: whole events only, so that a cut never looks like data; none before the first content, so that another target
 * can still take the request; the terminal event only behind all that belongs before it, so that nothing cut looks complete.
 */
export class StreamRelay implements BodyReader, StreamSource {
  readonly #start: AnswerStart
  readonly #reading: Reading
  readonly #client: StreamSink
  readonly #exchange: Exchange
  readonly #partial = new PartialEvent()
  readonly #tail = new StreamTail()
  readonly #kept: KeptEvents
  #hold: StreamHold | undefined
  #head: Buffer = NOTHING
  #seen: StreamEnd | undefined
  #firstTokenMs = 0
  #receivedBytes = 0

  constructor(start: AnswerStart, reading: Reading, client: StreamSink, exchange: Exchange) {
    this.#start = start
    this.#reading = reading
    this.#client = client
    this.#exchange = exchange
    this.#kept = new KeptEvents(reading.keepBytesMax)
    this.#hold = new StreamHold(reading.dialect.judge)
    client.source = this
  }

  onData(chunk: Buffer): void {
    this.#receivedBytes += chunk.length
    const events = this.#partial.add(chunk)
    if (events === undefined) {
      if (this.#partial.size > EVENT_BYTES_MAX) this.#exchange.abort(tooLarge)
    } else if (this.#hold !== undefined) this.#holdBack(this.#hold, events)
    else {
      if (this.#firstTokenMs === 0) this.#noteFirst()
      this.#forward(events)
    }
  }

  onEnd(): void {
    if (this.#hold !== undefined)
      return this.#reading.end(failure('5xx', 'the stream ended before any content', { ambiguous: true }))
    if (this.#partial.size > 0) this.#forwardRest(this.#partial.bytes())
    if (this.#endOf().complete) this.#finish('complete')
    else this.#break(failure('5xx', 'the stream ended without its last event', { ambiguous: true }))
  }

  onFailure(why: Failure): void {
    if (this.#hold === undefined) this.#break(why)
    else this.#reading.end(why)
  }

  // ------------------------------------------------------------------------------------------- before the first content

  #holdBack(hold: StreamHold, events: Buffer): void {
    const verdict = hold.add(events)
    if (verdict === 'wait') {
      if (hold.size > HOLD_BYTES_MAX) this.#commit(hold)
    } else if (verdict === 'commit' || (verdict === 'refused' && !this.#reading.failOnRefusal))
      this.#commit(hold)
    else this.#exchange.abort(heldFailure(verdict))
  }

  #commit(hold: StreamHold): void {
    this.#noteFirst()
    this.#open(hold)
  }

  #noteFirst(): void {
    this.#exchange.touch()
    this.#reading.first?.()
    this.#firstTokenMs = performance.now()
  }

  #open(hold: StreamHold): void {
    this.#hold = undefined
    this.#head = redact(hold.bytes(), this.#reading.secret)
    this.#client.open(this.#start.headers)
    this.#client.head = this.#forward(this.#head)
    if (hold.rest.length > 0) this.#forward(hold.rest)
  }

  /** Gives the client what was held, for there is nothing else to show it in a long silence: from then on no other target can answer. */
  release(): void {
    if (this.#hold !== undefined && this.#hold.size > 0) this.#open(this.#hold)
  }

  resume(): void {
    this.#exchange.resume()
  }

  // ------------------------------------------------------------------------------------------- relaying

  /** Gives the client whole events, in its own dialect; returns what it was given. */
  #forward(received: Buffer): Buffer {
    const events = redact(received, this.#reading.secret)
    this.#tail.add(events)
    this.#reading.seen?.(events)
    this.#seen = undefined
    if (endsInDone(events) && !this.#endOf().complete) {
      this.#exchange.abort(this.#sendBeforeDone(events))
      return NOTHING
    }
    const said = this.#reading.translate?.stream(events) ?? events
    this.#kept.add(said)
    this.#send(said)
    return said
  }

  #send(events: Buffer): void {
    const { stripUsage, dialect } = this.#reading
    const frame = stripUsage ? dialect.stripUsage(events) : events
    if (frame.length > 0 && !this.#client.write(frame)) this.#exchange.pause()
  }

  /** `[DONE]` with nothing that says why the model stopped: clients loop on such an end (wire.md, 29). What stands before it goes on. */
  #sendBeforeDone(events: Buffer): Failure {
    const before = Buffer.concat(eventsOf(events).slice(0, -1))
    if (before.length > 0) this.#send(this.#reading.translate?.stream(before) ?? before)
    return failure('5xx', 'the stream ended without a reason to finish', { ambiguous: true })
  }

  /** A last event without its blank line counts when it is the terminal one; a client's parser needs the line. */
  #forwardRest(rest: Buffer): void {
    const { dialect } = this.#reading
    const tail = Buffer.concat([this.#tail.bytes(), rest])
    if (dialect.endOf(this.#head, tail).complete) this.#forward(Buffer.concat([rest, BLANK_LINE]))
  }

  // ------------------------------------------------------------------------------------------- the end

  #endOf(): StreamEnd {
    return (this.#seen ??= this.#reading.dialect.endOf(this.#head, this.#tail.bytes()))
  }

  /** What came after the terminal event, a reset or silence, takes nothing from the answer. */
  #break(why: Failure): void {
    if (this.#endOf().complete) return this.#finish('complete')
    if (why.class === 'aborted') return this.#finish('cancelled')
    if (this.#endsInError()) this.#client.break()
    else
      this.#client.fail({
        status: 502,
        code: 'stream_truncated',
        message: `The answer is not complete: ${why.message}.`,
      })
    this.#finish('truncated')
  }

  /** The provider has said itself what went wrong. */
  #endsInError(): boolean {
    const last = eventsOf(this.#tail.bytes()).at(-1)
    return last !== undefined && typeof this.#reading.dialect.judge(last) === 'object'
  }

  #finish(outcome: StreamedAnswer['outcome']): void {
    const hasLeft = this.#client.isGone
    this.#client.ending()
    this.#reading.end({
      kind: 'streamed',
      outcome: hasLeft ? 'cancelled' : outcome,
      usage: this.#endOf().usage,
      firstTokenMs: this.#firstTokenMs,
      receivedBytes: this.#receivedBytes,
      events: outcome === 'complete' ? this.#kept.bytes() : undefined,
    })
  }
}

const tooLarge = failure('5xx', 'an event of the stream is too large', { ambiguous: true })
