import type { ComparedQuestion, Engine, PairVerdict } from './engine.ts'
import type { Finding, MissReason } from './finding.ts'
import { entryBytes } from './semantic-entry.ts'
import type { SemanticEntry } from './semantic-entry.ts'

/** A question that looks for an answer. */
export interface Asked<Q extends ComparedQuestion> {
  /** Hash of all that a hit may never cross. */
  readonly partition: string
  /** Whom entries are shared with. */
  readonly scope: string
  readonly question: Q
  /** The least confidence that the policy, or the caller, takes: 0..1. */
  readonly confidence: number
  /** The share of wrong hits that the policy lets a kind of pair have: 0..1. */
  readonly maxError: number
}

/** What may help a lookup along, where the operator has it; each resolves `undefined` when it fails or is too slow, and never rejects. */
export interface Help {
  /** The question's vector by the operator's embedder, of unit length, times 127. */
  readonly embed?: (text: string) => Promise<Int8Array | undefined>
  /** Whether one answer serves both, as the policy's judge sees it. */
  readonly judge?: (asked: string, kept: string) => Promise<boolean | undefined>
}

/** A question whose answer is to be kept. */
export interface Keeping<Q extends ComparedQuestion> {
  readonly entry: SemanticEntry
  readonly question: Q
  /** Of the operator's embedder, where it was asked. */
  readonly embedding?: Int8Array | undefined
}

/** A change of the cache that other machines must hear of. */
export type CacheChange =
  | { readonly kind: 'kept'; readonly entry: SemanticEntry; readonly embedding?: Int8Array | undefined }
  | { readonly kind: 'removed'; readonly id: string }
  | { readonly kind: 'purged'; readonly scope: string | undefined; readonly atMs: number }
  | { readonly kind: 'quarantined'; readonly pair: string }

/** How full the cache is, and how it fares. */
export interface SemanticFigures {
  readonly entries: number
  /** Vectors and entries, answers aside. */
  readonly bytes: number
  readonly quarantined: number
}

/** One candidate as `explain` shows it. */
export interface Candidate {
  readonly entry: SemanticEntry
  readonly score: number
  readonly verdict: PairVerdict
  readonly bucket: string
  readonly confidence: number
  readonly isQuarantined: boolean
}

/** The layers above the exact one: which kept questions a question may share the answer of. It holds no answers. */
export interface SemanticCache<Q extends ComparedQuestion = ComparedQuestion> {
  /** Looks for an entry whose answer serves; never rejects. */
  readonly find: (asked: Asked<Q>, help?: Help) => Promise<Finding>
  /** The nearest entries of a partition with all that decides of them, best first. */
  readonly explain: (asked: Pick<Asked<Q>, 'partition' | 'scope' | 'question'>) => readonly Candidate[]
  /** Takes a question in whose answer is stored; one of the same canonical form gives way. */
  readonly keep: (keeping: Keeping<Q>) => void
  readonly entryOf: (id: string) => SemanticEntry | undefined
  /** Takes an entry out; `false` where there is none. */
  readonly remove: (id: string) => boolean
  /** Lets nothing that was kept before now be found in a scope, or in any: at once, whatever their number. */
  readonly purge: (scope?: string) => void
  /** Lets this pair never be a hit again. */
  readonly quarantine: (askedCanonical: string, id: string) => void
  /** Told of every change made here; returns what ends that. */
  readonly follow: (tell: (change: CacheChange) => void) => () => void
  /** Takes in a change that was made elsewhere: nobody is told of it. */
  readonly apply: (change: CacheChange) => void
  readonly figures: () => SemanticFigures
}

/** What a cache is made of; the clock is milliseconds since 1970. */
export interface SemanticParts<Q extends ComparedQuestion, V extends PairVerdict> {
  readonly engine: Engine<Q, V>
  /** Reads a kept question again, as another machine brought it. */
  readonly read: (text: string) => Q | undefined
  readonly entriesMax: number
  readonly now: () => number
}

