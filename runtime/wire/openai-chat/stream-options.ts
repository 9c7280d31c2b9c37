import type { Edit } from '../../proxy/body/splice.ts'
import type { Edits } from '../dialect.ts'
import { asciiJson, dropField, setField } from '../set-field.ts'
import type { Scanned } from '../set-field.ts'

/**
 * What becomes of the client's stream options, at `slot`: `include_usage` is added, the rest kept (rewritten as a whole, for they are
 * small), or they are taken out where the provider sends usage unasked.
 */
export function usageOption(body: Scanned, slot: number, edits: Edits): readonly Edit[] {
  if (edits.dropsUsageOption === true) {
    const dropped = dropField(body, slot, 'stream_options')
    return dropped === undefined ? [] : [dropped]
  }
  if (!edits.includeUsage) return []
  const { bytes, ranges } = body
  const start = ranges[slot * 2]!
  const given: unknown = start === -1 ? null : JSON.parse(bytes.toString('utf8', start, ranges[slot * 2 + 1]))
  const options = asciiJson({ ...(given as object | null), include_usage: true })
  return [setField(body, slot, 'stream_options', options)]
}
