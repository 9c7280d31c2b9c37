import { eventData, eventsOf } from '../event-stream.ts'
import type { Framer } from '../dialect.ts'

/** Nothing to a parser of JSON, before, between and inside of values. */
const LINE = Buffer.from('\n')

/** A stream as one JSON list, an element for each event: what Google sends to who does not ask for `alt=sse`. Only a complete one is closed. */
export function jsonArray(): Framer {
  let isBegun = false
  return {
    frame: (events) => {
      const values = eventsOf(events).flatMap(valueOf)
      if (values.length === 0) return LINE
      const before = isBegun ? ',\r\n' : '['
      isBegun = true
      return Buffer.from(before + values.join(',\r\n'))
    },
    end: () => Buffer.from(isBegun ? ']' : '[]'),
  }
}

function valueOf(event: Buffer): readonly string[] {
  const data = eventData(event)
  return data === undefined || data === '[DONE]' ? [] : [data]
}
