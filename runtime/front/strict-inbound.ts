import type { IncomingHttpHeaders } from 'node:http'
import type { Refusal } from '../proxy/refusal.ts'
import { answerHead } from './answer-head.ts'
import type { AnswerHead } from './answer-head.ts'
import { tooManyHeaders } from './framing.ts'
import type { Inbound, InboundWatcher, Received } from './inbound.ts'
import type { RequestHead } from './request-head.ts'

/** The connection as one of its requests sees it. */
export interface ClientConnection {
  /** `date`, `connection` and `keep-alive` of an answer, as lines. */
  commonHeaders(isLast: boolean): string
  /** Writes to the socket; false when it is full. */
  send(bytes: Buffer): boolean
  /** Writes pieces as one. */
  sendAll(pieces: readonly Buffer[]): boolean
  /** The answer is written; what is left of the request's body is not wanted. */
  onAnswered(isLast: boolean): void
  /** Destroys the socket after a moment. */
  hangUp(): void
}

/** Frames up to this size are copied behind their head or length: one write of one piece is cheaper than the copy. */
const COPY_BYTES_MAX = 16 * 1024

const NOTHING = Buffer.alloc(0)
const CRLF = Buffer.from('\r\n')

/** A request that the strict front has read, and its answer. */
export class StrictInbound implements Inbound {
  readonly method: string
  readonly url: string
  readonly headers: IncomingHttpHeaders
  readonly connection: ClientConnection
  watcher: InboundWatcher | undefined
  readonly #head: RequestHead
  #missing: number
  #chunks: Buffer[] = []
  #resolve: ((received: Received) => void) | undefined
  #isGone = false
  #isLast: boolean
  #answer: AnswerHead | undefined
  #isHeadOut = false
  #isEnded = false

  constructor(connection: ClientConnection, head: RequestHead) {
    this.connection = connection
    this.#head = head
    this.method = head.method
    this.url = head.url
    this.headers = head.headers
    this.#missing = head.bodyBytes
    this.#isLast = head.isLast
  }

  get rawHeaders(): readonly string[] {
    return Object.entries(this.headers).flat() as string[]
  }

  framingFault(headersMax: number): Refusal | undefined {
    return this.#head.headerCount > headersMax ? tooManyHeaders(headersMax) : undefined
  }

  // ------------------------------------------------------------------------------------------- the body

  /** The answer is complete. */
  get isEnded(): boolean {
    return this.#isEnded
  }

  /** Bytes of the body that have not come. */
  get missing(): number {
    return this.#missing
  }

  /** Takes what belongs to the body; what comes behind it is the next request's. */
  take(chunk: Buffer): Buffer | undefined {
    const mine = chunk.length <= this.#missing ? chunk : chunk.subarray(0, this.#missing)
    this.#missing -= mine.length
    if (!this.#isEnded && mine.length > 0) this.#chunks.push(mine)
    if (this.#missing === 0) this.#resolve?.(this.#body())
    return mine.length === chunk.length ? undefined : chunk.subarray(mine.length)
  }

  receive(bytesMax: number): Received | Promise<Received> {
    if (this.#head.bodyBytes > bytesMax) return 'too-large'
    if (this.#missing === 0) return this.#body()
    if (this.#isGone) return 'gone'
    return new Promise((resolve) => (this.#resolve = resolve))
  }

  #body(): Buffer {
    const chunks = this.#chunks
    this.#chunks = []
    if (chunks.length === 1) return chunks[0]!
    return chunks.length === 0 ? NOTHING : Buffer.concat(chunks, this.#head.bodyBytes)
  }

  /** The client has left. */
  leave(): void {
    this.#isGone = true
    this.#resolve?.('gone')
    if (!this.#isEnded) this.watcher?.onGone()
  }

  // ------------------------------------------------------------------------------------------- the answer

  get headersSent(): boolean {
    return this.#answer !== undefined
  }

  closeAfter(): void {
    this.#isLast = true
  }

  writeHead(status: number, headers: readonly string[]): void {
    this.#answer = answerHead(status, headers)
    this.#isLast ||= this.#answer.isLast
  }

  write(frame: Buffer): boolean {
    if (this.#isEnded || this.#isGone || frame.length === 0) return true
    return this.#send(
      `${this.#headOf('transfer-encoding: chunked')}${frame.length.toString(16)}\r\n`,
      frame,
      CRLF,
    )
  }

  end(last: Buffer = NOTHING, trailers?: Readonly<Record<string, string>>): void {
    if (this.#isEnded) return
    if (!this.#isGone) {
      if (this.#isHeadOut) this.#endStream(last, trailers)
      else this.#send(this.#headOf(`content-length: ${last.length}`), last, NOTHING)
    }
    this.#isEnded = true
    this.#chunks = []
    this.connection.onAnswered(this.#isLast)
  }

  hangUp(): void {
    this.connection.hangUp()
  }

  #endStream(last: Buffer, trailers: Readonly<Record<string, string>> = {}): void {
    const lines = Object.entries(trailers).map(([name, value]) => `${name}: ${value}\r\n`)
    const end = Buffer.from(`0\r\n${lines.join('')}\r\n`, 'latin1')
    if (last.length === 0) this.connection.send(end)
    else this.connection.sendAll([Buffer.from(`${last.length.toString(16)}\r\n`), last, CRLF, end])
  }

  /** The head, the first time; nothing afterwards. */
  #headOf(framing: string): string {
    if (this.#isHeadOut) return ''
    this.#isHeadOut = true
    const { text = '', hasLength = false } = this.#answer ?? {}
    return `${text}${this.connection.commonHeaders(this.#isLast)}${hasLength ? '' : `${framing}\r\n`}\r\n`
  }

  #send(before: string, bytes: Buffer, after: Buffer): boolean {
    if (bytes.length > COPY_BYTES_MAX)
      return this.connection.sendAll([Buffer.from(before, 'latin1'), bytes, after])
    const all = Buffer.allocUnsafe(before.length + bytes.length + after.length)
    all.write(before, 'latin1')
    bytes.copy(all, before.length)
    after.copy(all, before.length + bytes.length)
    return this.connection.send(all)
  }
}
