import { cosine } from './encoder/cosine.ts'
import type { Epochs } from './calibration/epochs.ts'
import { createQuarantine, pairOf } from './calibration/quarantine.ts'
import type { ComparedQuestion, Engine, MeasuredErrors, PairVerdict } from './engine.ts'
import type { Finding, MissReason, SemanticHit } from './finding.ts'
import { KeptQuestions } from './kept-questions.ts'
import type { Keeping, Kept, QueryVector } from './kept-questions.ts'
import type { Asked, CacheChange, Help, Measured, SemanticCache, SemanticFigures } from './semantic-cache.ts'

/** What a cache is made of; the clock is milliseconds since 1970. */
export interface SemanticParts<Q extends ComparedQuestion, V extends PairVerdict> {
  readonly engine: Engine<Q, V>
  readonly epochs: Epochs
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

/** Hits that are remembered for what may be said of them. */
const SERVED_MAX = 10_000

interface Served extends Pick<SemanticHit, 'bucket' | 'isJudged'> {
  /** Of the two questions. */
  readonly pair: string
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
  readonly #kept: KeptQuestions<Q>
  readonly #served = new Map<string, Served>()
  readonly #quarantine = createQuarantine()
  readonly #told = new Set<(change: CacheChange) => void>()

  constructor(parts: SemanticParts<Q, V>) {
    this.#parts = parts
    const { entriesMax, now, epochs, engine } = parts
    this.#kept = new KeptQuestions({ ...engine, epochs, entriesMax, now })
  }

  async find(asked: Asked<Q>, help: Help = {}): Promise<Finding> {
    const vector = this.#parts.engine.encode(asked.question)
    const same = this.#kept.same(asked, asked.question)
    const found = same === undefined ? undefined : this.#weigh(asked, vector, same)
    if (found !== undefined && this.#obstacle(asked, found) === undefined)
      return this.#hit('canonical', found, false)
    const query = this.#kept.isEmbedded ? await embedded(asked, help) : ({ of: 'words', vector } as const)
    if (query === undefined) return { kind: 'miss', why: 'slow' }
    const near = this.#kept.nearest(asked, query).map((kept) => this.#weigh(asked, vector, kept))
    return this.#decide(asked, help, near)
  }

  keep(keeping: Keeping<Q>): void {
    const { entry, embedding } = keeping
    if (this.#kept.take(keeping)) this.#tell({ kind: 'kept', entry, embedding })
  }

  newest(count: number, scope?: string): readonly Kept<Q>[] {
    return this.#kept.newest(count, scope)
  }

  remove(id: string): boolean {
    const kept = this.#kept.get(id)
    if (kept === undefined) return false
    this.#kept.drop(kept)
    this.#tell({ kind: 'removed', id })
    return true
  }

  served(requestId: string, { entry, bucket, isJudged }: SemanticHit, asked: Asked<Q>): void {
    const kept = this.#kept.get(entry.id)
    if (kept === undefined) return
    this.#served.set(requestId, { pair: pairIn(asked, kept), bucket, isJudged })
    this.#measuresOf(isJudged).served(bucket)
    for (const oldest of this.#served.keys()) {
      if (this.#served.size <= SERVED_MAX) return
      this.#served.delete(oldest)
    }
  }

  learn(requestId: string, what: Measured['what']): boolean {
    const served = this.#served.get(requestId)
    if (served === undefined) return false
    if (what === 'reported') this.#served.delete(requestId)
    const { bucket, isJudged, pair } = served
    this.#measure({ bucket, isJudged, what })
    this.#tell({ kind: 'measured', bucket, isJudged, what })
    if (what === 'right') return true
    this.#quarantine.add(pair)
    this.#tell({ kind: 'quarantined', pair })
    return true
  }

  follow(tell: (change: CacheChange) => void): () => void {
    this.#told.add(tell)
    return () => void this.#told.delete(tell)
  }

  apply(change: CacheChange): void {
    switch (change.kind) {
      case 'kept': {
        const question = this.#parts.read(change.entry.text)
        if (question !== undefined) this.#kept.take({ ...change, question })
        return
      }
      case 'removed': {
        const kept = this.#kept.get(change.id)
        if (kept !== undefined) this.#kept.drop(kept)
        return
      }
      case 'purged':
        return this.#parts.epochs.merge(change.epochs)
      case 'quarantined':
        return this.#quarantine.add(change.pair)
      case 'measured':
        return this.#measure(change)
    }
  }

  forget(): void {
    this.#kept.clear()
  }

  figures(): SemanticFigures {
    return { entries: this.#kept.size, bytes: this.#kept.bytes, quarantined: this.#quarantine.size }
  }

  // -------------------------------------------------------------------------------------------- deciding

  /** The score is always that of the words: what was measured of pairs was measured by it, whoever proposed them. */
  #weigh({ question }: Asked<Q>, vector: Int8Array, kept: Kept<Q>): Weighed<Q, V> {
    const { encode, verify, bucketOf } = this.#parts.engine
    const score = cosine(vector, encode(kept.question))
    const verdict = verify(question, kept.question)
    return { kept, score, verdict, bucket: bucketOf(verdict, score) }
  }

  async #decide(asked: Asked<Q>, help: Help, near: readonly Weighed<Q, V>[]): Promise<Finding> {
    const obstacles = near.map((each) => this.#obstacle(asked, each))
    const first = near[obstacles.indexOf(undefined)]
    if (first !== undefined) return this.#hit('semantic', first, false)
    const grey = near.find((each) => this.#mayBeJudged(asked, each))
    if (grey === undefined || help.judge === undefined) return missed(obstacles[0] ?? 'none', near)
    const isSame = await help.judge(asked.question.text, grey.kept.entry.text)
    return isSame === true && this.#kept.isLive(grey.kept)
      ? this.#hit('semantic', grey, true)
      : { kind: 'miss', why: 'judged' }
  }

  /** What keeps a candidate from being a hit by itself. Another's very words need no measure. */
  #obstacle(asked: Asked<Q>, weighed: Weighed<Q, V>): MissReason | undefined {
    const { kept, verdict } = weighed
    if (this.#isQuarantined(asked, weighed)) return 'quarantined'
    if (kept.entry.text === asked.question.text) return undefined
    if (verdict.kind === 'reject') return 'refused'
    if (verdict.kind === 'grey') return 'grey'
    return this.#isSure(asked, weighed) ? undefined : 'confidence'
  }

  #mayBeJudged(asked: Asked<Q>, weighed: Weighed<Q, V>): boolean {
    return (
      weighed.verdict.kind === 'grey' && !this.#isQuarantined(asked, weighed) && this.#isSure(asked, weighed)
    )
  }

  /** Whether such pairs were seldom enough wrong. */
  #isSure({ maxError, confidence }: Asked<Q>, { verdict, bucket }: Weighed<Q, V>): boolean {
    const measured = this.#measuredOf(verdict)
    return measured.mayServe(bucket, maxError) && measured.confidenceOf(bucket) >= confidence
  }

  #isQuarantined(asked: Asked<Q>, { kept }: Weighed<Q, V>): boolean {
    return this.#quarantine.has(pairIn(asked, kept))
  }

  #measuredOf({ kind }: V): MeasuredErrors {
    return this.#measuresOf(kind === 'grey')
  }

