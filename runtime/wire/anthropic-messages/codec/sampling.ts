import type { CanonicalRequest } from '../../canonical/form.ts'
import type { Losses } from '../../canonical/losses.ts'
import type { Json } from '../../json.ts'
import type { ModelWays } from './model-ways.ts'

/** How words are drawn. Anthropic's scale of temperature ends at 1; newer models take no other than their own (wire.md, *OpenAI → Anthropic*). */
export function printSampling(request: CanonicalRequest, { sampling }: ModelWays, losses: Losses): Json {
  const { temperature, topP, topK } = request
  if (request.from === 'anthropic-messages') return { temperature, top_p: topP, top_k: topK }
  if (!sampling) {
    if (temperature !== undefined && temperature !== 1) losses.lose('temperature')
    if (topP !== undefined && topP !== 1) losses.lose('top_p')
    return {}
  }
  if (temperature !== undefined && topP !== undefined) losses.lose('top_p')
  return {
    temperature: temperature === undefined ? undefined : Math.min(1, temperature),
    top_p: temperature === undefined ? topP : undefined,
    top_k: topK,
  }
}
