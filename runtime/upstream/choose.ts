import { cost } from '../../core/price.ts'
import type { CacheTtl } from '../wire/dialect.ts'
import { BYTES_PER_TOKEN } from './demand.ts'
import type { Demand } from './demand.ts'
import { usualMs } from './lane.ts'
import type { PromptSession } from './prompt-session.ts'
import { poolOf } from './target.ts'
import type { Target } from './target.ts'

/** What a choice among models depends on. */
export interface ChoiceInput {
  readonly demand: Demand
  /** How long what is marked is kept, at providers that cache only that; `undefined` where nothing is marked. */
  readonly marksCache: () => CacheTtl | undefined
  /** What the session has warm, where one is known. */
  readonly session: PromptSession | undefined
  /** On the deadline clock. */
  readonly nowMs: number
  /** Of the wall clock: prices have hours. */
  readonly wallMs: number
}

type Pick = 'cheapest' | 'fastest' | 'best'

/** Targets in the order of a stage's pick, best first; equals keep the policy's order. */
export function inOrderOf(
  pick: Pick | 'model',
  targets: readonly Target[],
  input: ChoiceInput,
): readonly Target[] {
  if (targets.length < 2 || pick === 'model') return targets
  const rank = rankOf(pick, input)
  return targets
    .map((target) => ({ target, rank: rank(target) }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ target }) => target)
}

/** Lower is better. */
function rankOf(pick: Pick, input: ChoiceInput): (target: Target) => number {
  switch (pick) {
    case 'cheapest':
      return (target) => priceOf(target, input)
    case 'fastest':
      return (target) => usualMs(poolOf(target), input.demand.outputTokens, input.nowMs)
    case 'best':
      return faults
  }
}

/** No provider caches a shorter prompt (Anthropic, OpenAI, Gemini: 1,024 tokens and more). */
const CACHED_TOKENS_MIN = 1_024

/** Expected nano-dollars of this request by the pinned list price; a model without a price comes last. */
function priceOf(target: Target, { demand, session, marksCache, wallMs }: ChoiceInput): number {
  const { inputTokens: all, outputTokens: output } = demand
  const ttl = cachesMarked(target) ? marksCache() : '5m'
  const caches = ttl !== undefined && all >= CACHED_TOKENS_MIN
  const warm = caches ? Math.floor((session?.warmBytes(target.id) ?? 0) / BYTES_PER_TOKEN) : 0
  const cacheRead = warm >= CACHED_TOKENS_MIN ? Math.min(all, warm) : 0
  const cold = all - cacheRead
  const usage = caches ? { cacheRead, [writes[ttl]]: cold, output } : { input: all, output }
  return cost(target.model, usage, wallMs)?.total ?? Number.MAX_VALUE
}

const writes = { '5m': 'cacheWrite5m', '1h': 'cacheWrite1h' } as const satisfies Record<CacheTtl, string>

/** A server of Anthropic's dialect that is not known is taken for one that does as Anthropic does. */
function cachesMarked({ provider }: Target): boolean {
  const { dialect, row } = provider.config
  return row.cachesMarked || (dialect === 'anthropic' && row.baseUrl === undefined)
}

/** The catalogue's quality; a model without a score comes last. */
function faults(target: Target): number {
  return -(target.model.quality?.overall ?? 0)
}
