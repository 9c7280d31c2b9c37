import type { SemanticEntry } from './semantic-entry.ts'

/** What the layers above the exact one found for a question. */
export type Finding = SemanticHit | SemanticMiss

/** An entry whose answer may stand for a fresh one. */
export interface SemanticHit {
  readonly kind: 'hit'
  readonly entry: SemanticEntry
  /** `canonical`: the same question in other words' order and spelling; `semantic`: a like one that the verifier accepts. */
  readonly layer: 'canonical' | 'semantic'
  /** Cosine of the two questions, 0..1. */
  readonly score: number
  /** What was measured of such pairs: 1 less the upper bound of their error. */
  readonly confidence: number
  /** Which measured kind of pair it is. */
  readonly bucket: string
  /** The verifier left it open, and the policy's judge took it for the same. */
  readonly isJudged: boolean
}

export interface SemanticMiss {
  readonly kind: 'miss'
  readonly why: MissReason
  /** The row of the verifier that refused the nearest candidate. */
  readonly rule?: string
}

/**
 * Why there was no hit: nothing is kept in the partition that is near; the verifier refused; it left the pair open and there is no
 * judge, or the judge did not say that they are the same; such pairs were too often wrong; the pair was found wrong before; the
 * entry's answer is gone; something was too slow.
 */
export type MissReason =
  | 'none'
  | 'refused'
  | 'grey'
  | 'judged'
  | 'confidence'
  | 'quarantined'
  | 'gone'
  | 'slow'
