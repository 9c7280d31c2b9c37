import type { SemanticConfig } from '../config/gateway.ts'
import { semanticDefaults } from '../config/semantic-defaults.ts'
import priors from './calibration/priors.json' with { type: 'json' }
import type { Epochs } from './calibration/epochs.ts'
import { createWriteQuota } from './calibration/write-quota.ts'
import type { WriteQuota } from './calibration/write-quota.ts'
import { bucketOf, createCalibration } from './calibration/calibration.ts'
import type { Calibration } from './calibration/calibration.ts'
import { DIMENSIONS, encode } from './encoder/encode.ts'
import { trustInJudges } from './calibration/trust-in-judges.ts'
import { Guard } from './guard.ts'
import { readQuestion } from './question/read-question.ts'
import type { Question } from './question/question.ts'
import { createSemanticCache } from './create-semantic-cache.ts'
import type { SemanticCache } from './semantic-cache.ts'
import { createVectorIndex } from './vectors/vector-index.ts'
import { verify } from './verifier/verify.ts'

/** The layers that compare questions, with what was measured of them. */
export interface LikeQuestions {
  readonly cache: SemanticCache<Question>
  readonly config: SemanticConfig
  /** Of pairs that the verifier accepts. */
  readonly accepted: Calibration
  /** Of pairs that it leaves open and a judge accepts. */
  readonly judged: Calibration
  /** Keeps a slow embedder from being asked again at once. */
  readonly embedderGuard: Guard
  /** How much one key may put in. */
  readonly quota: WriteQuota
}

interface LikeParts {
  readonly epochs: Epochs
  readonly report: (message: string) => void
  readonly now: () => number
}

/** Of all entries, what one key may put in within an hour: nobody fills the cache alone. */
const WRITES_SHARE = 0.05
const WRITES_LEAST = 100

/** Makes the layers, empty. */
export function openLikeQuestions(
  config: SemanticConfig = semanticDefaults,
  parts: LikeParts,
): LikeQuestions {
  const { entriesMax, bytesMax, embedder } = config
  const accepted = createCalibration(priors)
  const judged = createCalibration(trustInJudges())
  const vectorsOf = (dimensions: number) => (evicted: (slot: number) => void) =>
    createVectorIndex({ dimensions, bytesMax, evicted })
  const cache = createSemanticCache({
    engine: {
      encode,
      verify,
      bucketOf,
      accepted,
      judged,
      words: vectorsOf(DIMENSIONS),
      embedded: embedder === undefined ? undefined : vectorsOf(embedder.dimensions),
    },
    epochs: parts.epochs,
    read: (text) => {
      const reading = readQuestion(text)
      return reading.kind === 'question' ? reading.question : undefined
    },
    entriesMax,
    now: parts.now,
  })
  const embedderGuard = new Guard({
    what: "the cache's embedder",
    report: parts.report,
    deadlineMs: embedder?.withinMs ?? 0,
  })
  const quota = createWriteQuota({
    writesMax: Math.max(WRITES_LEAST, Math.floor(entriesMax * WRITES_SHARE)),
    windowMs: 3_600_000,
    principalsMax: 10_000,
    now: parts.now,
  })
  return { cache, config, accepted, judged, embedderGuard, quota }
}
