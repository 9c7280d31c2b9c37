import { isObject, parseObject } from '../json.ts'
import type { Json } from '../json.ts'
import { apartOf } from '../usage.ts'
import type { Usage } from '../usage.ts'

/**
 * Reads Google's `usageMetadata`; `undefined` when it is not there or makes no sense. Its prompt includes what was read from the
 * cache, what its own tools fetched is counted apart, and a count of 0 may be left out
 * (https://ai.google.dev/api/generate-content#UsageMetadata).
 */
export function readUsage(usage: unknown): Usage | undefined {
  if (!isObject(usage) || !('promptTokenCount' in usage || 'totalTokenCount' in usage)) return undefined
  const [prompt, cached, fetched, written, thought] = counted.map((name) => count(usage[name]))
  if (prompt === undefined || cached === undefined || fetched === undefined) return undefined
  if (written === undefined || thought === undefined) return undefined
  const cacheRead = Math.min(prompt, cached)
  const output = includesThoughts(usage, prompt + fetched + written) ? written : written + thought
  return {
    input: prompt - cacheRead + fetched,
    cacheRead,
    cacheWrite5m: 0,
    cacheWrite1h: 0,
    output,
    reasoning: Math.min(output, thought),
    ...mediaOf(usage),
  }
}

/** Sound and pictures, which some models bill apart. What of the prompt was read from the cache is no input. */
function mediaOf(usage: Json): Pick<Usage, 'apart'> {
  const cachedAudio = ofModality(usage['cacheTokensDetails'], 'AUDIO')
  const input = (modality: string): number =>
    Math.max(
      0,
      ofModality(usage['promptTokensDetails'], modality) - ofModality(usage['cacheTokensDetails'], modality),
    )
  return apartOf({
    inputAudio: input('AUDIO'),
    inputImage: input('IMAGE'),
    cacheReadAudio: cachedAudio,
    outputAudio: ofModality(usage['candidatesTokensDetails'], 'AUDIO'),
    outputImage: ofModality(usage['candidatesTokensDetails'], 'IMAGE'),
  })
}

/** The tokens of one modality; 0 where they are not told apart. */
function ofModality(details: unknown, modality: string): number {
  const found = Array.isArray(details) ? details.filter(isObject) : []
  const own = found.find((each) => each['modality'] === modality)
  return own === undefined ? 0 : (count(own['tokenCount']) ?? 0)
}

const counted = [
  'promptTokenCount',
  'cachedContentTokenCount',
  'toolUsePromptTokenCount',
  'candidatesTokenCount',
  'thoughtsTokenCount',
] as const

/** Some servers count thoughts among the candidates' tokens: their total says so. */
function includesThoughts(usage: Json, withoutThoughts: number): boolean {
  return usage['totalTokenCount'] === withoutThoughts
}

/** The usage of a whole answer: the top-level one, for a call's arguments may hold a field of that name. */
export function usageOfAnswer(answer: Buffer): Usage | undefined {
  return readUsage(parseObject(answer.toString())?.['usageMetadata'])
}

function count(value: unknown): number | undefined {
  if (value === undefined || value === null) return 0
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined
}
