/** Beyond this many keys in one object a Set takes over from the pairwise comparison of hashes. */
const PAIRWISE_MAX = 32

/**
 * The keys of the objects that are open during a scan, to find one that stands twice. Keys are kept as ranges and hashes
 * in arrays that all scans share (a scan is synchronous); an object's keys are the top of the stack from its `base` on.
 */
export class KeyLedger {
  readonly #bytes: Buffer
  readonly #hashes: Int32Array
  readonly #starts: Int32Array
  readonly #ends: Int32Array
  #count = 0
  /** Keys seen in the whole body. */
  total = 0

  constructor(bytes: Buffer, room: KeyRoom) {
    this.#bytes = bytes
    this.#hashes = room.hashes
    this.#starts = room.starts
    this.#ends = room.ends
  }

  /** The base of a newly opened object. */
  open(): number {
    return this.#count
  }

  /** Forgets the keys of the object that is closed. */
  close(base: number): void {
    this.#count = base
  }

  /** Adds a key written without escapes; false when its object has it already. */
  add(base: number, names: Set<string> | undefined, hash: number, start: number, end: number): boolean {
    this.total++
    if (names !== undefined) return addName(names, this.#bytes.toString('latin1', start, end))
    for (let i = base; i < this.#count; i++) {
      if (this.#hashes[i] === hash && this.#same(i, start, end)) return false
    }
    this.#hashes[this.#count] = hash
    this.#starts[this.#count] = start
    this.#ends[this.#count++] = end
    return true
  }

  /** Adds a key that was unescaped to `name`; false when its object has it already. */
  addEscaped(names: Set<string>, name: string): boolean {
    this.total++
    return addName(names, Buffer.from(name).toString('latin1'))
  }

  /** Whether the object has so many keys that they should move to a Set. */
  crowded(base: number): boolean {
    return this.#count - base >= PAIRWISE_MAX
  }

  /** The object's keys so far as a Set of their UTF-8 bytes, read as Latin-1: one text for one key. */
  names(base: number): Set<string> {
    const names = new Set<string>()
    for (let i = base; i < this.#count; i++)
      names.add(this.#bytes.toString('latin1', this.#starts[i], this.#ends[i]))
    return names
  }

  /** Natively: keys of 3 kB whose hashes collide are cheap to make, and each would be compared with 31 others byte by byte. */
  #same(index: number, start: number, end: number): boolean {
    const from = this.#starts[index]!
    const to = this.#ends[index]!
    return to - from === end - start && this.#bytes.compare(this.#bytes, from, to, start, end) === 0
  }
}

export interface KeyRoom {
  readonly hashes: Int32Array
  readonly starts: Int32Array
  readonly ends: Int32Array
}

/** Room for the keys of one scan: depth × PAIRWISE_MAX bounds what is open at once. */
export function keyRoom(depthMax: number): KeyRoom {
  const size = (depthMax + 1) * (PAIRWISE_MAX + 1)
  return { hashes: new Int32Array(size), starts: new Int32Array(size), ends: new Int32Array(size) }
}

function addName(names: Set<string>, name: string): boolean {
  if (names.has(name)) return false
  names.add(name)
  return true
}
