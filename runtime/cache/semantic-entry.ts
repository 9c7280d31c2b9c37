import type { Provenance } from './cached-answer.ts'

/** A question whose answer is kept. The answer itself lies in the exact cache's store, under the same id. */
export interface SemanticEntry {
  /** Names the entry in `x-gwc-cache`, and its answer in the store. */
  readonly id: string
  /** Hash of all that a hit may never cross. */
  readonly partition: string
  /** Whom it is shared with, as `scopeOf` says it: what a purge names. */
  readonly scope: string
  /** The scope's epoch when the answer was asked for: a purge ends it. */
  readonly epoch: string
  /** The question's own words. INVARIANT: they reach neither logs nor metrics. */
  readonly text: string
  readonly storedAtMs: number
  readonly expiresAtMs: number
  /** Who brought the answer in. */
  readonly by: Provenance
}

/** What an entry may weigh beside its text: objects, map slots, ids. */
const OVERHEAD_BYTES = 1_024

/** The memory that an entry takes, its vectors and its answer aside. */
export function entryBytes({ text }: SemanticEntry): number {
  return OVERHEAD_BYTES + 4 * text.length
}
