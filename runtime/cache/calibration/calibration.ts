import type { Bucket } from './bucket.ts'
import { upperBound } from './upper-bound.ts'

export { bucketOf, type Bucket, type Judged } from './bucket.ts'

/** How often the candidates of a bucket turned out wrong. */
export interface Evidence {
  readonly samples: number
  readonly wrong: number
}

/** What was seen, by bucket; priors are not in it. */
export type CalibrationSnapshot = Readonly<Record<string, Evidence>>

/** Which candidates may be served: those whose kind was wrong seldom enough, by a bound and not by a hope. */
export interface Calibration {
  /** Whether the 95% upper bound of the bucket's error is at most `maxError`. */
  readonly mayServe: (bucket: Bucket, maxError: number) => boolean
  /** 1 − that bound: what `semantic 0.95` of a policy is compared with. */
  readonly confidenceOf: (bucket: Bucket) => number
  /** Takes in one answer that was compared with a fresh one, or one report of a user. */
  readonly record: (bucket: Bucket, isWrong: boolean) => void
  readonly snapshot: () => CalibrationSnapshot
  /** Takes in what a snapshot saw, in the place of what was seen. */
  readonly restore: (snapshot: CalibrationSnapshot) => void
}

/** A bucket that nobody has evidence of has the bound 1, and serves nothing. */
export function createCalibration(priors: CalibrationSnapshot = {}): Calibration {
  const priorOf = new Map(Object.entries(priors))
  const seen = new Map<string, Evidence>()
  const bounds = new Map<string, number>()

  const boundOf = (bucket: Bucket): number => {
    const known = bounds.get(bucket)
    if (known !== undefined) return known
    const bound = upperBoundOf(priorOf.get(bucket), seen.get(bucket))
    bounds.set(bucket, bound)
    return bound
  }

  return {
    mayServe: (bucket, maxError) => boundOf(bucket) <= maxError,
    confidenceOf: (bucket) => 1 - boundOf(bucket),
    record: (bucket, isWrong) => {
      seen.set(bucket, counted(seen.get(bucket), isWrong))
      bounds.delete(bucket)
    },
    snapshot: () => Object.fromEntries(seen),
    restore: (snapshot) => {
      seen.clear()
      bounds.clear()
      for (const [bucket, evidence] of Object.entries(snapshot)) seen.set(bucket, evidence)
    },
  }
}

const nothing: Evidence = { samples: 0, wrong: 0 }

function counted({ samples, wrong }: Evidence = nothing, isWrong: boolean): Evidence {
  return { samples: samples + 1, wrong: wrong + (isWrong ? 1 : 0) }
}

function upperBoundOf(prior: Evidence = nothing, seen: Evidence = nothing): number {
  return upperBound(prior.wrong + seen.wrong, prior.samples + seen.samples)
}
