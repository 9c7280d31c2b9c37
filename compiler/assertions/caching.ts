import type { CacheAction } from '../../schemas/generated/decision-table.ts'
import { decidedBy } from '../first-match.ts'
import type { Region } from '../region.ts'
import { isAnswered } from './denials.ts'
import { type Questions, requestsOf } from './questions.ts'
import { situationsOf } from './situations.ts'
import { take } from './take.ts'
import type { Violation } from './violation.ts'

/** Who may share an answer: each scope with those that are within it. A developer may have keys of several projects. */
const narrower = {
  key: ['key'],
  developer: ['key', 'developer'],
  project: ['key', 'project'],
  team: ['key', 'project', 'team'],
  org: ['key', 'developer', 'project', 'team', 'org'],
} as const satisfies Record<CacheAction['within'], readonly CacheAction['within'][]>

/** Whether what one scope shares stays within another. */
export function staysWithin(scope: CacheAction['within'], wider: CacheAction['within']): boolean {
  return (narrower[wider] as readonly CacheAction['within'][]).includes(scope)
}

/** Requests whose answers a row caches in a way that is forbidden; one for each row. */
export function* findCaching(
  q: Questions,
  regions: readonly Region[],
  forbids: (action: CacheAction) => boolean,
): Generator<Violation> {
  for (const [number, { rule }] of q.ground.cache.rules.entries())
    if (forbids(rule.action)) yield* take(1, cachedBy(q, number, regions))
}

/** A request that is denied has no answer to cache. */
function* cachedBy(q: Questions, number: number, regions: readonly Region[]): Generator<Violation> {
  const row = q.ground.cache.rules[number]?.rule
  if (row === undefined) return
  for (const part of regions.flatMap((region) => decidedBy(q.ground.cache, number, region))) {
    if (requestsOf(q, part) === undefined) continue
    for (const route of q.ground.route.rules.keys()) {
      for (const situation of situationsOf(q, route, part)) {
        const { region, cube } = situation
        if (isAnswered(situation)) yield { what: { kind: 'caches', row, action: row.action }, region, cube }
      }
    }
  }
}
