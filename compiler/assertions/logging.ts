import type { LogAction } from '../../schemas/generated/decision-table.ts'
import { decidedBy } from '../first-match.ts'
import type { Region } from '../region.ts'
import { type Questions, requestsOf } from './questions.ts'
import { take } from './take.ts'
import type { Violation } from './violation.ts'

/** Whether some of the content is kept. */
export const keepsContent = ({ level, sample }: LogAction): boolean => level === 'content' && sample > 0

/** Requests whose content a row of `log` keeps; one for each row. Without a row, metadata is all that is kept. */
export function* findLogging(q: Questions, regions: readonly Region[]): Generator<Violation> {
  for (const [number, { rule }] of q.ground.log.rules.entries())
    if (keepsContent(rule.action)) yield* take(1, loggedBy(q, number, regions))
}

function* loggedBy(q: Questions, number: number, regions: readonly Region[]): Generator<Violation> {
  const { log } = q.ground
  const row = log.rules[number]?.rule
  for (const region of regions.flatMap((each) => decidedBy(log, number, each))) {
    const cube = requestsOf(q, region)
    if (cube !== undefined && row !== undefined) yield { what: { kind: 'logs', row }, region, cube }
  }
}
