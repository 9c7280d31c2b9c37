import { bucketOf } from './bucket.ts'

/** What a judge that the policy names is believed before anything was measured of it: as much as 300 answers, none of them wrong. */
export function trustInJudges(): Record<string, { readonly samples: number; readonly wrong: number }> {
  const scores = [0, 0.5, 0.7, 0.8, 0.9, 0.97]
  const buckets = [0, 1, 2, 3].flatMap((unexplained) =>
    scores.map((score) => bucketOf({ kind: 'grey', unexplained }, score)),
  )
  return Object.fromEntries(buckets.map((bucket) => [bucket, { samples: 300, wrong: 0 }]))
}
