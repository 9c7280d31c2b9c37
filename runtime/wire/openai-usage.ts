import { allInput, apartOf } from './usage.ts'
import type { Usage } from './usage.ts'
import { isObject, parseObject } from './json.ts'
import type { Json } from './json.ts'

/** What OpenAI calls the two sides of usage. */
export interface UsageWords {
  readonly input: 'prompt_tokens' | 'input_tokens'
  readonly inputDetails: 'prompt_tokens_details' | 'input_tokens_details'
  /** Absent: embeddings have no output. */
  readonly output?: 'completion_tokens' | 'output_tokens'
  readonly outputDetails?: 'completion_tokens_details' | 'output_tokens_details'
}

export const embeddingWords: UsageWords = { input: 'prompt_tokens', inputDetails: 'prompt_tokens_details' }

/** Those of chat completions. */
export const chatWords: Required<UsageWords> = {
  ...embeddingWords,
  output: 'completion_tokens',
  outputDetails: 'completion_tokens_details',
}

export const responsesWords: Required<UsageWords> = {
  input: 'input_tokens',
  inputDetails: 'input_tokens_details',
  output: 'output_tokens',
  outputDetails: 'output_tokens_details',
}

/**
 * Reads OpenAI's `usage`, whose input includes the tokens read from and written to the prompt cache; `undefined` when it is not
 * there or makes no sense. An explicit 0 is 0, and what is absent is not. DeepSeek counts its hits beside the details.
 */
export function readUsage(usage: unknown, words: UsageWords): Usage | undefined {
  if (!isObject(usage)) return undefined
  const all = count(usage[words.input])
  const output = words.output === undefined ? 0 : count(usage[words.output])
  if (all === undefined || output === undefined) return undefined
  const details = usage[words.inputDetails]
  const read = detail(details, 'cached_tokens') ?? count(usage['prompt_cache_hit_tokens']) ?? 0
  const cacheRead = Math.min(all, read)
  const written = Math.min(all - cacheRead, detail(details, 'cache_write_tokens') ?? 0)
  const cacheWrite1h = Math.min(written, writtenForLong(details))
  const made = words.outputDetails === undefined ? undefined : usage[words.outputDetails]
  const reasoning = Math.min(output, detail(made, 'reasoning_tokens') ?? 0)
  return {
    input: all - cacheRead - written,
    cacheRead,
    cacheWrite5m: written - cacheWrite1h,
    cacheWrite1h,
    output,
    reasoning,
    ...mediaOf(details, made),
  }
}

/** Sound and pictures, which some models bill apart. Predicted tokens, accepted or not, are output like any other. */
function mediaOf(read: unknown, made: unknown): Pick<Usage, 'apart'> {
  return apartOf({
    inputAudio: detail(read, 'audio_tokens') ?? 0,
    inputImage: detail(read, 'image_tokens') ?? 0,
    outputAudio: detail(made, 'audio_tokens') ?? 0,
    outputImage: detail(made, 'image_tokens') ?? 0,
  })
}

/** OpenAI keeps what was written for half an hour, or for twelve at another price: the dearer class stands for that. */
function writtenForLong(details: unknown): number {
  return isObject(details) ? (detail(details['cache_write_tokens_details'], 'ttl_12h_tokens') ?? 0) : 0
}

/** Usage as OpenAI writes it; `null` where none is known. */
export function printUsage(usage: Usage | undefined, words: Required<UsageWords>): Json | null {
  if (usage === undefined) return null
  const written = usage.cacheWrite5m + usage.cacheWrite1h
  const all = allInput(usage)
  return {
    [words.input]: all,
    [words.output]: usage.output,
    total_tokens: all + usage.output,
    [words.inputDetails]: {
      cached_tokens: usage.cacheRead,
      ...(written > 0 ? { cache_write_tokens: written } : {}),
    },
    [words.outputDetails]: { reasoning_tokens: usage.reasoning },
  }
}

const USAGE = Buffer.from('"usage"')

/** The usage of a whole answer. It stands near the end, so it is searched from there; the rest is not parsed unless that fails. */
export function usageNearEnd(answer: Buffer, words: UsageWords): Usage | undefined {
  const at = answer.lastIndexOf(USAGE)
  if (at === -1) return undefined
  const end = objectEnd(answer, at)
  const near = end === -1 ? undefined : parseObject(answer.toString('utf8', answer.indexOf(0x7b, at), end))
  return readUsage(near, words) ?? readUsage(parseObject(answer.toString())?.['usage'], words)
}

/** Index after the object that follows `at`: `usage` holds numbers and objects of numbers, so braces need no string test. */
function objectEnd(body: Buffer, at: number): number {
  let depth = 0
  for (let i = at; i < body.length; i++) {
    if (body[i] === 0x7b) depth++
    else if (body[i] === 0x7d && --depth <= 0) return depth === 0 ? i + 1 : -1
  }
  return -1
}

function detail(details: unknown, name: string): number | undefined {
  return isObject(details) ? count(details[name]) : undefined
}

function count(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined
}
