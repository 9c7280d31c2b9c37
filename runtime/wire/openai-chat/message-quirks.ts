import { OPEN_BRACE, OPEN_BRACKET } from '../../proxy/body/bytes.ts'
import type { Edit } from '../../proxy/body/splice.ts'
import { mapId } from '../canonical/ids.ts'
import type { IdRule } from '../canonical/ids.ts'
import type { Edits, WireBody } from '../dialect.ts'
import { elementsOf, memberOf, parseRange } from '../json-parts.ts'
import type { JsonRange } from '../json-parts.ts'
import { slots } from './fields.ts'

/** What servers of this dialect refuse in messages, though OpenAI takes it: ids of tool calls in OpenAI's form, the role `developer`. */
export function messageQuirks(body: WireBody, { callIds, dropsDeveloper }: Edits): readonly Edit[] {
  if (callIds === undefined && dropsDeveloper !== true) return []
  const hasCalls = callIds !== undefined && body.bytes.includes('"tool_call')
  const hasDeveloper = dropsDeveloper === true && body.bytes.includes('"developer"')
  if (!hasCalls && !hasDeveloper) return []
  return messagesOf(body).flatMap((message) => [
    ...(hasDeveloper ? asSystem(body.bytes, message) : []),
    ...(hasCalls ? withIds(body.bytes, message, callIds) : []),
  ])
}

function messagesOf({ bytes, ranges }: WireBody): readonly JsonRange[] {
  return objectsIn(bytes, { start: ranges[slots.messages * 2]!, end: -1 })
}

function objectsIn(bytes: Buffer, list: JsonRange | undefined): readonly JsonRange[] {
  if (list === undefined || list.start === -1 || bytes[list.start] !== OPEN_BRACKET) return []
  return elementsOf(bytes, list.start).filter(({ start }) => bytes[start] === OPEN_BRACE)
}

function asSystem(bytes: Buffer, message: JsonRange): readonly Edit[] {
  const role = memberOf(bytes, message.start, 'role')
  if (role === undefined || parseRange(bytes, role) !== 'developer') return []
  return [{ ...role, text: '"system"' }]
}

/** A call and its result say the same id, and so they do when it is mapped. */
function withIds(bytes: Buffer, message: JsonRange, rule: IdRule): readonly Edit[] {
  const calls = objectsIn(bytes, memberOf(bytes, message.start, 'tool_calls'))
  const ids = [
    memberOf(bytes, message.start, 'tool_call_id'),
    ...calls.map(({ start }) => memberOf(bytes, start, 'id')),
  ]
  return ids.flatMap((id) => (id === undefined ? [] : mapped(bytes, id, rule)))
}

function mapped(bytes: Buffer, range: JsonRange, rule: IdRule): readonly Edit[] {
  const id = parseRange(bytes, range)
  if (typeof id !== 'string') return []
  const wanted = mapId(id, rule)
  return wanted === id ? [] : [{ ...range, text: JSON.stringify(wanted) }]
}
