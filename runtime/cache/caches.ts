import type { CacheConfig } from '../config/gateway.ts'
import { createEpochs } from './calibration/epochs.ts'
import type { Epochs, EpochsSnapshot } from './calibration/epochs.ts'
import type { ExactCache } from './exact.ts'
import { openExactCache } from './exact.ts'
import type { ChangeFeed, FeedListener } from './feed/change-feed.ts'
import { Guard } from './guard.ts'
import type { LikeQuestions } from './like-questions.ts'
import type { CacheChange } from './semantic-cache.ts'

/** Every layer of a gateway's cache. */
export interface Caches {
  /** Answers, by the id of their entry. */
  readonly exact: ExactCache
  /** What was purged: an entry's id hangs on the epoch of its scope. */
  readonly epochs: Epochs
  /** The layers above it, which are loaded when a policy, an operator or another machine first needs them. */
  readonly likeness: () => LikeQuestions | Promise<LikeQuestions>
  /** The same where they are loaded already. */
  readonly opened: () => LikeQuestions | undefined
  /** False while it is not known what other machines have purged and removed: nothing is looked up then, and nothing kept. */
  readonly isCurrent: () => boolean
  /** Others that share the store hear of what is learnt here. */
  readonly isShared: boolean
  /**
   * Purges a scope, or all, in one step. Resolves whether other machines that share the store know; `false`: refused while it is not known
   * what they have purged, else purged here, and they are told once the store is back.
   */
  readonly purge: (scope?: string) => Promise<boolean>
  /** Takes one entry out, here and where the store is shared; `false` where there was none. */
  readonly remove: (id: string) => Promise<boolean>
  readonly close: () => Promise<void>
}

export interface CachesOptions {
  /** Told of a failing store or embedder, at most once a minute; the text holds no secret. */
  readonly report: (message: string) => void
}

/** Opens what answers are kept in, and the way on which machines that share it tell each other of changes. */
export async function openCaches(config: CacheConfig, { report }: CachesOptions): Promise<Caches> {
  const guard = new Guard({ what: "the cache's store", report })
  const exact = await openExactCache(config, { guard })
  const epochs = createEpochs(undefined, Date.now)
  let opened: LikeQuestions | undefined
  let opening: Promise<LikeQuestions> | undefined
  const open = async (): Promise<LikeQuestions> => {
    const { openLikeQuestions } = await import('./like-questions.ts')
    opened = openLikeQuestions(config.semantic, { epochs, report, now: Date.now })
    opened.cache.follow((change) => void feed?.publish(change))
    return opened
  }
  const likeness = (): LikeQuestions | Promise<LikeQuestions> => opened ?? (opening ??= open())
  const onChange = (change: CacheChange): void => {
    if (change.kind === 'purged') epochs.merge(change.epochs)
    else if (opened !== undefined) opened.cache.apply(change)
    else if (change.kind !== 'removed' || opening !== undefined)
      void Promise.resolve(likeness()).then(({ cache }) => cache.apply(change))
  }
  const listener = { onChange, onReset: () => opened?.cache.forget(), epochs: epochs.snapshot }
  const feed = await feedOf(config, listener, guard)
  return {
    exact,
    epochs,
    likeness,
    opened: () => opened,
    isCurrent: () => feed?.isCurrent() ?? true,
    isShared: feed !== undefined,
    purge: async (scope) => {
      if (feed?.isCurrent() === false) return false
      epochs.purge(scope)
      return (await feed?.publish({ kind: 'purged', epochs: purgedBy(epochs, scope) })) ?? true
    },
    remove: async (id) => {
      const isKnown = opened?.cache.remove(id) ?? false
      if (!isKnown) void feed?.publish({ kind: 'removed', id })
      return (await exact.delete(id)) || isKnown
    },
    close: async () => {
      await feed?.close()
      await exact.close()
    },
  }
}

/** Memory is nobody else's. */
async function feedOf(
  config: CacheConfig,
  listener: FeedListener,
  guard: Guard,
): Promise<ChangeFeed | undefined> {
  if (config.kind === 'memory') return undefined
  const { openFeed } = await import('./feed/open-feed.ts')
  return openFeed(config.url, listener, (error) => guard.tell(error))
}

/** What a purge has changed, and no more. */
function purgedBy(epochs: Epochs, scope: string | undefined): EpochsSnapshot {
  const { everywhere, scopes } = epochs.snapshot()
  const count = scope === undefined ? undefined : scopes[scope]
  return { everywhere, scopes: scope === undefined || count === undefined ? {} : { [scope]: count } }
}
