import type { Edits, WireBody } from '../dialect.ts'
import { applyEdits, setField } from '../set-field.ts'
import { responsesFields } from './fields.ts'

const { slots } = responsesFields

/** The bytes to send to a provider. */
export function editResponsesBody(body: WireBody, { model, maxOutput }: Edits): Buffer {
  const changes = [setField(body, slots.model, 'model', JSON.stringify(model))]
  if (maxOutput !== undefined && maxOutput < (body.maxOutput ?? Infinity))
    changes.push(setField(body, slots.max_output_tokens, 'max_output_tokens', String(maxOutput)))
  return applyEdits(body.bytes, changes)
}
