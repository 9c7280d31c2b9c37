import { loseSettings } from '../../canonical/field-names.ts'
import type { CanonicalRequest } from '../../canonical/form.ts'
import type { Losses } from '../../canonical/losses.ts'
import type { Json } from '../../json.ts'
import type { ModelWays } from './model-ways.ts'

/** How words are drawn. Anthropic's scale of temperature ends at 1; newer models take no other than their own (wire.md, *OpenAI → Anthropic*). */
export function printSampling(request: CanonicalRequest, { sampling }: ModelWays, losses: Losses): Json {
  const { temperature, topP, topK } = request
  if (request.from === 'anthropic-messages') return { temperature, top_p: topP, top_k: topK }
  loseSettings(request, ['seed', 'presencePenalty', 'frequencyPenalty'], losses)
  if (!sampling) {
    if (temperature !== 1) loseSettings(request, ['temperature'], losses)
    if (topP !== 1) loseSettings(request, ['topP'], losses)
    return {}
  }
  if (temperature !== undefined) loseSettings(request, ['topP'], losses)
  return {
    temperature: temperature === undefined ? undefined : Math.min(1, temperature),
    top_p: temperature === undefined ? topP : undefined,
    top_k: topK,
  }
}
