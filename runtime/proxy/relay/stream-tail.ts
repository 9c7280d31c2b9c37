/** The usage event and the terminal one fit in this, whatever else is in them. */
const BYTES_MIN = 16 * 1024

/**
 * References to the last pieces of a stream, from which usage and the terminal event are read once, at its end: parsing each
 * event for them would cost more than relaying it.
 */
export class StreamTail {
  #pieces: Buffer[] = []
  #bytes = 0

  add(piece: Buffer): void {
    this.#pieces.push(piece)
    this.#bytes += piece.length
    while (this.#bytes - this.#pieces[0]!.length >= BYTES_MIN) this.#bytes -= this.#pieces.shift()!.length
  }

  /** The kept end of the stream: at least its last 16 kB, and whole pieces. */
  bytes(): Buffer {
    return this.#pieces.length === 1 ? this.#pieces[0]! : Buffer.concat(this.#pieces)
  }
}
