import type { CachedAnswer } from '../cache/cached-answer.ts'
import type { CachePart } from '../money/store.ts'
import { costOf } from '../upstream/cost-of.ts'
import { allInput } from '../wire/usage.ts'
import type { Call } from './call.ts'

/** What an answer of the cache saved: its tokens, at the prices of now. An answer whose model or usage is not known saved 0 that is. */
export function savedBy(
  { targets, trace }: Pick<Call, 'targets' | 'trace'>,
  hit: CachedAnswer,
  part: CachePart['part'],
): CachePart {
  const usage = { ...nothing, ...hit.usage }
  const model = targets.get(hit.model)?.model
  const savedNanos = model === undefined ? 0 : (costOf(model, usage, trace.startedMs) ?? 0)
  return { part, savedNanos, savedTokens: allInput(usage) + usage.output }
}

const nothing = { input: 0, cacheRead: 0, cacheWrite5m: 0, cacheWrite1h: 0, output: 0, reasoning: 0 } as const
