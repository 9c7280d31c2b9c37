import type { Edits, WireBody } from '../dialect.ts'
import { applyEdits, setField } from '../set-field.ts'
import { cacheMarks } from './cache-marks.ts'
import { messagesFields } from './fields.ts'
import { fitThinking, losesThinking } from './thinking-budget.ts'

const { slots } = messagesFields

/** The bytes to send to a provider: markers, signatures and fields that gwc does not know stay as they are. */
export function editMessagesBody(body: WireBody, edits: Edits): Buffer {
  const { model, cacheTtl } = edits
  const changes = [setField(body, slots.model, 'model', JSON.stringify(model))]
  const cap = lowerCap(body, edits)
  if (cap !== undefined)
    changes.push(setField(body, slots.max_tokens, 'max_tokens', String(cap)), ...fitThinking(body, cap))
  if (cacheTtl !== undefined) changes.push(...cacheMarks(body, cacheTtl))
  return applyEdits(body.bytes, changes)
}

/** Fields that these edits leave nothing of. */
export function droppedFields(body: WireBody, edits: Edits): readonly string[] {
  const cap = lowerCap(body, edits)
  return cap !== undefined && losesThinking(body, cap) ? ['thinking'] : []
}

/** The cap to set; `undefined` where the client's own is as low. */
function lowerCap({ maxOutput: own = Infinity }: WireBody, { maxOutput }: Edits): number | undefined {
  return maxOutput !== undefined && maxOutput < own ? maxOutput : undefined
}
