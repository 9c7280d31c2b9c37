/** Tells where the body of an answer ends (RFC 9112, 6.3). */
export interface BodyFraming {
  /** The data in the next piece, which is its own from now on: it may be moved together in place. */
  readonly take: (piece: Buffer) => Buffer
  /** All of it has come. */
  readonly isDone: boolean
  /** What came is no body of this framing. */
  readonly isBroken: boolean
  /** Bytes of the last piece that lie behind the body. */
  readonly behind: number
  /** It ends with its connection. */
  readonly endsByClose: boolean
}

/** A body of so many bytes. */
export class LengthFraming implements BodyFraming {
  readonly isBroken = false
  readonly endsByClose = false
  #left: number
  behind = 0

  constructor(bytes: number) {
    this.#left = bytes
  }

  get isDone(): boolean {
    return this.#left === 0
  }

  take(piece: Buffer): Buffer {
    this.behind = Math.max(0, piece.length - this.#left)
    this.#left -= piece.length - this.behind
    return this.behind === 0 ? piece : piece.subarray(0, piece.length - this.behind)
  }
}

/** A body that ends with its connection, and not before. */
export const untilClose: BodyFraming = {
  take: (piece) => piece,
  isDone: false,
  isBroken: false,
  behind: 0,
  endsByClose: true,
}
