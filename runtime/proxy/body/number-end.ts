import { DOT, LETTER_E, MINUS, NINE, PLUS, ZERO } from './bytes.ts'

/** Index after the number that starts at `from` by RFC 8259's grammar, or -1. Size is not judged here. */
export function numberEnd(bytes: Buffer, from: number, end: number): number {
  let at = bytes[from] === MINUS ? from + 1 : from
  const whole = digitsEnd(bytes, at, end)
  if (whole === at || (bytes[at] === ZERO && whole > at + 1)) return -1
  at = whole
  if (at < end && bytes[at] === DOT) {
    const fraction = digitsEnd(bytes, at + 1, end)
    if (fraction === at + 1) return -1
    at = fraction
  }
  return at < end && (bytes[at]! | 0x20) === LETTER_E ? exponentEnd(bytes, at + 1, end) : at
}

function exponentEnd(bytes: Buffer, from: number, end: number): number {
  const at = from < end && (bytes[from] === PLUS || bytes[from] === MINUS) ? from + 1 : from
  const digits = digitsEnd(bytes, at, end)
  return digits === at ? -1 : digits
}

function digitsEnd(bytes: Buffer, from: number, end: number): number {
  let at = from
  while (at < end && bytes[at]! >= ZERO && bytes[at]! <= NINE) at++
  return at
}
