import type { Edit } from '../../proxy/body/splice.ts'
import type { Edits, WireBody } from '../dialect.ts'
import { applyEdits, setField } from '../set-field.ts'
import { slots } from './fields.ts'
import { withUsageAsked } from './stream-options.ts'

/** The bytes to send to a provider. */
export function editChatBody(body: WireBody, edits: Edits): Buffer {
  const changes = [setField(body, slots.model, 'model', JSON.stringify(edits.model))]
  if (edits.includeUsage) changes.push(withUsageAsked(body, slots.stream_options))
  if (edits.maxOutput !== undefined)
    changes.push(...capped(body, edits.maxOutput, edits.capField ?? 'max_completion_tokens'))
  return applyEdits(body.bytes, changes)
}

const caps = ['max_completion_tokens', 'max_tokens'] as const

/** Each cap that the client set is lowered where it is above; where it set none, the provider's own is added. */
function capped(body: WireBody, max: number, added: (typeof caps)[number]): readonly Edit[] {
  const set = caps.flatMap((name) => {
    const value = capOf(body, name)
    return value === undefined ? [] : [{ name, value }]
  })
  if (set.length === 0) return [setField(body, slots[added], added, String(max))]
  return set.flatMap(({ name, value }) =>
    value > max ? [setField(body, slots[name], name, String(max))] : [],
  )
}

/** A cap of the client; `undefined` where it is absent or `null`. */
function capOf({ bytes, ranges }: WireBody, name: (typeof caps)[number]): number | undefined {
  const start = ranges[slots[name] * 2]!
  const text = start === -1 ? 'null' : bytes.toString('latin1', start, ranges[slots[name] * 2 + 1])
  return text === 'null' ? undefined : Number(text)
}
