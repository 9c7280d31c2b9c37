import { eventsOf } from '../event-stream.ts'
import { readResponsesEvent } from './event.ts'

/**
 * The last `response.in_progress` of what the client has had, to be repeated byte for byte: a data event, as Codex wants, and
 * one that every client takes before the first item; behind an item openai 6 breaks on it, so nothing is said there.
 */
export function repeatInProgress(head: Buffer): Buffer | undefined {
  let last: Buffer | undefined
  for (const bytes of eventsOf(head)) {
    const event = readResponsesEvent(bytes)
    if (typeof event === 'string') continue
    if (event.type === 'response.in_progress') last = bytes
    else if (event.type.startsWith('response.output_item')) return undefined
  }
  return last
}
