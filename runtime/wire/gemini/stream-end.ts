import type { StreamEnd } from '../dialect.ts'
import { eventsOf } from '../event-stream.ts'
import type { Json } from '../json.ts'
import { candidatesOf, finishOf, isBlocked, responseIn } from './response.ts'
import { readUsage } from './usage.ts'

/**
 * Reads the end of a stream. Nothing but a reason to finish completes it: there is no terminal event. Each event counts all
 * tokens so far, so the last one counts, and what was written before a cut is less than what is billed.
 */
export function readStreamEnd(tail: Buffer): StreamEnd {
  let usage: unknown
  for (const event of eventsOf(tail).toReversed()) {
    const response = responseIn(event)
    if (response === undefined) continue
    usage ??= response['usageMetadata']
    if (isEnd(response)) return { complete: true, usage: readUsage(usage) }
    if (candidatesOf(response).length > 0) break
  }
  return { complete: false, usage: undefined }
}

function isEnd(response: Json): boolean {
  return isBlocked(response) || candidatesOf(response).some((each) => finishOf(each) !== undefined)
}
