import { namesOf, type Epochs } from './calibration/epochs.ts'
import type { ComparedQuestion, Engine, PairVerdict } from './engine.ts'
import type { VectorIndex } from './vectors/vector-index.ts'
import { entryBytes } from './semantic-entry.ts'
import type { SemanticEntry } from './semantic-entry.ts'

/** A kept question with all that finds it. */
export interface Kept<Q> {
  readonly entry: SemanticEntry
  readonly question: Q
  /** Its partition in its epoch. */
  readonly cell: string
  readonly slot: number
  readonly embeddedSlot: number | undefined
}

/** What a question is looked for by: its words' vector, or the embedder's. */
export interface QueryVector {
  readonly of: 'words' | 'embedder'
  readonly vector: Int8Array
}

/** A question on its way in. */
export interface Keeping<Q extends ComparedQuestion> {
  readonly entry: SemanticEntry
  readonly question: Q
  /** Of the operator's embedder, where it was asked. */
  readonly embedding?: Int8Array | undefined
}

/** What the questions of a cache are kept in; the clock is milliseconds since 1970. */
export interface KeptParts<Q extends ComparedQuestion> extends Pick<
  Engine<Q, PairVerdict>,
  'encode' | 'words' | 'embedded'
> {
  readonly epochs: Epochs
  readonly entriesMax: number
  readonly now: () => number
}

/** Candidates that are looked at: the best by cosine. */
export const CANDIDATES = 8
/** Searches of one lookup, each without the dead that the one before it found. */
const ROUNDS_MAX = 4
/** Of those that were used longest ago, how many a lookup looks at whether they have died. */
const EXPIRED_AT_ONCE = 64

/** Kept questions by id, by canonical form and by likeness, bounded; the one that served longest ago goes first. */
export class KeptQuestions<Q extends ComparedQuestion> {
  readonly #parts: KeptParts<Q>
  readonly #words: VectorIndex
  readonly #embedded: VectorIndex | undefined
  /** In the order in which they were kept or last served. */
  readonly #byId = new Map<string, Kept<Q>>()
  readonly #bySlot = new Map<number, Kept<Q>>()
  readonly #byEmbeddedSlot = new Map<number, Kept<Q>>()
  readonly #byCanonical = new Map<string, Kept<Q>>()
  #bytes = 0

  constructor(parts: KeptParts<Q>) {
    this.#parts = parts
    this.#words = parts.words((slot) => this.#dropAt(this.#bySlot, slot))
    this.#embedded = parts.embedded?.((slot) => this.#dropAt(this.#byEmbeddedSlot, slot))
  }

  get size(): number {
    return this.#byId.size
  }

  /** Entries and vectors. */
  get bytes(): number {
    return this.#bytes + this.#words.bytes + (this.#embedded?.bytes ?? 0)
  }

  /** Whether candidates come from the operator's embedder. */
  get isEmbedded(): boolean {
    return this.#embedded !== undefined
  }

  get(id: string): Kept<Q> | undefined {
    const kept = this.#byId.get(id)
    return kept !== undefined && this.isLive(kept) ? kept : undefined
  }

  /** The question of the same canonical form in a partition. */
  same(place: Place, question: Q): Kept<Q> | undefined {
    const kept = this.#byCanonical.get(canonicalKey(cellOf(place), question))
    return kept !== undefined && this.isLive(kept) ? kept : undefined
  }

