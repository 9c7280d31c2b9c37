import { BACKSLASH, ESCAPE, HEX, LETTER_U, QUOTE, STRING_STOP } from './bytes.ts'

/**
 * Index of the quote that closes the string whose content starts at `from`, or -1 when the string is not JSON's:
 * unclosed, a raw control character, an unknown escape.
 *
 * Plain content is passed four bytes at a time (the zero-in-word tests of Mycroft, 1987): twice the speed of a byte loop
 * on prompts, where nearly all of a body is string content. `words` views the same memory, aligned.
 */
export function stringEnd(bytes: Buffer, words: Int32Array, from: number, end: number): number {
  let at = from
  for (;;) {
    at = plainEnd(bytes, words, at, end)
    const byte = at < end ? bytes[at] : undefined
    if (byte === QUOTE) return at
    if (byte !== BACKSLASH) return -1
    at = escapeEnd(bytes, at, end)
    if (at === -1) return -1
  }
}

/** The 32-bit words under a buffer, for `stringEnd`; shared memory, nothing is copied. */
export function wordsUnder(bytes: Buffer): Int32Array {
  return new Int32Array(bytes.buffer, 0, bytes.buffer.byteLength >> 2)
}

/** First index at or after `from` whose byte stops plain content, or `end`. */
function plainEnd(bytes: Buffer, words: Int32Array, from: number, end: number): number {
  const shift = bytes.byteOffset
  let at = from
  while (at < end && ((shift + at) & 3) !== 0) {
    if (STRING_STOP[bytes[at]!] === 1) return at
    at++
  }
  let word = (shift + at) >> 2
  const wordEnd = (shift + end) >> 2
  while (word < wordEnd && !holdsStop(words[word]!)) word++
  at = Math.max(at, (word << 2) - shift)
  while (at < end && STRING_STOP[bytes[at]!] === 0) at++
  return at
}

/** Whether one of the four bytes is below 0x20, a quote or a backslash. */
function holdsStop(word: number): boolean {
  const quote = word ^ 0x22222222
  const slash = word ^ 0x5c5c5c5c
  const stops =
    ((word - 0x20202020) & ~word) | ((quote - 0x01010101) & ~quote) | ((slash - 0x01010101) & ~slash)
  return (stops & 0x80808080) !== 0
}

/** Index after the escape that starts at `at`, or -1. */
function escapeEnd(bytes: Buffer, at: number, end: number): number {
  const letter = at + 1 < end ? bytes[at + 1]! : 0
  if (ESCAPE[letter] === 1) return at + 2
  if (letter !== LETTER_U || at + 6 > end) return -1
  const hex = HEX[bytes[at + 2]!]! & HEX[bytes[at + 3]!]! & HEX[bytes[at + 4]!]! & HEX[bytes[at + 5]!]!
  return hex === 1 ? at + 6 : -1
}
