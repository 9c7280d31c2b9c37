import type { CacheConfig } from '../config/gateway.ts'
import { createEpochs } from './calibration/epochs.ts'
import type { Epochs } from './calibration/epochs.ts'
import type { ExactCache } from './exact.ts'
import { openExactCache } from './exact.ts'
import type { LikeQuestions } from './like-questions.ts'

/** Every layer of a gateway's cache. */
export interface Caches {
  /** Answers, by the id of their entry. */
  readonly exact: ExactCache
  /** What was purged: an entry's id hangs on the epoch of its scope. */
  readonly epochs: Epochs
  /** The layers above it, which are loaded when the first policy asks for them. */
  readonly likeness: () => LikeQuestions | Promise<LikeQuestions>
  /** The same where they are loaded already. */
  readonly opened: () => LikeQuestions | undefined
  readonly close: () => Promise<void>
}

export interface CachesOptions {
  /** Told of a failing store or embedder, at most once a minute; the text holds no secret. */
  readonly report: (message: string) => void
}

/** Opens what answers are kept in. */
export async function openCaches(config: CacheConfig, { report }: CachesOptions): Promise<Caches> {
  const exact = await openExactCache(config, { report })
  const epochs = createEpochs()
  let opened: LikeQuestions | undefined
  let opening: Promise<LikeQuestions> | undefined
  const open = async (): Promise<LikeQuestions> => {
    const { openLikeQuestions } = await import('./like-questions.ts')
    return (opened = openLikeQuestions(config.semantic, { epochs, report, now: Date.now }))
  }
  return {
    exact,
    epochs,
    likeness: () => opened ?? (opening ??= open()),
    opened: () => opened,
    close: () => exact.close(),
  }
}