/** Makes an empty cache. */
export function createSemanticCache<Q extends ComparedQuestion, V extends PairVerdict>(
  parts: SemanticParts<Q, V>,
): SemanticCache<Q> {
  return new Semantic(parts)
}

/** Candidates that are looked at: the best by cosine. */
const CANDIDATES = 8

interface Kept<Q> {
  readonly entry: SemanticEntry
  readonly question: Q
  /** Its partition as of the purges before it was kept. */
  readonly cell: string
  readonly slot: number
  readonly embeddedSlot: number | undefined
}

/** What the verifier and the measured errors say of one candidate. */
interface Weighed<Q, V> {
  readonly kept: Kept<Q>
  readonly score: number
  readonly verdict: V
  readonly bucket: string
}

class Semantic<Q extends ComparedQuestion, V extends PairVerdict> implements SemanticCache<Q> {
  readonly #parts: SemanticParts<Q, V>
  /** In the order in which they were kept or last answered: the first goes first. */
  readonly #byId = new Map<string, Kept<Q>>()
  readonly #bySlot = new Map<number, Kept<Q>>()
  readonly #byEmbeddedSlot = new Map<number, Kept<Q>>()
  readonly #byCanonical = new Map<string, Kept<Q>>()
  readonly #purges = new Map<string | undefined, number>()
  readonly #quarantined = new Set<string>()
  readonly #told = new Set<(change: CacheChange) => void>()
  #bytes = 0

  constructor(parts: SemanticParts<Q, V>) {
    this.#parts = parts
  }

