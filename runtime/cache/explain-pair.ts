import { bucketOf } from './calibration/calibration.ts'
import { encode } from './encoder/encode.ts'
import { cosine } from './encoder/cosine.ts'
import type { MeasuredErrors } from './engine.ts'
import type { Question } from './question/question.ts'
import { readQuestion } from './question/read-question.ts'
import { verify } from './verifier/verify.ts'

/** Why the answer to one question is given to another, or is not. */
export interface PairExplained {
  /** `canonical`: the same form, found without comparing; `semantic`: compared; `exact`: a question that only an equal request shares. */
  readonly layer: 'canonical' | 'semantic' | 'exact'
  readonly verdict: 'accept' | 'reject' | 'grey' | 'unfit'
  /** The row of the verifier that decided, or what makes a question unfit. */
  readonly rule: string
  /** The words that decided. */
  readonly words: readonly string[]
  /** Cosine, 0..1; `undefined` where nothing was compared. */
  readonly score: number | undefined
  /** Which measured kind of pair it is, and the 95% upper bound of how often such pairs are wrong. */
  readonly bucket: string | undefined
  readonly bound: number | undefined
  /** Of the question: it is compared only where answers are kept for a minute at most. */
  readonly timely: boolean
  /** It is compared only among requests of one person. */
  readonly personal: boolean
}

/** What was measured of pairs that the verifier accepts, and of those that a judge is asked about. */
export interface Measures {
  readonly accepted: Pick<MeasuredErrors, 'confidenceOf'>
  readonly judged: Pick<MeasuredErrors, 'confidenceOf'>
}

/** Compares two texts as the cache would: pure. */
export function explainPair(asked: string, kept: string, measures: Measures): PairExplained {
  const [one, other] = [readQuestion(asked), readQuestion(kept)]
  if (one.kind === 'unfit') return unfit(one.why)
  return other.kind === 'unfit' ? unfit(other.why) : explainQuestions(one.question, other.question, measures)
}

/** The same of questions that were read. */
export function explainQuestions(asked: Question, kept: Question, measures: Measures): PairExplained {
  const verdict = verify(asked, kept)
  const score = cosine(encode(asked), encode(kept))
  const bucket = bucketOf(verdict, score)
  const measured = verdict.kind === 'grey' ? measures.judged : measures.accepted
  return {
    layer: asked.canonical === kept.canonical ? 'canonical' : 'semantic',
    verdict: verdict.kind,
    rule: verdict.rule,
    words: verdict.words,
    score,
    bucket,
    bound: 1 - measured.confidenceOf(bucket),
    timely: asked.timely || kept.timely,
    personal: asked.personal || kept.personal,
  }
}

const unfit = (why: string): PairExplained => ({
  layer: 'exact',
  verdict: 'unfit',
  rule: why,
  words: [],
  score: undefined,
  bucket: undefined,
  bound: undefined,
  timely: false,
  personal: false,
})
