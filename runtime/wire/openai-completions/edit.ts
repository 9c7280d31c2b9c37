import type { Edits, WireBody } from '../dialect.ts'
import { usageOption } from '../openai-chat/stream-options.ts'
import { applyEdits, setField } from '../set-field.ts'
import { completionFields } from './fields.ts'

const { slots } = completionFields

/** The bytes to send to a provider. */
export function editCompletionBody(body: WireBody, edits: Edits): Buffer {
  const { model, maxOutput } = edits
  const changes = [
    setField(body, slots.model, 'model', JSON.stringify(model)),
    ...usageOption(body, slots.stream_options, edits),
  ]
  if (maxOutput !== undefined && maxOutput < (body.maxOutput ?? Infinity))
    changes.push(setField(body, slots.max_tokens, 'max_tokens', String(maxOutput)))
  return applyEdits(body.bytes, changes)
}