  async find(asked: Asked<Q>, help: Help = {}): Promise<Finding> {
    const same = this.#byCanonical.get(canonicalKey(this.#cellOf(asked), asked.question))
    const found = same === undefined ? undefined : this.#weigh(asked, same)
    if (found !== undefined && this.#obstacle(asked, found) === undefined)
      return this.#hit('canonical', found, false)
    const vector = await this.#vectorOf(asked, help)
    if (vector === undefined) return { kind: 'miss', why: 'slow' }
    return this.#decide(asked, help, this.#candidates(asked, vector))
  }

  explain(asked: Pick<Asked<Q>, 'partition' | 'scope' | 'question'>): readonly Candidate[] {
    const { engine } = this.#parts
    const near = this.#candidates(asked, { of: 'words', vector: engine.encode(asked.question) })
    return near.map(({ kept: { entry }, score, verdict, bucket }) => ({
      entry,
      score,
      verdict,
      bucket,
      confidence: engine.calibration.confidenceOf(bucket),
      isQuarantined: this.#quarantined.has(pairOf(asked.question.canonical, entry.id)),
    }))
  }

  keep(keeping: Keeping<Q>): void {
    this.#take(keeping)
    const { entry, embedding } = keeping
    this.#tell({ kind: 'kept', entry, embedding })
  }

  entryOf(id: string): SemanticEntry | undefined {
    const kept = this.#byId.get(id)
    return kept !== undefined && this.#isLive(kept) ? kept.entry : undefined
  }

  remove(id: string): boolean {
    const kept = this.#byId.get(id)
    if (kept === undefined) return false
    this.#drop(kept)
    this.#tell({ kind: 'removed', id })
    return true
  }

  purge(scope?: string): void {
    this.#purge(scope)
    this.#tell({ kind: 'purged', scope, atMs: this.#parts.now() })
  }

  quarantine(askedCanonical: string, id: string): void {
    const pair = pairOf(askedCanonical, id)
    this.#quarantined.add(pair)
    this.#tell({ kind: 'quarantined', pair })
  }

  follow(tell: (change: CacheChange) => void): () => void {
    this.#told.add(tell)
    return () => void this.#told.delete(tell)
  }

  apply(change: CacheChange): void {
    switch (change.kind) {
      case 'kept': {
        const question = this.#parts.read(change.entry.text)
        if (question !== undefined) this.#take({ ...change, question })
        return
      }
      case 'removed': {
        const kept = this.#byId.get(change.id)
        if (kept !== undefined) this.#drop(kept)
        return
      }
      case 'purged':
        return this.#purge(change.scope)
      case 'quarantined':
        return void this.#quarantined.add(change.pair)
    }
  }

  figures(): SemanticFigures {
    const { index, embedded } = this.#parts.engine
    const bytes = this.#bytes + index.bytes + (embedded?.bytes ?? 0)
    return { entries: this.#byId.size, bytes, quarantined: this.#quarantined.size }
  }

  // -------------------------------------------------------------------------------------------- looking

  async #vectorOf({ question }: Asked<Q>, { embed }: Help): Promise<QueryVector | undefined> {
    const { engine } = this.#parts
    if (engine.embedded === undefined) return { of: 'words', vector: engine.encode(question) }
    const vector = await embed?.(question.text)
    return vector === undefined ? undefined : { of: 'embedder', vector }
  }

  /** The nearest live entries; those that have died are taken out, and make room for others. */
  #candidates(
    asked: Pick<Asked<Q>, 'partition' | 'scope' | 'question'>,
    query: QueryVector,
  ): readonly Weighed<Q, V>[] {
    const near = this.#nearest(this.#cellOf(asked), query)
    const dead = near.filter((kept) => !this.#isLive(kept))
    dead.forEach((kept) => this.#drop(kept))
    if (dead.length > 0) return this.#candidates(asked, query)
    return near.map((kept) => this.#weigh(asked, kept))
  }

  #nearest(cell: string, { of, vector }: QueryVector): readonly Kept<Q>[] {
    const { index, embedded } = this.#parts.engine
    const [vectors, bySlot] = of === 'words' ? [index, this.#bySlot] : [embedded, this.#byEmbeddedSlot]
    const found = vectors?.search(cell, vector, CANDIDATES) ?? []
    return found.flatMap(({ slot }) => bySlot.get(slot) ?? [])
  }

  /** The score is always that of the words: what was measured of pairs was measured by it, whoever proposed them. */
  #weigh({ question }: Pick<Asked<Q>, 'question'>, kept: Kept<Q>): Weighed<Q, V> {
    const { encode, verify, bucketOf } = this.#parts.engine
    const score = cosine(encode(question), encode(kept.question))
    const verdict = verify(question, kept.question)
    return { kept, score, verdict, bucket: bucketOf(verdict, score) }
  }

  async #decide(asked: Asked<Q>, help: Help, near: readonly Weighed<Q, V>[]): Promise<Finding> {
    let why: MissReason = 'none'
    for (const each of near) {
      const obstacle = this.#obstacle(asked, each)
      if (obstacle === undefined) return this.#hit('semantic', each, false)
      if (why === 'none') why = obstacle
    }
    const grey = near.find((each) => each.verdict.kind === 'grey' && !this.#isQuarantined(asked, each))
    if (grey === undefined || help.judge === undefined) return missed(why, near)
    const isSame = await help.judge(asked.question.text, grey.kept.entry.text)
    return isSame === true && this.#isLive(grey.kept)
      ? this.#hit('semantic', grey, true)
      : { kind: 'miss', why: 'judged' }
  }

  /** What keeps a candidate from being a hit by itself. */
  #obstacle(asked: Asked<Q>, weighed: Weighed<Q, V>): MissReason | undefined {
    const { calibration } = this.#parts.engine
    const { kept, verdict, bucket } = weighed
    if (!this.#isLive(kept)) return 'gone'
    if (kept.entry.text === asked.question.text) return undefined
    if (this.#isQuarantined(asked, weighed)) return 'quarantined'
    if (verdict.kind === 'reject') return 'refused'
    if (verdict.kind === 'grey') return 'grey'
    const isSure =
      calibration.mayServe(bucket, asked.maxError) && calibration.confidenceOf(bucket) >= asked.confidence
    return isSure ? undefined : 'confidence'
  }

  #isQuarantined({ question }: Asked<Q>, { kept }: Weighed<Q, V>): boolean {
    return this.#quarantined.has(pairOf(question.canonical, kept.entry.id))
  }

  #hit(layer: 'canonical' | 'semantic', { kept, score, bucket }: Weighed<Q, V>, isJudged: boolean): Finding {
    const { entry } = kept
    this.#byId.delete(entry.id)
    this.#byId.set(entry.id, kept)
    const confidence = this.#parts.engine.calibration.confidenceOf(bucket)
    return { kind: 'hit', entry, layer, score, confidence, bucket, isJudged }
  }

  // -------------------------------------------------------------------------------------------- keeping

  #cellOf({ partition, scope }: Pick<Asked<Q>, 'partition' | 'scope'>): string {
    return `${this.#purges.get(undefined) ?? 0}.${this.#purges.get(scope) ?? 0}:${partition}`
  }

