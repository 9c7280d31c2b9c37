import type { Json } from '../../json.ts'
import { allInput } from '../../usage.ts'
import type { Usage } from '../../usage.ts'

/** Usage as Google reports it: what was cached within the prompt, thoughts apart from the answer. It is always there, since some clients need it. */
export function printUsage(usage: Usage | undefined): Json {
  const { cacheRead = 0, output = 0, reasoning = 0 } = usage ?? {}
  const prompt = usage === undefined ? 0 : allInput(usage)
  return {
    promptTokenCount: prompt,
    ...(cacheRead === 0 ? {} : { cachedContentTokenCount: cacheRead }),
    candidatesTokenCount: output - reasoning,
    ...(reasoning === 0 ? {} : { thoughtsTokenCount: reasoning }),
    totalTokenCount: prompt + output,
  }
}
