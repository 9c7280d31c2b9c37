import type { EpochsSnapshot } from './calibration/epochs.ts'
import type { ComparedQuestion } from './engine.ts'
import type { Finding, SemanticHit } from './finding.ts'
import type { Keeping, Kept } from './kept-questions.ts'
import type { SemanticEntry } from './semantic-entry.ts'

/** A question that looks for an answer. */
export interface Asked<Q extends ComparedQuestion> {
  /** Hash of all that a hit may never cross. */
  readonly partition: string
  /** The epoch of its scope. */
  readonly epoch: string
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

/** A change of the cache that other machines must hear of. */
export type CacheChange =
  | { readonly kind: 'kept'; readonly entry: SemanticEntry; readonly embedding?: Int8Array | undefined }
  | { readonly kind: 'removed'; readonly id: string }
  | { readonly kind: 'purged'; readonly epochs: EpochsSnapshot }
  | { readonly kind: 'quarantined'; readonly pair: string }
  | ({ readonly kind: 'measured' } & Measured)

/** A hit that was compared with a fresh answer, or that somebody says was wrong. */
export interface Measured {
  readonly bucket: string
  readonly isJudged: boolean
  readonly what: 'right' | 'wrong' | 'reported'
}

/** How full the cache is, and how it fares. */
export interface SemanticFigures {
  readonly entries: number
  /** Vectors and entries, answers aside. */
  readonly bytes: number
  readonly quarantined: number
}

/** The layers above the exact one: which kept questions a question may share the answer of. It holds no answers. */
export interface SemanticCache<Q extends ComparedQuestion = ComparedQuestion> {
  /** Looks for an entry whose answer serves; never rejects. */
  readonly find: (asked: Asked<Q>, help?: Help) => Promise<Finding>
  /** Takes a question in whose answer is stored; one of the same canonical form gives way. */
  readonly keep: (keeping: Keeping<Q>) => void
  /** The newest or last served entries with their questions, of a scope or of all. */
  readonly newest: (count: number, scope?: string) => readonly Pick<Kept<Q>, 'entry' | 'question'>[]
  /** Takes an entry out; `false` where there is none. */
  readonly remove: (id: string) => boolean
  /** Remembers which hit a request was answered with, so that what is said of it later can be counted. */
  readonly served: (requestId: string, hit: SemanticHit, asked: Asked<Q>) => void
  /**
   * Counts what is known of a served hit: how it compared with a fresh answer, or that somebody says it was wrong. A wrong pair is
   * never a hit again. `false` where no such hit is remembered.
   */
  readonly learn: (requestId: string, what: Measured['what']) => boolean
  /** Told of every change made here; returns what ends that. */
  readonly follow: (tell: (change: CacheChange) => void) => () => void
  /** Takes in a change that was made elsewhere: nobody is told of it. */
  readonly apply: (change: CacheChange) => void
  /** Drops every entry; what was measured and quarantined stays. Nobody is told of it. */
  readonly forget: () => void
  readonly figures: () => SemanticFigures
}
