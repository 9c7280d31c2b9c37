import type { IncomingHttpHeaders } from 'node:http'
import type { Refusal } from '../proxy/refusal.ts'
import { answerHead } from './answer-head.ts'
import type { AnswerHead } from './answer-head.ts'
import type { Probed } from './probe.ts'
import { tooManyHeaders } from './framing.ts'
import type { Inbound, InboundWatcher, Received } from './inbound.ts'
import type { RequestHead } from './request-head.ts'

/** The connection as one of its requests sees it. */
export interface ClientConnection {
  /** The address of the client's end. */
  readonly remoteAddress: string | undefined
  /** `date`, `connection` and `keep-alive` of an answer, as lines. */
  commonHeaders(isLast: boolean): string
  /** Writes to the socket; false when it is full. */
  send(bytes: Buffer): boolean
  /** Writes two pieces in one system call. */
  sendBoth(first: Buffer, second: Buffer): void
  /** The answer is written; what is left of the request's body is not wanted. */
  onAnswered(isLast: boolean): void
  /** Destroys the socket after a moment. */
  hangUp(): void
}

/** Whole answers up to this size are copied behind their head. */
const COPY_BYTES_MAX = 16 * 1024

const NOTHING = Buffer.alloc(0)
const CRLF = '\r\n'
/** An interim answer, which every client skips that did not ask for it (RFC 9110, 15.2). */
const CONTINUE = Buffer.from('HTTP/1.1 100 Continue\r\n\r\n')

/** A request that the strict front has read, and its answer. */
export class StrictInbound implements Inbound, Probed {
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
  #added: readonly string[] | undefined
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

  get remoteAddress(): string | undefined {
    return this.connection.remoteAddress
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

  /** Writes what shows whether anybody is still there. */
  probe(): boolean {
    if (this.#isEnded || this.#isGone) return false
    if (this.#isHeadOut) this.watcher?.onHalfClosed()
    else if (this.#answer === undefined) this.connection.send(CONTINUE)
    return true
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

  addHeaders(headers: readonly string[]): void {
    this.#added = [...(this.#added ?? []), ...headers]
  }

  writeHead(status: number, headers: readonly string[]): void {
    this.#answer = answerHead(status, this.#added === undefined ? headers : [...headers, ...this.#added])
    this.#isLast ||= this.#answer.isLast
  }

  write(pieces: readonly Buffer[]): boolean {
    const size = sizeOf(pieces)
    if (this.#isEnded || this.#isGone || size === 0) return true
    const before = `${this.#headOf('transfer-encoding: chunked')}${size.toString(16)}\r\n`
    return this.connection.send(joined(before, pieces, size, CRLF))
  }

  end(body: Buffer = NOTHING): void {
    if (this.#isHeadOut) return this.endStream([body])
    if (this.#isEnded) return
    if (!this.#isGone) this.#sendWhole(body)
    this.#endAnswer(this.#isLast)
  }

  endStream(last: readonly Buffer[], trailers?: Readonly<Record<string, string>>): void {
    if (this.#isEnded) return
    if (!this.#isGone) this.#sendLast(last, trailers)
    this.#endAnswer(this.#isLast)
  }

  cut(): void {
    if (!this.#isEnded) this.#endAnswer(true)
  }

  #endAnswer(isLast: boolean): void {
    this.#isEnded = true
    this.#chunks = []
    this.connection.onAnswered(isLast)
  }

  hangUp(): void {
    this.connection.hangUp()
  }

  #sendWhole(body: Buffer): void {
    const before = this.#headOf(`content-length: ${body.length}`)
    if (body.length > COPY_BYTES_MAX) this.connection.sendBoth(Buffer.from(before, 'latin1'), body)
    else this.connection.send(joined(before, [body], body.length, ''))
  }

  /** The last chunk, where there is one, and the one without bytes that ends them. */
  #sendLast(pieces: readonly Buffer[], trailers: Readonly<Record<string, string>> = {}): void {
    const size = sizeOf(pieces)
    const lines = Object.entries(trailers).map(([name, value]) => `${name}: ${value}\r\n`)
    const end = Buffer.from(`${size === 0 ? '' : CRLF}0\r\n${lines.join('')}\r\n`, 'latin1')
    const before = `${this.#headOf('transfer-encoding: chunked')}${size === 0 ? '' : `${size.toString(16)}\r\n`}`
    this.connection.send(joined(before, [...pieces, end], size + end.length, ''))
  }

  /** The head, the first time; nothing afterwards. */
  #headOf(framing: string): string {
    if (this.#isHeadOut) return ''
    this.#isHeadOut = true
    const { text = '', hasLength = false } = this.#answer ?? {}
    return `${text}${this.connection.commonHeaders(this.#isLast)}${hasLength ? '' : `${framing}\r\n`}\r\n`
  }
}

function sizeOf(pieces: readonly Buffer[]): number {
  let size = 0
  for (const piece of pieces) size += piece.length
  return size
}

/** One buffer of text, bytes, text: one write of one piece costs less than the copy. */
function joined(before: string, pieces: readonly Buffer[], size: number, after: '' | '\r\n'): Buffer {
  const all = Buffer.allocUnsafe(before.length + size + after.length)
  all.write(before, 'latin1')
  let at = before.length
  for (const piece of pieces) {
    all.set(piece, at)
    at += piece.length
  }
  if (after !== '') {
    all[at] = 0x0d
    all[at + 1] = 0x0a
  }
  return all
}
