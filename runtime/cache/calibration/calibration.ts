import { isBucket, type Bucket } from './bucket.ts'
import { addReport, addSample, addServed, isEvidence, unseen, type Evidence } from './evidence.ts'
import { lowerBound, upperBound } from './error-bounds.ts'

export { bucketOf, type Bucket, type Judged } from './bucket.ts'

/** Answers of a bucket that were compared with what a question's own answer would have been, before anything was served: from the trap suite. */
export interface Prior {
  readonly samples: number
  readonly wrong: number
}

/** What was seen, by bucket; priors are not in it. */
export type CalibrationSnapshot = Readonly<Record<Bucket, Evidence>>

/** Which candidates may be served: those whose kind was wrong seldom enough, by a bound and not by a hope. */
export interface Calibration {
  /** Whether the 95% upper bound of the bucket's error is at most `maxError`, and users' reports do not show that it is more. */
  readonly mayServe: (bucket: Bucket, maxError: number) => boolean
  /** 1 − the upper bound: what `semantic 0.95` of a policy is compared with. */
  readonly confidenceOf: (bucket: Bucket) => number
  /** Takes in one answer drawn at random and compared with a fresh one. */
  readonly record: (bucket: Bucket, isWrong: boolean) => void
  /** Counts a hit: what reports are a share of. */
  readonly served: (bucket: Bucket) => void
  /** Takes in a user's word that a hit was wrong. */
  readonly reported: (bucket: Bucket) => void
  readonly snapshot: () => CalibrationSnapshot
  /** Puts what a snapshot saw in the place of what was seen; what cannot be read is left out. */
  readonly restore: (snapshot: Readonly<Record<string, unknown>>) => void
}

/** Of wrong answers, the share that users are taken to report. Only what is wrong is reported, so that reports alone never show that a bucket is good. */
const REPORTED_SHARE = 0.2

/** A bucket that nobody has evidence of has the bound 1, and serves nothing. */
export function createCalibration(priors: Readonly<Record<Bucket, Prior>> = {}): Calibration {
  const priorOf = new Map(Object.entries(priors))
  const seen = new Map<string, Evidence>()
  const bounds = new Map<string, number>()

  const change = (bucket: Bucket, evidence: Evidence): void => {
    seen.set(bucket, evidence)
    bounds.delete(bucket)
  }
  const evidenceOf = (bucket: Bucket): Evidence => seen.get(bucket) ?? unseen

  /** Computed once a change: some 30 µs. */
  const boundOf = (bucket: Bucket): number => {
    const known = bounds.get(bucket)
    if (known !== undefined) return known
    const { samples, wrong } = priorOf.get(bucket) ?? unseen
    const evidence = evidenceOf(bucket)
    const bound = upperBound(wrong + evidence.wrong, samples + evidence.samples)
    bounds.set(bucket, bound)
    return bound
  }

  return {
    mayServe: (bucket, maxError) =>
      boundOf(bucket) <= maxError && !isReportedBad(evidenceOf(bucket), maxError),
    confidenceOf: (bucket) => 1 - boundOf(bucket),
    record: (bucket, isWrong) => change(bucket, addSample(evidenceOf(bucket), isWrong)),
    served: (bucket) => void seen.set(bucket, addServed(evidenceOf(bucket))),
    reported: (bucket) => void seen.set(bucket, addReport(evidenceOf(bucket))),
    snapshot: () => Object.fromEntries(seen),
    restore: (snapshot) => {
      seen.clear()
      bounds.clear()
      for (const [name, evidence] of Object.entries(snapshot))
        if (isBucket(name) && isEvidence(evidence)) seen.set(name, evidence)
    },
  }
}

/** Whether so many of the hits were reported that the error cannot be as small as it may be. */
function isReportedBad({ served, reported }: Evidence, maxError: number): boolean {
  return reported > 0 && lowerBound(reported, Math.max(served, reported)) > maxError * REPORTED_SHARE
}
