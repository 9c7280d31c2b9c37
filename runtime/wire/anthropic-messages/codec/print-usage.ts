import type { Json } from '../../json.ts'
import type { Usage } from '../../usage.ts'

/** Usage as Anthropic reports it: input without what was cached. Every field is there, since some clients need them. */
export function printUsage(usage: Usage | undefined): Json {
  const { input = 0, cacheRead = 0, cacheWrite5m = 0, cacheWrite1h = 0, output = 0 } = usage ?? {}
  return {
    input_tokens: input,
    cache_creation_input_tokens: cacheWrite5m + cacheWrite1h,
    cache_read_input_tokens: cacheRead,
    cache_creation: { ephemeral_5m_input_tokens: cacheWrite5m, ephemeral_1h_input_tokens: cacheWrite1h },
    output_tokens: output,
    ...(usage === undefined || usage.reasoning === 0
      ? {}
      : { output_tokens_details: { thinking_tokens: usage.reasoning } }),
  }
}