  #measuresOf(isJudged: boolean): MeasuredErrors {
    const { accepted, judged } = this.#parts.engine
    return isJudged ? judged : accepted
  }

  #measure({ bucket, isJudged, what }: Measured): void {
    const measures = this.#measuresOf(isJudged)
    if (what === 'reported') measures.reported(bucket)
    else measures.record(bucket, what === 'wrong')
  }

  #hit(layer: SemanticHit['layer'], weighed: Weighed<Q, V>, isJudged: boolean): SemanticHit {
    const { kept, score, bucket, verdict } = weighed
    this.#kept.touch(kept)
    const confidence = this.#measuredOf(verdict).confidenceOf(bucket)
    return { kind: 'hit', entry: kept.entry, layer, score, confidence, bucket, isJudged }
  }

  #tell(change: CacheChange): void {
    for (const tell of this.#told) tell(change)
  }
}

async function embedded<Q extends ComparedQuestion>(
  { question }: Asked<Q>,
  { embed }: Help,
): Promise<QueryVector | undefined> {
  const vector = await embed?.(question.text)
  return vector === undefined ? undefined : { of: 'embedder', vector }
}

function missed(why: MissReason, [nearest]: readonly Weighed<unknown, PairVerdict>[]): Finding {
  return nearest === undefined || why !== 'refused'
    ? { kind: 'miss', why }
    : { kind: 'miss', why, rule: nearest.verdict.rule }
}

const pairIn = <Q extends ComparedQuestion>(
  { partition, question }: Pick<Asked<Q>, 'partition' | 'question'>,
  kept: Pick<Kept<Q>, 'question'>,
): string => pairOf(partition, question.canonical, kept.question.canonical)
