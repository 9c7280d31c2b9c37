import { join } from 'node:path'
import { bucketOf } from '../runtime/cache/calibration/bucket.ts'
import type { Prior } from '../runtime/cache/calibration/calibration.ts'
import { cosine } from '../runtime/cache/encoder/cosine.ts'
import { encode } from '../runtime/cache/encoder/encode.ts'
import { readQuestion } from '../runtime/cache/question/read-question.ts'
import { verify } from '../runtime/cache/verifier/verify.ts'
import { dresses } from '../test/cache/corpus/by-rule.ts'
import { pairsOf, type Pair } from '../test/cache/corpus/pairs.ts'
import { putGenerated } from './generated-file.ts'

const untuned = ['held-out', 'unseen'] as const

/** A prior weighs no more than so many answers of one's own traffic. As few that are all right bring the bound just below 1%. */
const SAMPLES_MAX = 300

/**
 * Writes what the trap suite says of each bucket. Only pairs that no rule was tuned on count, as they are and in each dress; a pair that must
 * miss is a wrong one. What the verifier does not accept is not served on its word, and has no prior.
 */
export function generatePriors(root: string): void {
  const counts = new Map<string, Prior>()
  for (const pair of untuned.flatMap(pairsOf).flatMap(dressed)) {
    const bucket = bucketOfPair(pair)
    if (bucket === undefined) continue
    const { samples, wrong } = counts.get(bucket) ?? { samples: 0, wrong: 0 }
    counts.set(bucket, { samples: samples + 1, wrong: wrong + (pair.should === 'miss' ? 1 : 0) })
  }
  const priors = [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const capped = Object.fromEntries(priors.map(([bucket, prior]) => [bucket, cap(prior)]))
  putGenerated(join(root, 'runtime/cache/calibration/priors.json'), `${JSON.stringify(capped, null, 2)}\n`)
}

const dressed = (pair: Pair): readonly Pair[] => [
  pair,
  ...dresses.map((dress) => ({ ...pair, asked: dress(pair.asked) })),
]

function bucketOfPair({ asked, kept }: Pair): string | undefined {
  const [one, other] = [readQuestion(asked), readQuestion(kept)]
  if (one.kind === 'unfit' || other.kind === 'unfit') return undefined
  const verdict = verify(one.question, other.question)
  if (verdict.kind !== 'accept') return undefined
  return bucketOf(verdict, cosine(encode(one.question), encode(other.question)))
}

/** The same share of fewer samples, to a thousandth. */
function cap({ samples, wrong }: Prior): Prior {
  const scale = Math.min(1, SAMPLES_MAX / samples)
  return { samples: Math.min(samples, SAMPLES_MAX), wrong: Math.round(wrong * scale * 1_000) / 1_000 }
}
