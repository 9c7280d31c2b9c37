import { CLOSE_BRACE, OPEN_BRACE, SPACE } from '../../proxy/body/bytes.ts'
import type { Edit } from '../../proxy/body/splice.ts'
import type { Edits, WireBody } from '../dialect.ts'
import { memberOf } from '../json-parts.ts'
import { applyEdits, setField } from '../set-field.ts'
import { generateFields, snakeOf, spellingOf } from './fields.ts'
import { resourceName } from './model-name.ts'

const { slots } = generateFields

/** The bytes to send to a provider: signatures and fields that gwc does not know stay as they are. The URL names the model; a body that does so too agrees with it. */
export function editGenerateBody(body: WireBody, edits: Edits): Buffer {
  const changes = [...modelEdits(body, slots.model, edits), ...capEdits(body, edits)]
  return changes.length === 0 ? body.bytes : applyEdits(body.bytes, changes)
}

/** The model within a body, where it names one. */
export function modelEdits(body: WireBody, slot: number, { model }: Edits): readonly Edit[] {
  if (body.ranges[slot * 2] === -1) return []
  return [setField(body, slot, 'model', JSON.stringify(resourceName(model)))]
}

/** A cap is lowered where it is above, and added where there is none. */
function capEdits(body: WireBody, { maxOutput }: Edits): readonly Edit[] {
  if (maxOutput === undefined || maxOutput >= (body.maxOutput ?? Infinity)) return []
  const field = spellingOf(body.ranges, 'generationConfig')
  const start = body.ranges[slots[field] * 2]!
  if (start === -1 || body.bytes[start] !== OPEN_BRACE)
    return [setField(body, slots[field], field, `{"${CAP}":${maxOutput}}`)]
  const own = memberOf(body.bytes, start, CAP) ?? memberOf(body.bytes, start, snakeOf(CAP))
  if (own !== undefined) return [{ ...own, text: String(maxOutput) }]
  const at = start + 1
  return [{ start: at, end: at, text: `"${CAP}":${maxOutput}${isEmpty(body.bytes, at) ? '' : ','}` }]
}

const CAP = 'maxOutputTokens'

function isEmpty(bytes: Buffer, start: number): boolean {
  let at = start
  while (SPACE[bytes[at]!] === 1) at++
  return bytes[at] === CLOSE_BRACE
}
