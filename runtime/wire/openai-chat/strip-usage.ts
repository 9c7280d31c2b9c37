import { QUOTE } from '../../proxy/body/bytes.ts'
import { eventsOf } from '../event-stream.ts'
import { readChatEvent } from './event.ts'
import { startsObject } from './stream-end.ts'

/** The key without its first quote: a search that began with a quote would stop at each of them. */
const USAGE = Buffer.from('usage"')

/** Whole events without the usage chunk that only gwc asked for. One search passes nearly every piece untouched. */
export function stripUsage(events: Buffer): Buffer {
  let from = 0
  // `"usage":null}` at the end, as every event has it, leaves no room for another.
  while (events.length - from > 2 * USAGE.length) {
    const at = events.indexOf(USAGE, from)
    if (at === -1) return events
    from = at + USAGE.length
    if (events[at - 1] === QUOTE && startsObject(events, from)) return withoutUsage(events)
  }
  return events
}

function withoutUsage(events: Buffer): Buffer {
  return Buffer.concat(eventsOf(events).filter((event) => readChatEvent(event).kind !== 'usage'))
}
