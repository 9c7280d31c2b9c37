import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import type { Refusal } from '../proxy/refusal.ts'
import { checkFraming } from './framing.ts'
import type { Inbound, InboundWatcher, Received } from './inbound.ts'
import { DRAIN_BYTES_MAX, HANG_UP_MS } from './patience.ts'
import { probe } from './probe.ts'
import type { Probed } from './probe.ts'

/** A request that node:http has read, and its answer. */
export class NodeInbound implements Inbound, Probed {
  readonly #req: IncomingMessage
  readonly #res: ServerResponse
  watcher: InboundWatcher | undefined
  #added: readonly string[] = []

  constructor(req: IncomingMessage, res: ServerResponse) {
    this.#req = req
    this.#res = res
    res.on('close', () => {
      if (!res.writableFinished) this.watcher?.onGone()
    })
    res.on('drain', () => this.watcher?.onDrain())
    this.#watchEnd()
  }

  /** As behind the strict front: a client that ended its side may still read, and a write tells. One that is pipelined behind others is written to soon enough. */
  #watchEnd(): void {
    const { socket } = this.#res
    if (socket === null) return
    const onEnd = (): void => probe(this)
    socket.on('end', onEnd)
    this.#res.on('close', () => socket.off('end', onEnd))
  }

  /** Writes what shows whether anybody is still there. */
  probe(): boolean {
    if (this.#res.writableEnded || this.#res.destroyed || !this.#req.complete) return false
    if (this.#res.headersSent) this.watcher?.onHalfClosed()
    else this.#res.writeContinue()
    return true
  }

  get method(): string {
    return this.#req.method ?? ''
  }

  get url(): string {
    return this.#req.url ?? ''
  }

  get headers(): IncomingHttpHeaders {
    return this.#req.headers
  }

  get rawHeaders(): readonly string[] {
    return this.#req.rawHeaders
  }

  get connection(): object {
    return this.#req.socket
  }

  get remoteAddress(): string | undefined {
    return this.#req.socket.remoteAddress
  }

  framingFault(headersMax: number): Refusal | undefined {
    return checkFraming(this.#req, headersMax)
  }

  receive(bytesMax: number): Received | Promise<Received> {
    const req = this.#req
    if (Number(req.headers['content-length'] ?? 0) > bytesMax) return 'too-large'
    if (req.destroyed) return 'gone'
    if (req.headers.expect !== undefined) this.#res.writeContinue()
    return new Promise((resolve) => {
      const chunks: Buffer[] = []
      let size = 0
      req.on('data', (chunk: Buffer) => {
        size += chunk.length
        if (size <= bytesMax) chunks.push(chunk)
        else {
          req.pause()
          resolve('too-large')
        }
      })
      req.on('end', () => resolve(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks, size)))
      req.on('error', () => resolve('gone'))
      req.on('close', () => resolve('gone'))
    })
  }

  get headersSent(): boolean {
    return this.#res.headersSent
  }

  closeAfter(): void {
    this.#res.shouldKeepAlive = false
  }

  addHeaders(headers: readonly string[]): void {
    this.#added = [...this.#added, ...headers]
  }

  writeHead(status: number, headers: readonly string[]): void {
    if (this.#isLongToCome()) {
      this.closeAfter()
      this.hangUp()
    }
    this.#res.writeHead(status, [...headers, ...this.#added])
  }

  /** The body of a request that is answered early may have no end, or one that is far. */
  #isLongToCome(): boolean {
    const { complete, headers } = this.#req
    if (complete) return false
    return (
      headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > DRAIN_BYTES_MAX
    )
  }

  write(pieces: readonly Buffer[]): boolean {
    return (
      this.#res.writableEnded || this.#res.write(pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces))
    )
  }

  end(body?: Buffer): void {
    if (body === undefined) this.#res.end()
    else this.#res.end(body)
  }

  endStream(last: readonly Buffer[], trailers?: Readonly<Record<string, string>>): void {
    if (trailers !== undefined) this.#res.addTrailers({ ...trailers })
    this.end(last.length === 0 ? undefined : Buffer.concat(last))
  }

  cut(): void {
    this.#req.socket.destroySoon()
  }

  hangUp(): void {
    const { socket } = this.#req
    // Node would destroy it right behind the answer. Over bytes that were never read this resets the connection, and the
    // client may lose the answer.
    socket.destroySoon = () => void socket.end()
    setTimeout(() => socket.destroy(), HANG_UP_MS).unref()
  }
}
