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

const HEAD_BYTES_MAX = 8 * 1024
const BLANK_LINE = Buffer.from('\r\n\r\n')
const VERSION = ' HTTP/1.1\r\n'
const CR = 0x0d
const LF = 0x0a
const COLON = 0x3a
const TAB = 0x09
const SPACE = 0x20
const DELETE = 0x7f

/** 1 for a character of a header name (RFC 9110, 5.6.2), 2 for one in upper case. */
const NAME = Uint8Array.from({ length: 256 }, (_, code) => {
  const character = String.fromCharCode(code)
  if (/[A-Z]/.test(character)) return 2
  return /[a-z0-9!#$%&'*+\-.^_`|~]/.test(character) ? 1 : 0
})

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
export function readHead(bytes: Buffer): RequestHead | undefined {
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
  const headerCount = readHeaders(text, urlEnd + VERSION.length, headers)
  if (headerCount === undefined) return undefined
  return framed(method, url, headers, headerCount, end + BLANK_LINE.length)
}

/** Reads `name: value` lines into `headers`; their number, or `undefined` where one is not plain. */
function readHeaders(text: string, from: number, headers: IncomingHttpHeaders): number | undefined {
  let count = 0
  for (let at = from; at < text.length; count++) {
    const colon = nameEnd(text, at)
    const lineEnd = colon === -1 ? -1 : valueEnd(text, colon + 1)
    if (lineEnd === -1) return undefined
    const name = lowerCase(text, at, colon)
    // What every object has by itself (`constructor`, `__proto__`) counts as sent twice.
    if (headers[name] !== undefined || unusual.has(name)) return undefined
    headers[name] = text.slice(colon + 1, lineEnd).trim()
    at = lineEnd + 2
  }
  return count
}

/** Where the name that begins at `at` ends: its colon; -1 where there is none. */
function nameEnd(text: string, at: number): number {
  let end = at
  while (NAME[text.charCodeAt(end)]! > 0) end++
  return end > at && text.charCodeAt(end) === COLON ? end : -1
}

/** Where the value's line ends: its CRLF; -1 where a character is not visible ASCII, a space or a tab. */
function valueEnd(text: string, from: number): number {
  let end = from
  let code = text.charCodeAt(end)
  while ((code >= SPACE && code < DELETE) || code === TAB) code = text.charCodeAt(++end)
  return code === CR && text.charCodeAt(end + 1) === LF ? end : -1
}

function lowerCase(text: string, from: number, to: number): string {
  const name = text.slice(from, to)
  for (let at = from; at < to; at++) if (NAME[text.charCodeAt(at)] === 2) return name.toLowerCase()
  return name
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
