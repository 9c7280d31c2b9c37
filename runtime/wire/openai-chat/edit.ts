import type { Edits, WireBody } from '../dialect.ts'
import { applyEdits, asciiJson, setField } from '../set-field.ts'
import { slots } from './fields.ts'

/** The bytes to send to a provider. */
export function editChatBody(body: WireBody, edits: Edits): Buffer {
  const changes = [setField(body, slots.model, 'model', JSON.stringify(edits.model))]
  if (edits.includeUsage)
    changes.push(setField(body, slots.stream_options, 'stream_options', usageOptions(body)))
  return applyEdits(body.bytes, changes)
}

/** The client's stream options with `include_usage` added: rewritten as a whole, for they are small. */
function usageOptions(body: WireBody): string {
  const start = body.ranges[slots.stream_options * 2]!
  const given: unknown =
    start === -1
      ? null
      : JSON.parse(body.bytes.toString('utf8', start, body.ranges[slots.stream_options * 2 + 1]))
  return asciiJson({ ...(given as object | null), include_usage: true })
}
