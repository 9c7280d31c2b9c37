import { cosine } from '../../runtime/cache/encoder/cosine.ts'
import { encode } from '../../runtime/cache/encoder/encode.ts'
import { readQuestion, type Question } from '../../runtime/cache/question/read-question.ts'
import { type Verdict, verify } from '../../runtime/cache/verifier/verify.ts'
import type { Pair } from '../../test/cache/corpus/pairs.ts'

/** A pair of the corpus with what the verifier and the encoder say of it. */
export interface Judged extends Pair {
  /** `unfit` where one of the two is never compared. */
  readonly verdict: Verdict['kind'] | 'unfit'
  /** Cosine of the two vectors; 0 for what is never compared. */
  readonly cosine: number
}

/** What is said of a pair. */
export function judge(pair: Pair): Judged {
  const [asked, kept] = [questionOf(pair.asked), questionOf(pair.kept)]
  if (asked === undefined || kept === undefined) return { ...pair, verdict: 'unfit', cosine: 0 }
  return { ...pair, verdict: verify(asked, kept).kind, cosine: cosine(encode(asked), encode(kept)) }
}

function questionOf(text: string): Question | undefined {
  const reading = readQuestion(text)
  return reading.kind === 'question' ? reading.question : undefined
}

/** Of the pairs that should be hits, and of the traps, the share that is served. */
export interface Shares {
  readonly hits: number
  readonly traps: number
  /** Of all that is served, what should be. */
  readonly precision: number
}

/** The shares that a decision serves. */
export function sharesOf(pairs: readonly Judged[], isServed: (pair: Judged) => boolean): Shares {
  const [same, traps] = [
    pairs.filter(({ should }) => should === 'hit'),
    pairs.filter(({ should }) => should === 'miss'),
  ]
  const [hits, wrong] = [same.filter(isServed).length, traps.filter(isServed).length]
  return { hits: hits / same.length, traps: wrong / traps.length, precision: hits / (hits + wrong) }
}
