import type { IncomingHttpHeaders } from 'node:http'
import { LengthFraming, untilClose } from './body-framing.ts'
import type { BodyFraming } from './body-framing.ts'
import { BrokenAnswer } from './broken-answer.ts'
import { ChunkedFraming } from './chunked-framing.ts'

/** The head of a provider's answer. */
export interface AnswerHead {
  /** 100 to 199: another head follows. */
  readonly status: number
  /** By name in lower case; what was sent more than once is joined with commas (RFC 9110, 5.3). */
  readonly headers: IncomingHttpHeaders
  /** Bytes of the head with its blank line. */
  readonly bytes: number
  readonly framing: BodyFraming
  /** The provider closes the connection behind this answer. */
  readonly isLast: boolean
  /** How long it keeps an idle connection, in ms; `undefined` where it does not say. */
  readonly idleMs: number | undefined
}

const BYTES_MAX = 16 * 1024
const BLANK_LINE = Buffer.from('\r\n\r\n')
const STATUS_LINE = /^HTTP\/1\.([01]) ([1-9]\d\d)(?: [\t\x20-\x7e\x80-\xff]*)?$/
const NAME = /^[A-Za-z0-9!#$%&'*+\-.^_`|~]+$/
/** What no value may hold: control characters, a bare CR or LF among them. */
const FORBIDDEN = /[^\t\x20-\x7e\x80-\xff]/
const LENGTH = /^\d{1,15}$/

/**
 * Reads the head that stands at the start of `bytes`; `undefined` while it is not whole. Throws a `BrokenAnswer` on everything that two
 * readers may understand in different ways: it is by no better reading of such an answer that a gateway gets its requests right.
 */
export function readAnswerHead(bytes: Buffer): AnswerHead | undefined {
  const end = bytes.indexOf(BLANK_LINE)
  if ((end === -1 ? bytes.length : end) > BYTES_MAX) throw new BrokenAnswer('HEAD_TOO_LARGE')
  if (end === -1) return undefined
  const text = bytes.toString('latin1', 0, end + 2)
  const lineEnd = text.indexOf('\r\n')
  const [, minor, status] = STATUS_LINE.exec(text.slice(0, lineEnd)) ?? []
  if (status === undefined) throw new BrokenAnswer('STATUS_LINE')
  const headers = readHeaders(text, lineEnd + 2)
  return headOf(Number(status), headers, end + BLANK_LINE.length, minor === '0')
}

function readHeaders(text: string, from: number): IncomingHttpHeaders {
  const headers: Record<string, string> = {}
  for (let at = from; at < text.length;) {
    const colon = text.indexOf(':', at)
    const end = text.indexOf('\r\n', at)
    const name = text.slice(at, colon).toLowerCase()
    const line = text.slice(colon + 1, end)
    if (colon === -1 || !NAME.test(name) || FORBIDDEN.test(line)) throw new BrokenAnswer('HEADER')
    const value = line.trim()
    headers[name] = Object.hasOwn(headers, name) ? `${headers[name]}, ${value}` : value
    at = end + 2
  }
  return headers
}

function headOf(status: number, headers: IncomingHttpHeaders, bytes: number, isOld: boolean): AnswerHead {
  if (status === 101) throw new BrokenAnswer('UPGRADE')
  const { connection } = headers
  const framing = framingOf(status, headers)
  const isLast = isOld || framing.endsByClose || (connection !== undefined && /\bclose\b/i.test(connection))
  return { status, headers, bytes, framing, isLast, idleMs: idleOf(headers['keep-alive']) }
}

/** INVARIANT: a length beside a coding, two lengths that are not one, a coding that is not `chunked`: no answer. */
function framingOf(status: number, headers: IncomingHttpHeaders): BodyFraming {
  const { 'content-length': length, 'transfer-encoding': coding } = headers
  if (length !== undefined && (coding !== undefined || !LENGTH.test(length)))
    throw new BrokenAnswer('BODY_LENGTH')
  if (status < 200 || status === 204 || status === 304) return new LengthFraming(0)
  if (length !== undefined) return new LengthFraming(Number(length))
  if (coding === undefined) return untilClose
  if (coding.toLowerCase() !== 'chunked') throw new BrokenAnswer('BODY_LENGTH')
  return new ChunkedFraming()
}

function idleOf(keepAlive: string | string[] | undefined): number | undefined {
  const seconds = typeof keepAlive === 'string' ? /\btimeout=(\d{1,6})\b/.exec(keepAlive)?.[1] : undefined
  return seconds === undefined ? undefined : Number(seconds) * 1000
}
