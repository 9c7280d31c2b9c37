import type { StreamEnd } from '../dialect.ts'
import { eventData, lineAround } from '../event-stream.ts'
import { isObject, parseObject } from '../json.ts'
import type { Json } from '../json.ts'
import { mergeUsage, readUsage } from './usage.ts'

/**
 * Reads the end of a messages stream. Input and cache are told by `message_start`, at its head; the output by the last
 * `message_delta`: without one, how much was written is not known.
 */
export function readStreamEnd(head: Buffer, tail: Buffer): StreamEnd {
  const complete = lastEvent(tail, 'message_stop') !== undefined
  const last = lastEvent(tail, 'message_delta')?.['usage']
  if (!isObject(last)) return { complete, usage: undefined }
  return { complete, usage: readUsage(mergeUsage(firstUsage(head), last)) }
}

function firstUsage(head: Buffer): Json {
  const message = lastEvent(head, 'message_start')?.['message']
  return isObject(message) && isObject(message['usage']) ? message['usage'] : {}
}

/** The last event of a type; the text of its name may stand elsewhere too, so what is found is parsed. */
function lastEvent(bytes: Buffer, type: string): Json | undefined {
  const needle = `"${type}"`
  for (
    let at = bytes.lastIndexOf(needle);
    at !== -1;
    at = at === 0 ? -1 : bytes.lastIndexOf(needle, at - 1)
  ) {
    const event = parseObject(eventData(lineAround(bytes, at)) ?? '')
    if (event?.['type'] === type) return event
  }
  return undefined
}
