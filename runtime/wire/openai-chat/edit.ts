import type { Edit } from '../../proxy/body/splice.ts'
import type { Edits, WireBody } from '../dialect.ts'
import { promptCacheKey } from '../prompt-cache-key.ts'
import { applyEdits, renameField, setField } from '../set-field.ts'
import { slots } from './fields.ts'
import { messageQuirks } from './message-quirks.ts'
import { usageOption } from './stream-options.ts'

/** The bytes to send to a provider. */
export function editChatBody(body: WireBody, edits: Edits): Buffer {
  return applyEdits(body.bytes, [
    setField(body, slots.model, 'model', JSON.stringify(edits.model)),
    ...usageOption(body, slots.stream_options, edits),
    ...outputCaps(body, edits),
    ...messageQuirks(body, edits),
    ...promptCacheKey(body, slots.prompt_cache_key, edits),
  ])
}

const caps = ['max_completion_tokens', 'max_tokens'] as const
type Cap = (typeof caps)[number]

/** Each cap that the client set is lowered where it is above; where it set none, the provider's own is added. */
function outputCaps(body: WireBody, edits: Edits): readonly Edit[] {
  const { maxOutput: max = Infinity, capField = 'max_completion_tokens' } = edits
  const set = caps.filter((name) => capOf(body, name) !== Infinity)
  const [only] = set
  if (only === undefined)
    return max === Infinity ? [] : [setField(body, slots[capField], capField, String(max))]
  const value = (name: Cap): string => String(Math.min(capOf(body, name), max))
  if (edits.renamesCap === true && set.length === 1 && only !== capField)
    return [renameField(body, slots[only], [only, capField], value(only))].filter(
      (edit) => edit !== undefined,
    )
  return set
    .filter((name) => capOf(body, name) > max)
    .map((name) => setField(body, slots[name], name, value(name)))
}

/** A cap of the client; endless where it is absent or `null`. */
function capOf({ bytes, ranges }: WireBody, name: Cap): number {
  const start = ranges[slots[name] * 2]!
  const text = start === -1 ? 'null' : bytes.toString('latin1', start, ranges[slots[name] * 2 + 1])
  return text === 'null' ? Infinity : Number(text)
}
