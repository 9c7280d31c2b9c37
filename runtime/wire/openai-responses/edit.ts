import type { Edits, WireBody } from '../dialect.ts'
import { promptCacheKey } from '../prompt-cache-key.ts'
import { applyEdits, setField } from '../set-field.ts'
import { responsesFields } from './fields.ts'

const { slots } = responsesFields

/** The bytes to send to a provider. */
export function editResponsesBody(body: WireBody, edits: Edits): Buffer {
  const { model, maxOutput } = edits
  const changes = [
    setField(body, slots.model, 'model', JSON.stringify(model)),
    ...promptCacheKey(body, slots.prompt_cache_key, edits),
  ]
  if (maxOutput !== undefined && maxOutput < (body.maxOutput ?? Infinity))
    changes.push(setField(body, slots.max_output_tokens, 'max_output_tokens', String(maxOutput)))
  return applyEdits(body.bytes, changes)
}
