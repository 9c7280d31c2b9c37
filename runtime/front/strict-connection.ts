import type { Socket } from 'node:net'
import type { Inbound } from './inbound.ts'
import { DRAIN_BYTES_MAX, HANG_UP_MS, patience } from './patience.ts'
import { probe } from './probe.ts'
import { clientErrorRefusal } from './raw-refusal.ts'
import { readHead } from './request-head.ts'
import type { KnownNames } from './request-head.ts'
import { StrictInbound } from './strict-inbound.ts'
import type { ClientConnection } from './strict-inbound.ts'

/** What a connection asks of the front that it belongs to. */
export interface StrictFront {
  /** A request has arrived, its body perhaps not yet. */
  readonly begin: (inbound: Inbound) => void
  /** From here on the socket, with these bytes not yet read, belongs to node:http. */
  readonly handOver: (connection: StrictConnection, socket: Socket, unread: Buffer) => void
  readonly forget: (connection: StrictConnection) => void
  readonly clock: FrontClock
}

/** Seconds since the front began, and the `date` of answers: both by a tick, so that no request reads a clock for them. */
export interface FrontClock {
  seconds: number
  date: string
}

const KEEP_ALIVE = `connection: keep-alive\r\nkeep-alive: timeout=${patience.nextRequest}\r\n`

/** A client's connection while it speaks plain HTTP/1.1: one request at a time, what is pipelined behind it waits. */
export class StrictConnection implements ClientConnection {
  readonly #socket: Socket
  readonly #front: StrictFront
  #inbound: StrictInbound | undefined
  #isServed = false
  #isEnding = false
  #isHalfClosed = false
  #pending: Buffer | undefined
  readonly #names: KnownNames = []
  #sinceSeconds: number

  readonly #onData = (chunk: Buffer): void => this.#take(chunk)
  readonly #onEnd = (): void => this.#halfClose()
  readonly #onDrain = (): void => this.#inbound?.watcher?.onDrain()
  readonly #onError = (): void => void this.#socket.destroy()
  readonly #onClose = (): void => {
    this.#front.forget(this)
    this.#inbound?.leave()
  }

  constructor(socket: Socket, front: StrictFront) {
    this.#socket = socket
    this.#front = front
    this.#sinceSeconds = front.clock.seconds
    socket.on('data', this.#onData)
    socket.on('end', this.#onEnd)
    socket.on('drain', this.#onDrain)
    socket.on('error', this.#onError)
    socket.on('close', this.#onClose)
  }

  /** What was asked for until now is answered, if anybody is left to read it. */
  #halfClose(): void {
    this.#isHalfClosed = true
    if (this.#inbound === undefined) this.#socket.end()
    else if (this.#inbound.missing > 0) this.#socket.destroy()
    else if (!this.#inbound.isEnded) probe(this.#inbound)
  }

  // ------------------------------------------------------------------------------------------- requests

  #take(chunk: Buffer): void {
    if (this.#inbound === undefined) return this.#open(chunk)
    const rest = this.#inbound.take(chunk)
    if (rest !== undefined) this.#keep(rest)
    this.#nextIfDone()
  }

  #open(bytes: Buffer): void {
    if (this.#isEnding) return
    const head = readHead(bytes, this.#names)
    if (head === undefined) return this.#handOver(bytes)
    const inbound = new StrictInbound(this, head)
    this.#inbound = inbound
    this.#isServed = true
    this.#sinceSeconds = this.#front.clock.seconds
    if (bytes.length > head.headBytes) {
      const rest = inbound.take(bytes.subarray(head.headBytes))
      if (rest !== undefined) this.#keep(rest)
    }
    this.#front.begin(inbound)
  }

  /** Bytes behind a request wait for its answer, and so does the client. */
  #keep(bytes: Buffer): void {
    this.#pending = this.#pending === undefined ? bytes : Buffer.concat([this.#pending, bytes])
    this.#socket.pause()
  }

  #handOver(bytes: Buffer): void {
    const socket = this.#socket
    socket.off('data', this.#onData)
    socket.off('end', this.#onEnd)
    socket.off('drain', this.#onDrain)
    socket.off('error', this.#onError)
    socket.off('close', this.#onClose)
    this.#front.handOver(this, socket, bytes)
  }

  // ------------------------------------------------------------------------------------------- answers

  commonHeaders(isLast: boolean): string {
    return `date: ${this.#front.clock.date}\r\n${isLast ? 'connection: close\r\n' : KEEP_ALIVE}`
  }

  send(bytes: Buffer): boolean {
    return this.#socket.write(bytes)
  }

  sendBoth(first: Buffer, second: Buffer): void {
    const socket = this.#socket
    socket.cork()
    socket.write(first)
    socket.write(second)
    socket.uncork()
  }

  onAnswered(isLast: boolean): void {
    if (!isLast && this.#missing <= DRAIN_BYTES_MAX) return this.#nextIfDone()
    this.#isEnding = true
    // Closing over bytes that were never read resets the connection, and the client may lose the answer.
    if (this.#missing > 0) this.hangUp()
    else this.#socket.destroySoon()
  }

  hangUp(): void {
    this.#socket.end()
    setTimeout(() => this.#socket.destroy(), HANG_UP_MS).unref()
  }

  /** Bytes of the request under way that have not come. */
  get #missing(): number {
    return this.#inbound?.missing ?? 0
  }

  #nextIfDone(): void {
    const inbound = this.#inbound
    if (inbound === undefined || !inbound.isEnded || inbound.missing > 0 || this.#isEnding) return
    this.#inbound = undefined
    this.#sinceSeconds = this.#front.clock.seconds
    // Not at once: a thousand small requests in one packet would be a thousand calls deep.
    if (this.#pending !== undefined) process.nextTick(() => this.#resume())
    else if (this.#isHalfClosed) this.#socket.destroySoon()
  }

  #resume(): void {
    const bytes = this.#pending
    if (bytes === undefined || this.#socket.destroyed) return
    this.#pending = undefined
    this.#socket.resume()
    this.#open(bytes)
  }

  // ------------------------------------------------------------------------------------------- patience

  /** Ends what has waited too long. */
  check(): void {
    const waited = this.#front.clock.seconds - this.#sinceSeconds
    if (this.#inbound === undefined) this.#checkIdle(waited)
    else if (this.#missing > 0 && waited > patience.body) this.#timeOut()
  }

  #checkIdle(waited: number): void {
    if (this.#isServed && waited > patience.nextRequest) this.#socket.destroy()
    else if (!this.#isServed && waited > patience.firstRequest) this.#timeOut()
  }

  #timeOut(): void {
    if (this.#inbound?.headersSent !== true)
      this.#socket.write(clientErrorRefusal('ERR_HTTP_REQUEST_TIMEOUT'))
    this.#isEnding = true
    this.hangUp()
  }

  get remoteAddress(): string | undefined {
    return this.#socket.remoteAddress
  }

  get isIdle(): boolean {
    return this.#inbound === undefined
  }

  destroy(): void {
    this.#socket.destroy()
  }
}
