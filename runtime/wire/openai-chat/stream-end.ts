import type { StreamEnd } from '../dialect.ts'
import type { Usage } from '../usage.ts'
import { eventData, eventsOf, lineAround } from '../event-stream.ts'
import { parseObject } from '../json.ts'
import { readUsage } from './usage.ts'

/** Reads the last bytes of a chat stream; the first event in them may be cut. Complete is what ends in `[DONE]` and has said why. */
export function readStreamEnd(tail: Buffer): StreamEnd {
  return { complete: isDone(tail) && saysWhy(tail), usage: lastUsage(tail) }
}

/** Whether `[DONE]` is the last that the stream said; some servers put comments behind it. */
function isDone(tail: Buffer): boolean {
  const last = eventsOf(tail.subarray(-LAST_BYTES)).findLast((event) => eventData(event) !== undefined)
  return last !== undefined && eventData(last) === '[DONE]'
}

/** `[DONE]` and a few comments. */
const LAST_BYTES = 256

/** Whether a choice has its `finish_reason`. Text cannot forge one: its quotes are escaped. */
function saysWhy(tail: Buffer): boolean {
  for (let at = tail.length; at > 0;) {
    at = tail.lastIndexOf(FINISH, at - 1)
    if (at === -1) return false
    if (/^\s*:\s*"/.test(tail.toString('latin1', at + FINISH.length, at + FINISH.length + 16))) return true
  }
  return false
}

const FINISH = Buffer.from('"finish_reason"')

/** The last event that carries a usage object; with `include_usage` every other chunk says `"usage":null`. */
function lastUsage(tail: Buffer): Usage | undefined {
  for (let at = tail.lastIndexOf(USAGE); at !== -1; at = at === 0 ? -1 : tail.lastIndexOf(USAGE, at - 1)) {
    if (!startsObject(tail, at + USAGE.length)) continue
    const usage = readUsage(parseObject(eventData(lineAround(tail, at)) ?? '')?.['usage'])
    if (usage !== undefined) return usage
  }
  return undefined
}

const USAGE = Buffer.from('"usage"')

/** Whether what follows a key is an object. */
export function startsObject(bytes: Buffer, from: number): boolean {
  let at = from
  while (bytes[at] === 0x20 || bytes[at] === 0x3a) at++
  return bytes[at] === 0x7b
}
