import { QUOTE } from '../../proxy/body/bytes.ts'
import { eventAround } from '../event-stream.ts'
import { readChatEvent } from './event.ts'
import { startsObject } from './stream-end.ts'

/** The key without its first quote: a search that began with a quote would stop at each of them. */
const USAGE = Buffer.from('usage"')

/** Whole events without the usage chunk that only gwc asked for. Nearly every piece has none and stays as it is. */
export function stripUsage(events: Buffer): Buffer {
  const kept: Buffer[] = []
  let from = 0
  for (let at = nextUsage(events, 0); at !== -1;) {
    const { start, end } = eventAround(events, at)
    if (readChatEvent(events.subarray(start, end)).kind === 'usage') {
      kept.push(events.subarray(from, start))
      from = end
    }
    at = nextUsage(events, end)
  }
  return from === 0 ? events : Buffer.concat([...kept, events.subarray(from)])
}

/** Where the next `"usage"` stands that has an object for its value, or -1. Text cannot forge one: its quotes are escaped. */
function nextUsage(events: Buffer, start: number): number {
  let from = start
  // `"usage":null}` at the end, as every event has it, leaves no room for another.
  while (events.length - from > 2 * USAGE.length) {
    const at = events.indexOf(USAGE, from)
    if (at === -1) return -1
    from = at + USAGE.length
    if (events[at - 1] === QUOTE && startsObject(events, from)) return at
  }
  return -1
}
