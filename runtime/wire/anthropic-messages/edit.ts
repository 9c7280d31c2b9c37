import type { Edits, WireBody } from '../dialect.ts'
import { applyEdits, setField } from '../set-field.ts'
import { messagesFields } from './fields.ts'

/** The bytes to send to a provider: markers, signatures and fields that gwc does not know stay as they are. */
export function editMessagesBody(body: WireBody, edits: Edits): Buffer {
  return applyEdits(body.bytes, [
    setField(body, messagesFields.slots.model, 'model', JSON.stringify(edits.model)),
  ])
}
