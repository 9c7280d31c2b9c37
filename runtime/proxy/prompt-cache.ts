import type { ShapeAction } from '../../schemas/generated/decision-table.ts'
import type { PromptSession } from '../upstream/prompt-session.ts'
import type { Target } from '../upstream/target.ts'
import type { CacheTtl, DialectName, Edits } from '../wire/dialect.ts'
import type { Job } from './attempt.ts'

/** How long `prompt_cache auto` has marked prompts kept; `undefined` where the policy does not say so. */
export function markTtl(
  { promptCache }: ShapeAction,
  session: PromptSession | undefined,
): CacheTtl | undefined {
  return promptCache === 'auto' ? (session?.ttl ?? '5m') : undefined
}

/** How long the marks that this target is sent ask for; `undefined` where it bills nothing by marks. */
export function ttlSent({ provider }: Target, { decision, session }: Job): CacheTtl | undefined {
  return provider.config.row.cachesMarked ? markTtl(decision.shape, session) : undefined
}

/** What `prompt_cache auto` changes in a request of this dialect: marks where the provider bills by them, the session's name where it takes one. */
export function cacheEdits(
  target: Target,
  dialect: DialectName,
  job: Job,
): Pick<Edits, 'cacheTtl' | 'cacheKey'> {
  if (job.decision.shape.promptCache !== 'auto') return none
  const cacheTtl = ttlSent(target, job)
  const isKeyed = target.provider.config.row.cacheKeyIn.includes(dialect)
  const cacheKey = isKeyed ? job.session?.cacheKey : undefined
  return { ...(cacheTtl !== undefined && { cacheTtl }), ...(cacheKey !== undefined && { cacheKey }) }
}

const none: Pick<Edits, 'cacheTtl' | 'cacheKey'> = {}
