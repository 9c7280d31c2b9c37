import type { Caches } from './caches.ts'
import type { CacheChange } from './semantic-cache.ts'
import type { PairExplained } from './explain-pair.ts'
import { figuresOf, mergeFigures } from './cache-figures.ts'
import type { CacheFigures } from './cache-figures.ts'

/** What an operator asks of a cache. Data: it goes to other processes, too. */
export type CacheOrder =
  | { readonly kind: 'stats' }
  /** A scope as `scopeOf` says it; all without one. */
  | { readonly kind: 'purge'; readonly scope?: string | undefined }
  | { readonly kind: 'remove'; readonly id: string }
  /** The answer that a request got was wrong for it. */
  | { readonly kind: 'report'; readonly requestId: string }
  /** Takes in what another process has learnt. */
  | { readonly kind: 'learn'; readonly changes: readonly CacheChange[] }
  | { readonly kind: 'pair'; readonly asked: string; readonly kept: string }
  /** What is kept in a scope, or in any, that is nearest to a question. */
  | { readonly kind: 'near'; readonly asked: string; readonly scope?: string | undefined }

export type CacheReply =
  | { readonly kind: 'figures'; readonly figures: CacheFigures }
  /** Whether it was done, or there was such a thing. */
  | {
      readonly kind: 'done'
      readonly isDone: boolean
      /** What was learnt, and the other processes cannot know. */
      readonly learnt?: readonly CacheChange[]
    }
  | { readonly kind: 'explained'; readonly pairs: readonly PairWithEntry[] }

/** A pair, and the entry whose question is its second half. */
export interface PairWithEntry extends PairExplained {
  readonly entry?: {
    readonly id: string
    readonly scope: string
    readonly text: string
    readonly storedAtMs: number
    /** The name of the key that brought it in, and by which request. */
    readonly by: { readonly key: string; readonly requestId: string }
  }
}

/** The cache of one process, or of all that serve together. */
export interface CacheControl {
  readonly ask: (order: CacheOrder) => Promise<CacheReply>
  /** What is known of it without asking. */
  readonly figures: () => CacheFigures
}

/** The cache of this process. */
export function controlOf(caches: Caches): CacheControl {
  return { ask: (order) => obey(caches, order), figures: () => figuresOf(caches) }
}

/** Does what is asked of this process's cache. */
export async function obey(caches: Caches, order: CacheOrder): Promise<CacheReply> {
  switch (order.kind) {
    case 'stats':
      return { kind: 'figures', figures: figuresOf(caches) }
    case 'purge':
      return { kind: 'done', isDone: await caches.purge(order.scope) }
    case 'remove':
      return { kind: 'done', isDone: await caches.remove(order.id) }
    case 'report':
      return report(caches, order.requestId)
    case 'learn': {
      const { cache } = await caches.likeness()
      order.changes.forEach((change) => cache.apply(change))
      return { kind: 'done', isDone: true }
    }
    case 'pair': {
      const { explainPair } = await import('./explain-pair.ts') // a gateway whose policy compares no questions loads nothing of it
      return { kind: 'explained', pairs: [explainPair(order.asked, order.kept, await caches.likeness())] }
    }
    case 'near': {
      const { nearest } = await import('./nearest.ts')
      return { kind: 'explained', pairs: await nearest(await caches.likeness(), order.asked, order.scope) }
    }
  }
}

function report(caches: Caches, requestId: string): CacheReply {
  const cache = caches.opened()?.cache
  if (cache === undefined) return { kind: 'done', isDone: false }
  const learnt: CacheChange[] = []
  const end = cache.follow((change) => learnt.push(change))
  const isDone = cache.learn(requestId, 'reported')
  end()
  return { kind: 'done', isDone, learnt: caches.isShared ? [] : learnt }
}

/** Candidates that are shown. */
const PAIRS_MAX = 8

/** The candidates that are shown of several, the nearest first. */
export const nearestFirst = (pairs: readonly PairWithEntry[]): readonly PairWithEntry[] =>
  pairs.toSorted((one, other) => (other.score ?? 0) - (one.score ?? 0)).slice(0, PAIRS_MAX)

/** What several processes reply, as one: a purge is done when all have done it, an entry was there when one had it. */
export function mergeReplies(order: CacheOrder, replies: readonly CacheReply[]): CacheReply {
  if (order.kind === 'stats')
    return {
      kind: 'figures',
      figures: mergeFigures(replies.flatMap((each) => (each.kind === 'figures' ? each.figures : []))),
    }
  if (order.kind === 'pair' || order.kind === 'near') {
    const pairs = replies.flatMap((each) => (each.kind === 'explained' ? each.pairs : []))
    const each = new Map(pairs.map((pair) => [pair.entry?.id, pair]))
    return { kind: 'explained', pairs: nearestFirst([...each.values()]) }
  }
  const dones = replies.map((each) => each.kind === 'done' && each.isDone)
  return { kind: 'done', isDone: order.kind === 'purge' ? dones.every(Boolean) : dones.some(Boolean) }
}
