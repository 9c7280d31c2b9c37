import type { IncomingHttpHeaders } from 'node:http'
import type { Socket } from 'node:net'
import type { OpenSocket } from '../connect.ts'
import { readAnswerHead } from './answer-head.ts'
import type { AnswerHead } from './answer-head.ts'
import type { BodyFraming } from './body-framing.ts'
import { BrokenAnswer } from './broken-answer.ts'
import type { Origin } from './origin.ts'
import { joined, requestHead } from './request-bytes.ts'
import type { ProviderRequest } from './request-bytes.ts'

/** Who is told of one request's answer: a head, data, and exactly one of end and error. */
export interface AnswerListener {
  /** The request begins to be written: from now on the provider may work on it. */
  onSent(): void
  onHead(status: number, headers: IncomingHttpHeaders): void
  onData(bytes: Buffer): void
  onEnd(): void
  onError(error: Error): void
}

/** Bodies up to this size are copied behind their head. */
const COPY_BYTES_MAX = 16 * 1024
/** Interim answers before the real one. */
const INTERIM_MAX = 16
/** Idle connections are closed after this; providers' load balancers keep theirs for 60 s and more. */
const IDLE_MS = 15_000
/** So much earlier than the provider says that it closes them: a request on its way then would be lost. */
const IDLE_MARGIN_MS = 2_000

/**
 * A connection to a provider that speaks HTTP/1.1, one request at a time. It opens with its first request; whatever is not as the
 * standard has it ends it, and so does a byte that nobody asked for: what was read of one answer never reaches another.
 */
export class Connection {
  readonly #origin: Origin
  readonly #openSocket: OpenSocket
  #socket: Socket | undefined
  #listener: AnswerListener | undefined
  #body: BodyFraming | undefined
  /** The beginning of a head. */
  #unread: Buffer | undefined
  #interim = 0
  #isPaused = false
  #isLast = false
  #isClosed = false
  #idleMs = IDLE_MS

  constructor(origin: Origin, openSocket: OpenSocket) {
    this.#origin = origin
    this.#openSocket = openSocket
  }

  /** Another request can be sent on it. */
  get isOpen(): boolean {
    return !this.#isClosed
  }

  /** How long it may be idle. */
  get idleMs(): number {
    return this.#idleMs
  }

  /** Sends a request. INVARIANT: the one before has ended, and the connection is open. */
  send(request: ProviderRequest, listener: AnswerListener): void {
    this.#listener = listener
    if (this.#socket === undefined) this.#connect(request)
    else this.#write(request)
  }

  /** Stops reading until `resume`. */
  pause(): void {
    this.#isPaused = true
    this.#socket?.pause()
  }

  resume(): void {
    this.#isPaused = false
    this.#socket?.resume()
  }

  /** Closes it at once; its listener hears no more. */
  destroy(): void {
    this.#isClosed = true
    this.#listener = undefined
    this.#socket?.destroy()
  }

  // ------------------------------------------------------------------------------------------- the request

  #connect(request: ProviderRequest): void {
    this.#openSocket(this.#origin, (error, socket) => {
      if (error !== null) return this.#fail(error)
      if (this.#isClosed) return void socket.on('error', () => undefined).destroy()
      this.#socket = socket
      socket.on('data', (piece: Buffer) => this.#take(piece))
      socket.on('end', () => this.#endByClose())
      socket.on('error', (broken) => this.#fail(broken))
      socket.on('close', () => this.#fail(new BrokenAnswer('CLOSED')))
      this.#write(request)
    })
  }

  #write(request: ProviderRequest): void {
    try {
      const head = requestHead(this.#origin.host, request)
      this.#listener?.onSent()
      send(this.#socket!, head, request.body)
    } catch (error) {
      this.#fail(error as Error)
    }
  }

  // ------------------------------------------------------------------------------------------- the answer

  #take(piece: Buffer): void {
    if (this.#listener === undefined) return this.destroy()
    try {
      this.#read(piece)
    } catch (error) {
      this.#fail(error as Error)
    }
  }

  #read(piece: Buffer): void {
    let bytes = this.#unread === undefined ? piece : Buffer.concat([this.#unread, piece])
    this.#unread = undefined
    while (this.#body === undefined) {
      const head = readAnswerHead(bytes)
      if (head === undefined) {
        this.#unread = bytes
        return
      }
      bytes = bytes.subarray(head.bytes)
      if (!this.#begin(head)) return
    }
    this.#readBody(bytes, this.#body)
  }

  /** False when the listener wants no more. */
  #begin({ status, headers, framing, isLast, idleMs }: AnswerHead): boolean {
    if (status < 200) {
      if (++this.#interim > INTERIM_MAX) throw new BrokenAnswer('INTERIM_ANSWERS')
      return true
    }
    this.#body = framing
    this.#isLast = isLast
    this.#idleMs = Math.min(IDLE_MS, (idleMs ?? Infinity) - IDLE_MARGIN_MS)
    this.#listener?.onHead(status, headers)
    return this.#listener !== undefined
  }

  #readBody(bytes: Buffer, body: BodyFraming): void {
    const data = body.take(bytes)
    if (data.length > 0) this.#listener?.onData(data)
    if (this.#isClosed) return
    if (body.isBroken) throw new BrokenAnswer('CHUNK')
    if (body.isDone) this.#finish(body.behind > 0)
  }

  /** The provider has closed its end. */
  #endByClose(): void {
    if (this.#body?.endsByClose === true) this.#finish(false)
    else this.#fail(new BrokenAnswer('CLOSED'))
  }

  #finish(hasMore: boolean): void {
    const listener = this.#listener
    const isUnsent = (this.#socket?.writableLength ?? 0) > 0
    this.#listener = undefined
    this.#body = undefined
    this.#interim = 0
    if (hasMore || isUnsent || this.#isLast || this.#idleMs <= 0) this.destroy()
    else if (this.#isPaused) this.resume()
    listener?.onEnd()
  }

  #fail(error: Error): void {
    const listener = this.#listener
    this.destroy()
    listener?.onError(error)
  }
}

function send(socket: Socket, head: string, body: Buffer): void {
  if (body.length <= COPY_BYTES_MAX) return void socket.write(joined(head, body))
  socket.cork()
  socket.write(head, 'latin1')
  socket.write(body)
  socket.uncork()
}
