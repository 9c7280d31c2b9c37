import type { StreamEnd } from '../dialect.ts'
import { eventsOf } from '../event-stream.ts'
import { responsesWords, usageNearEnd } from '../openai-usage.ts'
import { readResponsesEvent } from './event.ts'

/** The events with which a stream is complete; `response.failed` is an error that the client has been told. */
const terminal: ReadonlySet<string> = new Set(['response.completed', 'response.incomplete'])

/** Reads the last bytes of a stream, where the terminal event stands whole, perhaps with a `[DONE]` of chat behind it. */
export function readStreamEnd(tail: Buffer): StreamEnd {
  const last = eventsOf(lastPart(tail)).findLast(isNoFiller)
  const event = last === undefined ? 'comment' : readResponsesEvent(last)
  if (last === undefined || typeof event === 'string' || !event.type.startsWith('response.'))
    return { complete: false, usage: undefined }
  const usage = holdsUsage.has(event.type) ? usageNearEnd(last, responsesWords) : undefined
  return { complete: terminal.has(event.type), usage }
}

/** What failed was billed, too. */
const holdsUsage: ReadonlySet<string> = new Set([...terminal, 'response.failed'])

function isNoFiller(event: Buffer): boolean {
  const read = readResponsesEvent(event)
  return typeof read === 'object' && read.type !== '[DONE]' && read.type !== 'keepalive'
}

const SEPARATOR = Buffer.from('\n\n')
/** A terminal event, and what may stand behind it. */
const EVENTS = 4

/** The last events of a piece, found from its end; all of it where lines do not end in a plain LF. */
function lastPart(tail: Buffer): Buffer {
  let from = tail.length
  for (let i = 0; i < EVENTS && from > 0; i++) from = Math.max(0, tail.lastIndexOf(SEPARATOR, from - 2))
  return from === 0 ? tail : tail.subarray(from + SEPARATOR.length)
}
