import type { CacheChange } from '../semantic-cache.ts'

/** What one gateway tells the others. */
export type Change =
  | CacheChange
  | {
      readonly kind: 'measured'
      readonly bucket: string
      readonly isJudged: boolean
      readonly isWrong: boolean
    }

/** Brings changes of one machine's cache to all others that share its store. Nothing of it throws or rejects. */
export interface ChangeFeed {
  /** Tells the others. Resolves whether the store has it: what must not be lost (all but kept entries) is told again until it has. */
  readonly publish: (change: Change) => Promise<boolean>
  /**
   * Whether the others' changes are known up to now. While they are not, a purge or a removal may have been missed: nothing that is
   * kept may be served.
   */
  readonly isCurrent: () => boolean
  readonly close: () => Promise<void>
}

/** Who is told of what others changed. */
export interface FeedListener {
  readonly onChange: (change: Change) => void
  /** Changes were missed for good: what was told so far is to be forgotten, and is told anew. Purges and quarantines stay true. */
  readonly onReset: () => void
}
