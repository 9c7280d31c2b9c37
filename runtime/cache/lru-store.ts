/** What keyv hands to a store when it serialises nothing. */
interface Stored {
  readonly value?: { readonly body: Buffer }
  readonly expires?: number | undefined
}

/** What an entry costs beside its body: key, object, map slot. */
const overheadBytes = 512

/**
 * A store for keyv, in memory and bounded by bytes: what was used longest ago goes first, and an answer larger than an eighth of the whole is not taken in,
 * since it would push out everything else. Relies on a Map keeping insertion order.
 */
export class LruStore {
  readonly #bytesMax: number
  readonly #entries = new Map<string, Stored>()
  #bytes = 0

  constructor(bytesMax: number) {
    this.#bytesMax = bytesMax
  }

  /** Bytes held now, overhead included. */
  get bytes(): number {
    return this.#bytes
  }

  get size(): number {
    return this.#entries.size
  }

  get(key: string): Stored | undefined {
    const entry = this.#entries.get(key)
    if (entry === undefined) return undefined
    this.#entries.delete(key)
    this.#entries.set(key, entry)
    return entry
  }

  set(key: string, entry: Stored): boolean {
    this.delete(key)
    const bytes = bytesOf(entry)
    if (bytes > this.#bytesMax / 8) return false
    this.#entries.set(key, entry)
    this.#bytes += bytes
    this.#evict()
    return true
  }

  delete(key: string): boolean {
    const entry = this.#entries.get(key)
    if (entry === undefined) return false
    this.#bytes -= bytesOf(entry)
    return this.#entries.delete(key)
  }

  clear(): void {
    this.#entries.clear()
    this.#bytes = 0
  }

  #evict(): void {
    for (const key of this.#entries.keys()) {
      if (this.#bytes <= this.#bytesMax) return
      this.delete(key)
    }
  }
}

function bytesOf(entry: Stored): number {
  return overheadBytes + (entry.value?.body.length ?? 0)
}
