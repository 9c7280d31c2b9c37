/** A question as the cache compares it. */
export interface ComparedQuestion {
  readonly text: string
  /** Equal for questions that the verifier takes for the same. */
  readonly canonical: string
}

/** What the verifier says of a pair. */
export interface PairVerdict {
  readonly kind: 'accept' | 'reject' | 'grey'
  /** The row that decided. */
  readonly rule: string
  /** Words of either that the other does not explain. */
  readonly unexplained: number
}

/** What compares questions: each part is pure, or an index of its own. */
export interface Engine<Q extends ComparedQuestion, V extends PairVerdict> {
  /** The direction of a question: of unit length, times 127. */
  readonly encode: (question: Q) => Int8Array
  readonly verify: (asked: Q, kept: Q) => V
  /** Which measured kind of pair this is. */
  readonly bucketOf: (verdict: V, score: number) => string
  /** Makes the index of words' vectors; told is of each slot that gives way to a new one. */
  readonly words: (evicted: (slot: number) => void) => Vectors
  /** The same for the vectors of the operator's embedder, where there is one. */
  readonly embedded: ((evicted: (slot: number) => void) => Vectors) | undefined
  /** Of pairs that the verifier accepts. */
  readonly accepted: MeasuredErrors
  /** Of pairs that it leaves open and a judge accepts. */
  readonly judged: MeasuredErrors
}

/** Vectors by partition: what an entry is found by. */
export interface Vectors {
  readonly add: (partition: string, vector: Int8Array) => number
  readonly remove: (slot: number) => void
  /** Counts a slot as just used: others give way before it. */
  readonly touch: (slot: number) => void
  /** By cosine, best first. */
  readonly search: (
    partition: string,
    vector: Int8Array,
    count: number,
  ) => readonly { readonly slot: number; readonly score: number }[]
  readonly bytes: number
  readonly size: number
}

/** What was measured of each kind of pair. */
export interface MeasuredErrors {
  readonly mayServe: (bucket: string, maxError: number) => boolean
  /** 1 less the 95% upper bound of its error. */
  readonly confidenceOf: (bucket: string) => number
  /** Takes in one hit that was compared with a fresh answer. */
  readonly record: (bucket: string, isWrong: boolean) => void
  /** Counts a hit. */
  readonly served: (bucket: string) => void
  /** Takes in somebody's word that a hit was wrong. */
  readonly reported: (bucket: string) => void
}
