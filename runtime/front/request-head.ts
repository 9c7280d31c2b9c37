import type { IncomingHttpHeaders } from 'node:http'
import { HOST } from './framing.ts'

/** The head of a request in the strict grammar. */
export interface RequestHead {
  readonly method: 'GET' | 'POST'
  readonly url: string
  /** By name in lower case; each was sent once. */
  readonly headers: IncomingHttpHeaders
  readonly headerCount: number
  /** Bytes of the body that follows. */
  readonly bodyBytes: number
  /** Bytes of the head with its blank line. */
  readonly headBytes: number
  /** The client said `connection: close`. */
  readonly isLast: boolean
}

/** A header's name as it was sent, with its colon, and in lower case. */
interface KnownName {
  readonly sent: string
  readonly name: string
}

/** The names of a connection's last request in their order: the next one has nearly always the same, and they need not be read again. */
export type KnownNames = KnownName[]

const HEAD_BYTES_MAX = 8 * 1024
const BLANK_LINE = Buffer.from('\r\n\r\n')
const VERSION = ' HTTP/1.1\r\n'
const CR = 0x0d
const LF = 0x0a
const TAB = 0x09
const SPACE = 0x20
const DELETE = 0x7f

const NAME = /^[A-Za-z0-9!#$%&'*+\-.^_`|~]+$/

const TARGET = /^\/[A-Za-z0-9/._~%?&=+:@,-]*$/
const LENGTH = /^\d{1,10}$/

/** What nearly no client sends and nearly every smuggling needs: node:http reads these requests. */
const unusual = new Set(['transfer-encoding', 'expect', 'upgrade', 'trailer', 'http2-settings'])

/**
 * Reads a head that stands whole at the start of `bytes`; `undefined` for everything but the plainest HTTP/1.1 (RFC 9112): GET
 * without a body or POST with its length, each header once, one valid Host, visible ASCII, lines that end in CRLF.
 *
 * INVARIANT: what it accepts, node:http accepts with the same meaning (test/proxy/strict-front.test.ts compares them), so that two
 * parsers in a row can never disagree about where a request ends.
 */
export function readHead(bytes: Buffer, known: KnownNames = []): RequestHead | undefined {
  const end = bytes.indexOf(BLANK_LINE)
  if (end === -1 || end > HEAD_BYTES_MAX) return undefined
  const text = bytes.toString('latin1', 0, end + 2)
  const method = text.startsWith('POST ') ? 'POST' : text.startsWith('GET ') ? 'GET' : undefined
  if (method === undefined) return undefined
  const urlAt = method.length + 1
  const urlEnd = text.indexOf(' ', urlAt)
  if (!text.startsWith(VERSION, urlEnd)) return undefined
  const url = text.slice(urlAt, urlEnd)
  if (!TARGET.test(url)) return undefined
  const headers: IncomingHttpHeaders = {}
  const headerCount = readHeaders(text, urlEnd + VERSION.length, headers, known)
  if (headerCount === undefined) return undefined
  return framed(method, url, headers, headerCount, end + BLANK_LINE.length)
}

/** Reads `name: value` lines into `headers`; their number, or `undefined` where one is not plain. */
function readHeaders(
  text: string,
  from: number,
  headers: IncomingHttpHeaders,
  known: KnownNames,
): number | undefined {
  let count = 0
  for (let at = from; at < text.length; count++) {
    const field = text.startsWith(known[count]?.sent ?? '\n', at) ? known[count] : readName(text, at)
    if (field === undefined) return undefined
    known[count] = field
    const valueAt = at + field.sent.length
    const lineEnd = valueEnd(text, valueAt)
    // What every object has by itself (`constructor`, `__proto__`) counts as sent twice.
    if (lineEnd === -1 || headers[field.name] !== undefined) return undefined
    headers[field.name] = text.slice(valueAt, lineEnd).trim()
    at = lineEnd + 2
  }
  return count
}

/** The name that begins at `at`; `undefined` where there is none, or an unusual one. */
function readName(text: string, at: number): KnownName | undefined {
  const colon = text.indexOf(':', at)
  const sent = text.slice(at, colon)
  const name = sent.toLowerCase()
  if (colon === -1 || !NAME.test(sent) || unusual.has(name)) return undefined
  return { sent: copyOf(`${sent}:`), name: copyOf(name) }
}

/** A string of its own: a slice would keep the whole head, with the client's key, for as long as the name is known. */
const copyOf = (text: string): string => Buffer.from(text, 'latin1').toString('latin1')

/** Where the value's line ends: its CRLF; -1 where a character is not visible ASCII, a space or a tab. */
function valueEnd(text: string, from: number): number {
  let end = from
  let code = text.charCodeAt(end)
  while ((code >= SPACE && code < DELETE) || code === TAB) code = text.charCodeAt(++end)
  return code === CR && text.charCodeAt(end + 1) === LF ? end : -1
}

function framed(
  method: 'GET' | 'POST',
  url: string,
  headers: IncomingHttpHeaders,
  headerCount: number,
  headBytes: number,
): RequestHead | undefined {
  const { host, connection } = headers
  const length = headers['content-length']
  if (host === undefined || !HOST.test(host)) return undefined
  if (length !== undefined && !LENGTH.test(length)) return undefined
  const bodyBytes = length === undefined ? 0 : Number(length)
  if (method === 'GET' && bodyBytes > 0) return undefined
  if (connection !== undefined && connection !== 'keep-alive' && connection !== 'close') return undefined
  return { method, url, headers, headerCount, bodyBytes, headBytes, isLast: connection === 'close' }
}
