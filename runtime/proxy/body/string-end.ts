import { BACKSLASH, ESCAPE, HEX, LETTER_U, QUOTE, STRING_STOP } from './bytes.ts'

/**
 * Index of the quote that closes the string whose content starts at `from`, or -1 when the string is not JSON's:
 * a raw control character, an unknown escape. Where it is not closed before `end`, `~at` with the place to go on from when there is
 * more.
 *
 * Plain content is passed four bytes at a time (the zero-in-word tests of Mycroft, 1987): twice the speed of a byte loop
 * on prompts, where nearly all of a body is string content. `words` views the same memory, aligned.
 */
export function stringEnd(bytes: Buffer, words: Int32Array, from: number, end: number): number {
  const shift = bytes.byteOffset
  const wordEnd = (shift + end) >> 2
  let at = from
  for (;;) {
    // Byte by byte to the next word, past whatever stopped the words before it.
    do {
      const byte = at < end ? bytes[at]! : 0
      if (byte === QUOTE) return at
      if (STRING_STOP[byte] === 0) at++
      else if (byte !== BACKSLASH) return at < end ? -1 : ~at
      else if ((at = escapeEnd(bytes, at, end)) < 0) return at
    } while (((shift + at) & 3) !== 0)
    let word = (shift + at) >> 2
    while (word < wordEnd && !holdsStop(words[word]!)) word++
    at = (word << 2) - shift
  }
}

/** The 32-bit words under a buffer, for `stringEnd`; shared memory, nothing is copied. */
export function wordsUnder(bytes: Buffer): Int32Array {
  return new Int32Array(bytes.buffer, 0, bytes.buffer.byteLength >> 2)
}

/** Whether one of the four bytes is below 0x20, a quote or a backslash; bytes of 0x80 and above never are. */
function holdsStop(word: number): boolean {
  const below = (word - 0x20202020) | ((word ^ 0x22222222) - 0x01010101) | ((word ^ 0x5c5c5c5c) - 0x01010101)
  return (below & ~word & 0x80808080) !== 0
}

/** Index after the escape that starts at `at`; -1 when it is none, `~at` when `end` cuts it. */
function escapeEnd(bytes: Buffer, at: number, end: number): number {
  const letter = at + 1 < end ? bytes[at + 1]! : 0
  if (ESCAPE[letter] === 1) return at + 2
  return letter === LETTER_U && at + 6 <= end ? unicodeEnd(bytes, at) : isCut(letter, at, end) ? ~at : -1
}

function unicodeEnd(bytes: Buffer, at: number): number {
  const hex = HEX[bytes[at + 2]!]! & HEX[bytes[at + 3]!]! & HEX[bytes[at + 4]!]! & HEX[bytes[at + 5]!]!
  return hex === 1 ? at + 6 : -1
}

function isCut(letter: number, at: number, end: number): boolean {
  return at + 1 === end || letter === LETTER_U
}
