import { firstEventEnd } from '../event-stream.ts'
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
  const kept: Buffer[] = []
  for (let at = 0; at < events.length;) {
    const end = firstEventEnd(events, at)
    const event = events.subarray(at, end === -1 ? events.length : end)
    if (readChatEvent(event).kind !== 'usage') kept.push(event)
    at += event.length
  }
  return Buffer.concat(kept)
}
