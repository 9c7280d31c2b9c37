import type { IncomingHttpHeaders } from 'node:http'
import type { Refusal } from '../proxy/refusal.ts'

/** What came of waiting for a body: the bytes, or more of them than are taken, or a client that left before they were whole. */
export type Received = Buffer | 'too-large' | 'gone'

/** Who wants to know what becomes of a client's connection while its answer is under way. */
export interface InboundWatcher {
  /** The client left before the answer was whole. */
  onGone(): void
  /** The client has read what was waiting for it: the next frame may follow. */
  onDrain(): void
  /** The client has ended its side while its answer is a stream under way: it may still read, or be gone. */
  onHalfClosed(): void
}

/**
 * One request of a client and the way back to it, whichever front read it: the strict one or node:http. Header names of answers
 * are written in lower case, lists of headers are flat: name, value, name, value.
 */
export interface Inbound {
  readonly method: string
  /** The request target: a path that begins with `/`, and its query. */
  readonly url: string
  /** By name in lower case. */
  readonly headers: IncomingHttpHeaders
  /** Flat. Holds a header as often as it was sent. */
  readonly rawHeaders: readonly string[]
  /** The same object for every request of one connection. */
  readonly connection: object
  /** The other end of the connection. */
  readonly remoteAddress: string | undefined
  /** Told what becomes of the connection; one at a time. */
  watcher: InboundWatcher | undefined
  /** Why the request's framing cannot be trusted, when it cannot. */
  framingFault(headersMax: number): Refusal | undefined
  /** The whole body, of at most this many bytes; at once where it is there already. */
  receive(bytesMax: number): Received | Promise<Received>
  readonly headersSent: boolean
  /** The connection is closed after this answer. Said before its head. */
  closeAfter(): void
  /** Headers that the answer has besides, whatever it is. Flat; said before its head. */
  addHeaders(headers: readonly string[]): void
  /** The head of the answer. It leaves with the first bytes after it. */
  writeHead(status: number, headers: readonly string[]): void
  /** Bytes of a stream, in pieces that leave as one; false when the client is slower: stop until `onDrain`. */
  write(pieces: readonly Buffer[]): boolean
  /** All bytes of an answer, or no more of a stream. */
  end(body?: Buffer): void
  /** The last pieces of a stream and its end, which leave as one. Trailers go to clients whose head announced them. */
  endStream(last: readonly Buffer[], trailers?: Readonly<Record<string, string>>): void
  /** Breaks the connection off behind what was written, so that nobody takes the answer for complete. */
  cut(): void
  /** Drops the connection after a moment in which the answer can be read: what the client still sends is not. */
  hangUp(): void
}
