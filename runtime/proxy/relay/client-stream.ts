import type { IncomingHttpHeaders } from 'node:http'
import type { Inbound } from '../../front/inbound.ts'
import type { Deadline, Deadlines } from '../../upstream/deadlines.ts'
import type { Dialect, Framer, WireError } from '../../wire/dialect.ts'
import { framedHeaders } from './framed.ts'
import type { Pace } from './pace.ts'

/** Where a stream comes from at the moment. */
export interface StreamSource {
  /** Goes on reading: the client has caught up. */
  resume(): void
  /** Gives what it holds back, if there is any: the client waits for a sign of life. */
  release(): void
}

/** What a stream needs of the request that it answers. */
export interface StreamParts {
  readonly inbound: Inbound
  readonly dialect: Dialect
  readonly deadlines: Deadlines
  readonly pace: Pace
  /** The headers of the answer, given the provider's. Flat. */
  readonly headersOf: (provider: IncomingHttpHeaders) => readonly string[]
}

/** Nothing to a parser; a sign of life to whatever stands between. */
const COMMENT = Buffer.from(': keep-alive\n\n')
const NOTHING = Buffer.alloc(0)
const EVENT_STREAM: IncomingHttpHeaders = { 'content-type': 'text/event-stream; charset=utf-8' }

/**
 * The client's end of a stream. What arrives within a tick leaves as one frame at its end: a burst of 51 events costs one write
 * instead of 51, and a paced event waits some microseconds. Its deadline is the client's: in silence it sends a keep-alive, and a
 * client that does not read is left.
 */
export class ClientStream implements Deadline {
  readonly #parts: StreamParts
  #frames: Buffer[] = []
  readonly #flush = (): void => {
    if (!this.#isEnding) this.#flushFrames()
  }
  #isOpen = false
  #isEnding = false
  #isFull = false
  /** Of the frames so far. */
  bytes = 0
  #isGone = false
  #isBroken = false
  readonly #framer: Framer | undefined
  /** Who sends what is written, while somebody does. */
  source: StreamSource | undefined
  /** The first events that the client has had, up to the first content: what a keep-alive may repeat. */
  head: Buffer = NOTHING
  dueMs = 0
  place = -1

  /** Not yet open: its head leaves with the first bytes, and until then errors have their status. */
  constructor(parts: StreamParts) {
    this.#parts = parts
    this.#framer = parts.dialect.framing?.framer()
    parts.deadlines.arm(this, parts.deadlines.fresh() + parts.pace.firstSilenceMs)
  }

  /** The head is out. */
  get isOpen(): boolean {
    return this.#isOpen
  }

  /** The client has left, or was left: what is written goes nowhere. */
  get isGone(): boolean {
    return this.#isGone
  }

  /** Sends the head, unless a keep-alive has done so. */
  open(provider: IncomingHttpHeaders): void {
    if (this.#isOpen) return
    this.#isOpen = true
    const { inbound, headersOf, dialect } = this.#parts
    inbound.writeHead(200, headersOf(framedHeaders(dialect, provider)))
  }

  /** Sends whole events; false when the client is slower than the provider: stop until `resume`. */
  write(events: Buffer): boolean {
    const frame = this.#framer === undefined ? events : this.#framer.frame(events)
    this.bytes += frame.length
    if (this.#isGone) return true
    if (!this.#isFull) this.dueMs = this.#parts.deadlines.now + this.#parts.pace.silenceMs
    if (this.#frames.push(frame) === 1) process.nextTick(this.#flush)
    return !this.#isFull
  }

  /** Says what went wrong, as the last event. */
  fail(error: WireError): void {
    this.open(EVENT_STREAM)
    this.write(this.#parts.dialect.errorEvent(error))
    this.break()
  }

  /** What was said last is an error: nobody may take the stream for complete. */
  break(): void {
    this.#isBroken = this.#parts.dialect.breaksOnError === true
  }

  /** The client has caught up. */
  drained(): void {
    if (!this.#isFull) return
    this.#isFull = false
    this.dueMs = this.#parts.deadlines.now + this.#parts.pace.silenceMs
    this.source?.resume()
  }

  /** The client has left: whatever still comes is read for its usage alone, if at all. */
  leave(): void {
    this.#isGone = true
    this.#frames = []
    this.rest()
    if (this.#isFull) this.source?.resume()
  }

  /** A sign of life for a client that may be waiting for nothing else; to one that is gone it shows that. */
  keepAlive(): void {
    const bytes = this.#parts.dialect.keepAlive(this.head) ?? (this.#isOpen ? COMMENT : undefined)
    if (bytes === undefined) return this.source?.release()
    this.open(EVENT_STREAM)
    this.write(bytes)
  }

  /** No more keep-alives: the answer is decided. */
  rest(): void {
    this.#parts.deadlines.disarm(this)
  }

  /** All has come, and `end` follows before anything else happens: what waits leaves with it. */
  ending(): void {
    this.#isEnding = true
  }

  /** Sends what is left and ends; `trailers` are sent when the head announced them. */
  end(trailers: Readonly<Record<string, string>> | undefined): void {
    this.rest()
    if (this.#isGone) return
    const { inbound } = this.#parts
    if (this.#isBroken) {
      this.#flushFrames()
      return inbound.cut()
    }
    if (this.#framer !== undefined) this.#frames.push(this.#framer.end())
    inbound.endStream(this.#frames, trailers)
    this.#frames = []
  }

  onDue(): void {
    const { inbound, deadlines, pace } = this.#parts
    if (this.#isFull) {
      inbound.hangUp()
      return inbound.watcher?.onGone()
    }
    deadlines.arm(this, deadlines.fresh() + pace.silenceMs)
    this.keepAlive()
  }

  #flushFrames(): void {
    if (this.#frames.length === 0) return
    const frames = this.#frames
    this.#frames = []
    if (this.#parts.inbound.write(frames)) return
    this.#isFull = true
    this.dueMs = this.#parts.deadlines.now + this.#parts.pace.unreadMs
  }
}