  /**
   * The nearest live ones of a partition, best first; those that have died are taken out, and make room for others. A lookup takes out
   * few: where very many have died at once, it may miss a live one behind them.
   */
  nearest(place: Place, { of, vector }: QueryVector): readonly Kept<Q>[] {
    this.#dropExpired()
    const [vectors, bySlot] =
      of === 'words' ? [this.#words, this.#bySlot] : [this.#embedded, this.#byEmbeddedSlot]
    const cell = cellOf(place)
    for (let round = 1; ; round++) {
      const near = (vectors?.search(cell, vector, CANDIDATES) ?? []).flatMap(
        ({ slot }) => bySlot.get(slot) ?? [],
      )
      const live = near.filter((kept) => this.isLive(kept))
      if (live.length === near.length || round === ROUNDS_MAX) return live
      for (const kept of near) if (!live.includes(kept)) this.drop(kept)
    }
  }

  isLive({ entry }: Pick<Kept<Q>, 'entry'>): boolean {
    return entry.expiresAtMs > this.#parts.now() && entry.epoch === this.#parts.epochs.of(entry.scope)
  }

  /** Counts one as just used: others give way before it. */
  touch(kept: Kept<Q>): void {
    this.#byId.delete(kept.entry.id)
    this.#byId.set(kept.entry.id, kept)
    this.#words.touch(kept.slot)
    if (kept.embeddedSlot !== undefined) this.#embedded?.touch(kept.embeddedSlot)
  }

  /** Takes one in, in the place of one of the same form; `false` for one that was asked for before a purge. */
  take({ entry, question, embedding }: Keeping<Q>): boolean {
    if (!this.isLive({ entry })) return false
    const cell = cellOf(entry)
    const canonical = canonicalKey(cell, question)
    for (const old of [this.#byCanonical.get(canonical), this.#byId.get(entry.id)])
      if (old !== undefined) this.drop(old)
    const slot = this.#words.add(cell, this.#parts.encode(question))
    const embeddedSlot = embedding === undefined ? undefined : this.#embedded?.add(cell, embedding)
    const kept = { entry, question, cell, slot, embeddedSlot }
    this.#byId.set(entry.id, kept)
    this.#bySlot.set(slot, kept)
    if (embeddedSlot !== undefined) this.#byEmbeddedSlot.set(embeddedSlot, kept)
    this.#byCanonical.set(canonical, kept)
    this.#bytes += entryBytes(entry)
    this.#evict()
    return true
  }

  drop(kept: Kept<Q>): void {
    const { entry, question, cell, slot, embeddedSlot } = kept
    if (this.#byId.get(entry.id) !== kept) return
    this.#byId.delete(entry.id)
    this.#bySlot.delete(slot)
    this.#words.remove(slot)
    if (embeddedSlot !== undefined) {
      this.#byEmbeddedSlot.delete(embeddedSlot)
      this.#embedded?.remove(embeddedSlot)
    }
    const canonical = canonicalKey(cell, question)
    if (this.#byCanonical.get(canonical) === kept) this.#byCanonical.delete(canonical)
    this.#bytes -= entryBytes(entry)
  }

  /** Those that were kept or served last, of a scope or of all. */
  newest(count: number, scope: string | undefined): readonly Kept<Q>[] {
    const found: Kept<Q>[] = []
    for (const kept of [...this.#byId.values()].reverse()) {
      if (found.length === count) break
      if ((scope === undefined || namesOf(kept.entry.scope).includes(scope)) && this.isLive(kept))
        found.push(kept)
    }
    return found
  }

  clear(): void {
    for (const kept of this.#byId.values()) this.drop(kept)
  }

  #dropAt(bySlot: ReadonlyMap<number, Kept<Q>>, slot: number): void {
    const kept = bySlot.get(slot)
    if (kept !== undefined) this.drop(kept)
  }

  /** What has died is mostly what was used longest ago. */
  #dropExpired(): void {
    let looked = 0
    for (const kept of this.#byId.values()) {
      if (looked++ === EXPIRED_AT_ONCE || this.isLive(kept)) return
      this.drop(kept)
    }
  }

  #evict(): void {
    for (const kept of this.#byId.values()) {
      if (this.#byId.size <= this.#parts.entriesMax) return
      this.drop(kept)
    }
  }
}

/** Where questions are looked for: a purge gives a scope other places, and what is in the old ones is searched no more. */
export type Place = Pick<SemanticEntry, 'partition' | 'epoch'>

const cellOf = ({ partition, epoch }: Place): string => `${epoch}:${partition}`

const canonicalKey = (cell: string, { canonical }: ComparedQuestion): string => `${cell}\n${canonical}`
