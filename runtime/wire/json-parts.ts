import {
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COMMA,
  OPEN_BRACE,
  OPEN_BRACKET,
  QUOTE,
  SPACE,
} from '../proxy/body/bytes.ts'
import { stringEnd, wordsUnder } from '../proxy/body/string-end.ts'

/** Bytes `[start, end)` of a JSON value. */
export interface JsonRange {
  readonly start: number
  readonly end: number
}

/** Where the elements of the list that begins at `start` lie. INVARIANT: the bytes have passed the scan; nothing is checked again. */
export function elementsOf(bytes: Buffer, start: number): readonly JsonRange[] {
  const words = wordsUnder(bytes)
  const found: JsonRange[] = []
  let at = skipSpace(bytes, start + 1)
  while (bytes[at] !== CLOSE_BRACKET) {
    const end = valueEnd(bytes, words, at)
    found.push({ start: at, end })
    at = nextPart(bytes, end)
  }
  return found
}

/** Where the value of the object's member `name` lies, the object beginning at `start`; `undefined` where it has none. */
export function memberOf(bytes: Buffer, start: number, name: string): JsonRange | undefined {
  const words = wordsUnder(bytes)
  let at = skipSpace(bytes, start + 1)
  while (bytes[at] !== CLOSE_BRACE) {
    const keyEnd = valueEnd(bytes, words, at)
    const from = skipSpace(bytes, skipSpace(bytes, keyEnd) + 1)
    const end = valueEnd(bytes, words, from)
    if (parseRange(bytes, { start: at, end: keyEnd }) === name) return { start: from, end }
    at = nextPart(bytes, end)
  }
  return undefined
}

/** The value itself. */
export function parseRange(bytes: Buffer, { start, end }: JsonRange): unknown {
  return JSON.parse(bytes.toString('utf8', start, end))
}

function valueEnd(bytes: Buffer, words: Int32Array, start: number): number {
  let [at, depth] = [start, 0]
  do {
    const byte = bytes[at]!
    if (byte === QUOTE) at = stringEnd(bytes, words, at + 1, bytes.length)
    else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) depth++
    else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) depth--
    else if (depth === 0) return scalarEnd(bytes, at)
    at++
  } while (depth > 0)
  return at
}

/** The end of a number or a literal. */
function scalarEnd(bytes: Buffer, start: number): number {
  let at = start
  while (!ends(bytes[at]!)) at++
  return at
}

function ends(byte: number): boolean {
  return byte === COMMA || byte === CLOSE_BRACE || byte === CLOSE_BRACKET || SPACE[byte] === 1
}

/** Past the comma, where there is one. */
function nextPart(bytes: Buffer, end: number): number {
  const at = skipSpace(bytes, end)
  return bytes[at] === COMMA ? skipSpace(bytes, at + 1) : at
}

function skipSpace(bytes: Buffer, start: number): number {
  let at = start
  while (SPACE[bytes[at]!] === 1) at++
  return at
}
