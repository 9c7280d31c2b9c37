import type { Region } from '../region.ts'
import { decidedBy, leftOver } from '../first-match.ts'
import type { CacheRule, GuardRule } from '../typed.ts'
import { isForbidden } from '../never-use.ts'
import type { Ground } from './ground.ts'

/** Requests of a region whose cached answers one model judges, or none. */
export interface Judged {
  readonly region: Region
  readonly judge: string | undefined
}

/** The model that a row asks whether a cached answer will do. */
export const judgeOf = ({ action }: CacheRule): string | undefined => action.judge?.model

/** A region by the judge that its cached answers have. A judge that the guard forbids is not asked. */
export function judgedParts(
  { cache }: Ground,
  region: Region,
  bans: readonly GuardRule[],
): readonly Judged[] {
  const judges = cache.rules.map(({ rule }) => {
    const judge = judgeOf(rule)
    return judge === undefined || isForbidden(judge, bans) ? undefined : judge
  })
  if (judges.every((judge) => judge === undefined)) return [{ region, judge: undefined }]
  const decided = judges.flatMap((judge, number) =>
    decidedBy(cache, number, region).map((each): Judged => ({ region: each, judge })),
  )
  return [...decided, { region: leftOver(cache, region), judge: undefined }]
}
