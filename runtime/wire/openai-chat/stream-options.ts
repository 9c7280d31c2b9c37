import type { Edit } from '../../proxy/body/splice.ts'
import { asciiJson, setField } from '../set-field.ts'
import type { Scanned } from '../set-field.ts'

/** The client's stream options, at `slot`, with `include_usage` added: rewritten as a whole, for they are small. */
export function withUsageAsked(body: Scanned, slot: number): Edit {
  const { bytes, ranges } = body
  const start = ranges[slot * 2]!
  const given: unknown = start === -1 ? null : JSON.parse(bytes.toString('utf8', start, ranges[slot * 2 + 1]))
  return setField(
    body,
    slot,
    'stream_options',
    asciiJson({ ...(given as object | null), include_usage: true }),
  )
}
