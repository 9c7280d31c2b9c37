import type { Calibration } from './calibration/calibration.ts'
import type { VectorIndex } from './vectors/vector-index.ts'

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
  readonly words: (evicted: (slot: number) => void) => VectorIndex
  /** The same for the vectors of the operator's embedder, where there is one. */
  readonly embedded: ((evicted: (slot: number) => void) => VectorIndex) | undefined
  /** Of pairs that the verifier accepts. */
  readonly accepted: MeasuredErrors
  /** Of pairs that it leaves open and a judge accepts. */
  readonly judged: MeasuredErrors
}

/** What was measured of each kind of pair. */
export type MeasuredErrors = Omit<Calibration, 'snapshot' | 'restore'>
