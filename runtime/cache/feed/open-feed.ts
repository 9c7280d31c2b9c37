import type { Secret } from '../../config/secret.ts'
import type { ChangeFeed, FeedListener } from './change-feed.ts'
import { followStreams } from './follow-streams.ts'
import { openRedisStreams } from './redis-streams.ts'

/** Between a failure of the store and the next try. */
const REST_MS = 1_000
/** Five reads' time without a word: what was told meanwhile is not known. */
const STALE_MS = 5_000

/**
 * Opens the feed of a Redis. It is a log, not a channel (pub/sub): who starts or comes back reads what it missed, in order, and what
 * is too old to be there is told apart from what never was. A Redis that is down is reached as soon as it is back.
 */
export async function openFeed(
  url: Secret,
  listener: FeedListener,
  tell: (error: unknown) => void,
): Promise<ChangeFeed> {
  const streams = await openRedisStreams(url, tell)
  return followStreams(streams, listener, { tell, now: Date.now, restMs: REST_MS, staleMs: STALE_MS })
}
