import { eventsEnd } from '../../wire/event-stream.ts'

/** How many bytes before a piece can belong to the blank line that ends in it: CR LF CR. */
const SEPARATOR_BYTES = 3

/**
 * The bytes behind the last whole event of a stream, which wait for the rest of theirs. Each byte is searched once and copied
 * twice at most, however small the pieces are: a line of megabytes costs no more than as many short ones.
 */
export class PartialEvent {
  #pieces: Buffer[] = []
  #bytes = 0

  /** Takes the next piece: the whole events that there are now, or `undefined`. */
  add(piece: Buffer): Buffer | undefined {
    if (this.#bytes === 0) return this.#split(piece, eventsEnd(piece))
    const before = this.#lastBytes()
    return this.#split(piece, eventsEnd(Buffer.concat([before, piece])) - before.length)
  }

  /** How many bytes wait. */
  get size(): number {
    return this.#bytes
  }

  /** What waits. */
  bytes(): Buffer {
    return Buffer.concat(this.#pieces)
  }

  #split(piece: Buffer, end: number): Buffer | undefined {
    if (end <= 0) {
      this.#wait(piece)
      return undefined
    }
    const whole = end === piece.length ? piece : piece.subarray(0, end)
    const events = this.#bytes === 0 ? whole : Buffer.concat([...this.#pieces, whole])
    this.#pieces = []
    this.#bytes = 0
    if (end < piece.length) this.#wait(piece.subarray(end))
    return events
  }

  #wait(piece: Buffer): void {
    this.#pieces.push(piece)
    this.#bytes += piece.length
  }

  #lastBytes(): Buffer {
    const last = this.#pieces.at(-1)!
    return last.length >= SEPARATOR_BYTES || this.#pieces.length === 1
      ? last.subarray(-SEPARATOR_BYTES)
      : Buffer.concat(this.#pieces.slice(-SEPARATOR_BYTES)).subarray(-SEPARATOR_BYTES)
  }
}
