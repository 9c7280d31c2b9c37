import type { Edits, WireBody } from '../dialect.ts'
import { applyEdits, setField } from '../set-field.ts'
import { messagesFields } from './fields.ts'

const { slots } = messagesFields

/** The bytes to send to a provider: markers, signatures and fields that gwc does not know stay as they are. */
export function editMessagesBody(body: WireBody, { model, maxOutput }: Edits): Buffer {
  const changes = [setField(body, slots.model, 'model', JSON.stringify(model))]
  if (maxOutput !== undefined && maxOutput < (body.maxOutput ?? Infinity))
    changes.push(setField(body, slots.max_tokens, 'max_tokens', String(maxOutput)))
  return applyEdits(body.bytes, changes)
}
