import type { Inbound } from '../../front/inbound.ts'

/**
 * The client's end of a stream. The first frame of a tick is written at once; what else arrives in that tick follows as one
 * frame: a burst of 51 events costs 2 writes instead of 51, and a paced event is not delayed.
 */
export class ClientStream {
  readonly #inbound: Inbound
  readonly #more: Buffer[] = []
  readonly #flush = (): void => this.#flushMore()
  readonly #resume: () => void
  #wroteThisTick = false
  #isFull = false

  /** Sends the head. `headers` is flat; `resume` is called when a client that was slower has caught up. */
  constructor(inbound: Inbound, status: number, headers: readonly string[], resume: () => void) {
    this.#inbound = inbound
    this.#resume = resume
    inbound.writeHead(status, headers)
  }

  /** Sends a frame; false when the client is slower than the provider: stop until `resume`. */
  write(frame: Buffer): boolean {
    if (this.#wroteThisTick) {
      this.#more.push(frame)
      return !this.#isFull
    }
    this.#wroteThisTick = true
    process.nextTick(this.#flush)
    this.#isFull = !this.#inbound.write(frame)
    return !this.#isFull
  }

  /** The client has caught up. */
  drained(): void {
    this.#isFull = false
    this.#resume()
  }

  /** Sends what is left and ends; `trailers` are sent when the head announced them. */
  end(trailers: Readonly<Record<string, string>> | undefined): void {
    this.#flushMore()
    this.#inbound.end(undefined, trailers)
  }

  #flushMore(): void {
    this.#wroteThisTick = false
    if (this.#more.length === 0) return
    const frames = this.#more.splice(0)
    const frame = frames.length === 1 ? frames[0]! : Buffer.concat(frames)
    if (!this.#inbound.write(frame)) this.#isFull = true
  }
}
