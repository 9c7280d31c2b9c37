import { loseSettings } from './canonical/field-names.ts'
import type { CanonicalRequest } from './canonical/form.ts'
import type { Losses } from './canonical/losses.ts'
import type { Json } from './json.ts'

/** Models of OpenAI that think: while they do, they take no temperature but 1 (https://developers.openai.com/api/docs/guides/latest-model). */
const THINKS = /^(?:openai\/)?(?:o\d|gpt-(?:[5-9]|\d{2})|codex)/

/** How words are drawn. What another dialect asks of a model that thinks would be refused, so it is left out. */
export function printOpenaiSampling(request: CanonicalRequest, model: string, losses: Losses): Json {
  const { from, temperature, topP, reasoning } = request
  if (from.startsWith('openai') || !THINKS.test(model) || reasoning?.effort === 'none')
    return { temperature, top_p: topP }
  if (temperature !== 1) loseSettings(request, ['temperature'], losses)
  if (topP !== 1) loseSettings(request, ['topP'], losses)
  return {}
}
