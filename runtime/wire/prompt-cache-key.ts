import type { Edit } from '../proxy/body/splice.ts'
import type { Edits } from './dialect.ts'
import { setField } from './set-field.ts'
import type { Scanned } from './set-field.ts'

const LETTER_N = 0x6e

/** Names the session to the provider, so that its requests meet where the prompt is cached; the client's own key stays. */
export function promptCacheKey(body: Scanned, slot: number, { cacheKey }: Edits): readonly Edit[] {
  const start = body.ranges[slot * 2]!
  if (cacheKey === undefined || (start !== -1 && body.bytes[start] !== LETTER_N)) return []
  return [setField(body, slot, 'prompt_cache_key', JSON.stringify(cacheKey))]
}
