import type { CanonicalRequest } from './canonical/form.ts'
import type { Losses } from './canonical/losses.ts'
import type { Json } from './json.ts'

/** Models of OpenAI that think: while they do, they take no temperature but 1 (https://developers.openai.com/api/docs/guides/latest-model). */
const THINKS = /^(?:openai\/)?(?:o\d|gpt-(?:[5-9]|\d{2})|codex)/

/** How words are drawn. What another dialect asks of a model that thinks would be refused, so it is left out. */
export function printOpenaiSampling(
  { from, temperature, topP, reasoning }: CanonicalRequest,
  model: string,
  losses: Losses,
): Json {
  if (from.startsWith('openai') || !THINKS.test(model) || reasoning?.effort === 'none')
    return { temperature, top_p: topP }
  if (temperature !== undefined && temperature !== 1) losses.lose('temperature')
  if (topP !== undefined && topP !== 1) losses.lose('top_p')
  return {}
}
