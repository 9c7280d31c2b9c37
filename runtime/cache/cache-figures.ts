import { bucketsOf } from './calibration/bucket.ts'
import type { Caches } from './caches.ts'
import type { MeasuredErrors } from './engine.ts'

/** How full a cache is, and what was measured of it. */
export interface CacheFigures {
  /** Whether it is known what other machines have purged and removed: else nothing kept is served. */
  readonly isCurrent: boolean
  /** Kept questions, and the memory that they and their vectors take. */
  readonly entries: number
  readonly bytes: number
  /** Pairs that are never a hit again. */
  readonly quarantined: number
  /** Kinds of pairs that may answer, or that were measured. */
  readonly buckets: readonly BucketFigure[]
}

/** One measured kind of pair. */
export interface BucketFigure {
  readonly bucket: string
  /** The 95% upper bound of how often such pairs are wrong, 0..1. */
  readonly bound: number
}

/** Of a process that has said nothing. */
export const noFigures: CacheFigures = { isCurrent: true, entries: 0, bytes: 0, quarantined: 0, buckets: [] }

/** The figures of this process's cache. */
export function figuresOf(caches: Caches): CacheFigures {
  const opened = caches.opened()
  const isCurrent = caches.isCurrent()
  if (opened === undefined) return { ...noFigures, isCurrent }
  const buckets = [...figuresBy('accept', opened.accepted), ...figuresBy('grey', opened.judged)]
  return { isCurrent, ...opened.cache.figures(), buckets }
}

/** Those of which nothing is known say nothing. */
const figuresBy = (kind: 'accept' | 'grey', measured: MeasuredErrors): readonly BucketFigure[] =>
  bucketsOf(kind)
    .map((bucket) => ({ bucket, bound: 1 - measured.confidenceOf(bucket) }))
    .filter(({ bound }) => bound < 1)

/** Of several processes: what they hold together, and the worst that one of them measured. */
export function mergeFigures(told: readonly CacheFigures[]): CacheFigures {
  const sum = (of: (each: CacheFigures) => number): number => told.reduce((all, each) => all + of(each), 0)
  const byBucket = Map.groupBy(
    told.flatMap(({ buckets }) => buckets),
    ({ bucket }) => bucket,
  )
  return {
    isCurrent: told.every(({ isCurrent }) => isCurrent),
    entries: sum(({ entries }) => entries),
    bytes: sum(({ bytes }) => bytes),
    quarantined: sum(({ quarantined }) => quarantined),
    buckets: [...byBucket].map(([bucket, same]) => ({
      bucket,
      bound: Math.max(...same.map(({ bound }) => bound)),
    })),
  }
}
