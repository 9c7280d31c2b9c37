import type { StreamEnd } from '../dialect.ts'
import type { Usage } from '../usage.ts'
import { eventData, lineAround } from '../event-stream.ts'
import { parseObject } from '../json.ts'
import { readUsage } from './usage.ts'

/** Reads the last bytes of a chat stream; the first event in them may be cut. */
export function readStreamEnd(tail: Buffer): StreamEnd {
  const complete = /(?:^|[\n\r])data: ?\[DONE\][\n\r]*$/.test(
    tail.toString('latin1', Math.max(0, tail.length - 64)),
  )
  return { complete, usage: lastUsage(tail) }
}

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
