import type { Inbound } from '../../front/inbound.ts'

/**
 * The client's end of a stream. What arrives within a tick leaves as one frame at its end: a burst of 51 events costs one write
 * instead of 51, and a paced event waits some microseconds.
 */
export class ClientStream {
  readonly #inbound: Inbound
  #frames: Buffer[] = []
  readonly #flush = (): void => this.#flushFrames()
  readonly #resume: () => void
  #isFull = false
  /** Of the frames so far. */
  bytes = 0

  /** Sends the head. `headers` is flat; `resume` is called when a client that was slower has caught up. */
  constructor(inbound: Inbound, status: number, headers: readonly string[], resume: () => void) {
    this.#inbound = inbound
    this.#resume = resume
    inbound.writeHead(status, headers)
  }

  /** Sends a frame; false when the client is slower than the provider: stop until `resume`. */
  write(frame: Buffer): boolean {
    this.bytes += frame.length
    if (this.#frames.push(frame) === 1) process.nextTick(this.#flush)
    return !this.#isFull
  }

  /** The client has caught up. */
  drained(): void {
    this.#isFull = false
    this.#resume()
  }

  /** Sends what is left and ends; `trailers` are sent when the head announced them. */
  end(trailers: Readonly<Record<string, string>> | undefined): void {
    this.#flushFrames()
    this.#inbound.end(undefined, trailers)
  }

  #flushFrames(): void {
    if (this.#frames.length === 0) return
    const frames = this.#frames
    this.#frames = []
    if (!this.#inbound.write(frames)) this.#isFull = true
  }
}
