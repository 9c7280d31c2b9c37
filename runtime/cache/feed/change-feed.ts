import type { EpochsSnapshot } from '../calibration/epochs.ts'
import type { CacheChange } from '../semantic-cache.ts'

/** Brings changes of one machine's cache to all others that share its store. Nothing of it throws or rejects. */
export interface ChangeFeed {
  /** Tells the others. Resolves whether the store has it: what must not be lost (all but kept entries) is told again until it has. */
  readonly publish: (change: CacheChange) => Promise<boolean>
  /**
   * Whether the others' changes are known up to now. While they are not, a purge or a removal may have been missed: nothing that is
   * kept may be served.
   */
  readonly isCurrent: () => boolean
  readonly close: () => Promise<void>
}

/** Who is told of what others changed. */
export interface FeedListener {
  readonly onChange: (change: CacheChange) => void
  /** Changes were missed for good: entries that were told so far are to be forgotten, and are told anew. Purges and quarantines stay true. */
  readonly onReset: () => void
  /** What is known to be purged: a store that has lost some of it is told again. */
  readonly epochs: () => EpochsSnapshot
}