  #isLive({ entry, cell }: Kept<Q>): boolean {
    return entry.expiresAtMs > this.#parts.now() && cell === this.#cellOf(entry)
  }

  #purge(scope: string | undefined): void {
    this.#purges.set(scope, (this.#purges.get(scope) ?? 0) + 1)
  }

  #take({ entry, question, embedding }: Keeping<Q>): void {
    const { engine } = this.#parts
    const cell = this.#cellOf(entry)
    const canonical = canonicalKey(cell, question)
    for (const old of [this.#byCanonical.get(canonical), this.#byId.get(entry.id)])
      if (old !== undefined) this.#drop(old)
    const slot = engine.index.add(cell, engine.encode(question))
    const embeddedSlot = embedding === undefined ? undefined : engine.embedded?.add(cell, embedding)
    const kept = { entry, question, cell, slot, embeddedSlot }
    this.#byId.set(entry.id, kept)
    this.#bySlot.set(slot, kept)
    if (embeddedSlot !== undefined) this.#byEmbeddedSlot.set(embeddedSlot, kept)
    this.#byCanonical.set(canonical, kept)
    this.#bytes += entryBytes(entry)
    this.#evict()
  }

  #evict(): void {
    for (const kept of this.#byId.values()) {
      if (this.#byId.size <= this.#parts.entriesMax) return
      this.#drop(kept)
    }
  }

  #drop(kept: Kept<Q>): void {
    const { entry, question, cell, slot, embeddedSlot } = kept
    if (this.#byId.get(entry.id) !== kept) return
    this.#byId.delete(entry.id)
    this.#bySlot.delete(slot)
    this.#parts.engine.index.remove(slot)
    if (embeddedSlot !== undefined) {
      this.#byEmbeddedSlot.delete(embeddedSlot)
      this.#parts.engine.embedded?.remove(embeddedSlot)
    }
    const canonical = canonicalKey(cell, question)
    if (this.#byCanonical.get(canonical) === kept) this.#byCanonical.delete(canonical)
    this.#bytes -= entryBytes(entry)
  }

  #tell(change: CacheChange): void {
    for (const tell of this.#told) tell(change)
  }
}

interface QueryVector {
  readonly of: 'words' | 'embedder'
  readonly vector: Int8Array
}

function missed(why: MissReason, near: readonly Weighed<unknown, PairVerdict>[]): Finding {
  const [first] = near
  return first === undefined || why !== 'refused'
    ? { kind: 'miss', why }
    : { kind: 'miss', why, rule: first.verdict.rule }
}

const canonicalKey = (cell: string, { canonical }: ComparedQuestion): string => `${cell}\n${canonical}`

const pairOf = (askedCanonical: string, id: string): string => `${id}\n${askedCanonical}`

/** Cosine of two vectors of unit length, times 127. */
function cosine(a: Int8Array, b: Int8Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return Math.min(1, Math.max(0, sum / (127 * 127)))
}
