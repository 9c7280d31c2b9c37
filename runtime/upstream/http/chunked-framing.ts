import type { BodyFraming } from './body-framing.ts'

const CR = 0x0d
const LF = 0x0a
const SEMICOLON = 0x3b
const SPACE = 0x20
const TAB = 0x09
const DELETE = 0x7f

/** Hexadecimal digits of a size, and bytes of its extension or of all trailers together. */
const DIGITS_MAX = 8
const LINES_BYTES_MAX = 16 * 1024

/** What the next byte belongs to. `trailer` is the beginning of a line behind the last chunk. */
type State =
  | 'size'
  | 'extension'
  | 'size-lf'
  | 'data'
  | 'data-cr'
  | 'data-lf'
  | 'trailer'
  | 'trailer-line'
  | 'trailer-lf'
  | 'last-lf'
  | 'done'
  | 'broken'

/**
 * A chunked body (RFC 9112, 7.1), to the letter: lines end in CRLF, sizes are hexadecimal digits alone. Extensions and trailers are
 * passed over. The chunks of one piece are moved together, so that a burst of a hundred small ones is one piece of data to all that follows.
 */
export class ChunkedFraming implements BodyFraming {
  readonly endsByClose = false
  behind = 0
  #state: State = 'size'
  #left = 0
  #digits = 0
  #lineBytes = 0

  get isDone(): boolean {
    return this.#state === 'done'
  }

  get isBroken(): boolean {
    return this.#state === 'broken'
  }

  take(piece: Buffer): Buffer {
    let [at, start, end] = [0, 0, 0]
    while (at < piece.length && this.#state !== 'done' && this.#state !== 'broken') {
      if (this.#state !== 'data') {
        this.#state = this.#next(piece[at++]!)
        continue
      }
      const stop = Math.min(piece.length, at + this.#left)
      if (start === end) [start, end] = [at, stop]
      else {
        piece.copyWithin(end, at, stop)
        end += stop - at
      }
      this.#left -= stop - at
      at = stop
      if (this.#left === 0) this.#state = 'data-cr'
    }
    this.behind = piece.length - at
    return piece.subarray(start, end)
  }

  #next(byte: number): State {
    switch (this.#state) {
      case 'size':
        return this.#size(byte)
      case 'extension':
        return byte === CR ? 'size-lf' : this.#within('extension', byte)
      case 'size-lf':
        return byte === LF ? this.#sized() : 'broken'
      case 'data-cr':
        return byte === CR ? 'data-lf' : 'broken'
      case 'data-lf':
        return byte === LF ? 'size' : 'broken'
      case 'trailer':
        return byte === CR ? 'last-lf' : this.#within('trailer-line', byte)
      case 'trailer-line':
        return byte === CR ? 'trailer-lf' : this.#within('trailer-line', byte)
      case 'trailer-lf':
        return byte === LF ? 'trailer' : 'broken'
      case 'last-lf':
        return byte === LF ? 'done' : 'broken'
      case 'data':
      case 'done':
      case 'broken':
        return this.#state
    }
  }

  #size(byte: number): State {
    const digit = HEX[byte]!
    if (digit >= 0) {
      this.#left = this.#left * 16 + digit
      return ++this.#digits > DIGITS_MAX ? 'broken' : 'size'
    }
    if (this.#digits === 0) return 'broken'
    if (byte === SEMICOLON) return 'extension'
    return byte === CR ? 'size-lf' : 'broken'
  }

  /** The size line has ended. */
  #sized(): State {
    this.#digits = 0
    this.#lineBytes = 0
    return this.#left === 0 ? 'trailer' : 'data'
  }

  /** One more byte of what is passed over; no control character is one. */
  #within(state: State, byte: number): State {
    const isText = (byte >= SPACE && byte !== DELETE) || byte === TAB
    return isText && ++this.#lineBytes <= LINES_BYTES_MAX ? state : 'broken'
  }
}

/** The value of a hexadecimal digit; -1 for any other byte. */
const HEX = Int8Array.from({ length: 256 }, (_, byte) => '0123456789abcdef'.indexOf(lower(byte)))

function lower(byte: number): string {
  return String.fromCharCode(byte).toLowerCase()
}
