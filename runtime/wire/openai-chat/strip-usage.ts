import { eventsOf } from '../event-stream.ts'
import { readChatEvent } from './event.ts'
import { startsObject } from './stream-end.ts'

const USAGE = Buffer.from('"usage"')

/** Whole events without the usage chunk that only gwc asked for. One search passes nearly every piece untouched. */
export function stripUsage(events: Buffer): Buffer {
  let at = events.indexOf(USAGE)
  while (at !== -1 && !startsObject(events, at + USAGE.length)) at = events.indexOf(USAGE, at + USAGE.length)
  return at === -1 ? events : withoutUsage(events)
}

function withoutUsage(events: Buffer): Buffer {
  return Buffer.concat(eventsOf(events).filter((event) => readChatEvent(event).kind !== 'usage'))
}
