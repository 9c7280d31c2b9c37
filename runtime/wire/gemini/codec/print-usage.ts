import type { Json } from '../../json.ts'
import type { Usage } from '../../usage.ts'

/** Usage as Google reports it: what was cached within the prompt, thoughts apart from the answer. It is always there, since some clients need it. */
export function printUsage(usage: Usage | undefined): Json {
  const { input = 0, cacheRead = 0, cacheWrite5m = 0, cacheWrite1h = 0 } = usage ?? {}
  const { output = 0, reasoning = 0 } = usage ?? {}
  const prompt = input + cacheRead + cacheWrite5m + cacheWrite1h
  return {
    promptTokenCount: prompt,
    ...(cacheRead === 0 ? {} : { cachedContentTokenCount: cacheRead }),
    candidatesTokenCount: output - reasoning,
    ...(reasoning === 0 ? {} : { thoughtsTokenCount: reasoning }),
    totalTokenCount: prompt + output,
  }
}
