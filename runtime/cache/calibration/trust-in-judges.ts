import { bucketsOf } from './bucket.ts'

/** What a judge that the policy names is believed before anything was measured of it: as much as 300 answers, none of them wrong. */
export function trustInJudges(): Record<string, { readonly samples: number; readonly wrong: number }> {
  return Object.fromEntries(bucketsOf('grey').map((bucket) => [bucket, { samples: 300, wrong: 0 }]))
}
