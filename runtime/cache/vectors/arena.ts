/** Where the vectors lie, and what multiplies them. Two engines have this interface, and their dot products are equal to the bit. */
export interface Arena {
  /** Makes room for slots 0 to `slots` − 1; what is there stays. */
  readonly reserve: (slots: number) => void
  /** Puts a vector into a slot that has room. */
  readonly write: (slot: number, vector: Int8Array) => void
  /** The vector that the next dot products are taken with. */
  readonly ask: (query: Int8Array) => void
  /** Dot products of `slots[from]` and the `count` − 1 after it, at most `SLICE`; good until the next call. */
  readonly score: (slots: Int32Array, from: number, count: number) => Int32Array
}

/** Slots that one call scores. */
export const SLICE = 4_096

/** A dot product of more dimensions could leave 32 bits, or the query its place in memory. */
export const DIMENSIONS_MAX = 8_192

/** Fewer would fold onto too few to tell anything. */
export const DIMENSIONS_MIN = 32
