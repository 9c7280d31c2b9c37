/** What was seen of a bucket. Numbers are fractions once old ones fade. */
export interface Evidence {
  /** Answers drawn at random and compared with fresh ones. */
  readonly samples: number
  /** Those that were wrong. */
  readonly wrong: number
  readonly served: number
  /** Hits that a user called wrong. */
  readonly reported: number
}

/** What is known of a bucket at first. */
export const unseen: Evidence = { samples: 0, wrong: 0, served: 0, reported: 0 }

/** Beyond these the oldest fade, so that a bucket that turns bad is noticed. No error below 0.15% can be shown by so few. */
export const SAMPLES_MAX = 2_000

/** The same for hits: at 2% shadowed, as long a time. */
const servedMax = 100_000

/** One more comparison. */
export function addSample(evidence: Evidence, isWrong: boolean): Evidence {
  const fading = Math.min(1, (SAMPLES_MAX - 1) / evidence.samples)
  const wrong = evidence.wrong * fading + (isWrong ? 1 : 0)
  return { ...evidence, samples: evidence.samples * fading + 1, wrong }
}

/** One more hit. */
export function addServed(evidence: Evidence): Evidence {
  const fading = Math.min(1, (servedMax - 1) / evidence.served)
  return { ...evidence, served: evidence.served * fading + 1, reported: evidence.reported * fading }
}

/** One more report. */
export function addReport(evidence: Evidence): Evidence {
  return { ...evidence, reported: evidence.reported + 1 }
}

/** Whether a value read from a store is evidence. */
export function isEvidence(value: unknown): value is Evidence {
  if (typeof value !== 'object' || value === null) return false
  const { samples, wrong, served, reported } = value as Readonly<Record<string, unknown>>
  const isCount = (count: unknown): count is number => Number.isFinite(count) && Number(count) >= 0
  return isCount(samples) && isCount(wrong) && wrong <= samples && isCount(served) && isCount(reported)
}
