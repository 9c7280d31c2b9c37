import { endOf, pieces, usualTokens } from './said.ts'
import type { Said, Tokens } from './said.ts'
import type { Asked, Speech, SpokenError } from './speech.ts'
import { dataEvent } from './sse.ts'

const finishes = { stop: 'STOP', tools: 'STOP', refusal: 'SAFETY' } as const

/** `POST /models/{m}:generateContent` as Google speaks it. */
export const generateSpeech: Speech = {
  name: 'gemini-generate',
  path: ':generateContent',
  whole: (said, asked) => response(asked, said, partsOf(said), finishes[endOf(said)]),
  events: (said, asked) => streamOf(said, asked).map(dataEvent),
  error: googleError,
  errorEvent: (error) => dataEvent(googleError(500, error)),
  overflow: {
    message: 'The input token count (250000) exceeds the maximum number of tokens allowed (200000).',
    code: null,
    type: 'INVALID_ARGUMENT',
  },
  unknownModel: {
    message:
      'models/large is not found for API version v1beta, or is not supported for generateContent. Call ListModels to see the list of available models and their supported methods.',
    code: null,
    type: 'NOT_FOUND',
  },
}

/** `POST /models/{m}:streamGenerateContent`: the same in events. */
export const streamGenerateSpeech: Speech = { ...generateSpeech, path: ':streamGenerateContent' }

/** `POST /models/{m}:countTokens`: a number, never a stream. */
export const googleCountSpeech: Speech = {
  ...generateSpeech,
  name: 'gemini-count-tokens',
  path: ':countTokens',
  whole: ({ tokens }) => ({ totalTokens: (tokens ?? usualTokens).input }),
  events: () => [],
}

const words: Readonly<Record<number, string>> = {
  400: 'INVALID_ARGUMENT',
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  429: 'RESOURCE_EXHAUSTED',
  500: 'INTERNAL',
  503: 'UNAVAILABLE',
  504: 'DEADLINE_EXCEEDED',
}

/** An error body as Google's APIs share it. */
export function googleError(status: number, { message }: Pick<SpokenError, 'message'>): object {
  return { error: { code: status, message, status: words[status] ?? 'UNKNOWN' } }
}

type Part = Readonly<Record<string, unknown>>

function partsOf({ text, reasoning, calls = [], refusal }: Said): readonly Part[] {
  return [
    ...(reasoning === undefined ? [] : [{ text: reasoning, thought: true }]),
    ...(text === undefined || refusal !== undefined ? [] : [{ text }]),
    ...calls.map(({ id, name, arguments: args }) => ({
      functionCall: { id, name, args: JSON.parse(args) as unknown },
      thoughtSignature: Buffer.from(`signed:${id}`).toString('base64'),
    })),
  ]
}

function response(
  { model = 'upstream-model' }: Asked,
  said: Said,
  parts: readonly Part[],
  finish?: string,
): object {
  const candidate = {
    ...(parts.length === 0 ? {} : { content: { parts, role: 'model' } }),
    ...(finish === undefined ? {} : { finishReason: finish }),
    index: 0,
  }
  return {
    candidates: [candidate],
    ...usageOf(said, finish !== undefined),
    modelVersion: model,
    responseId: 'resp_1',
  }
}

/** Whole calls; texts in pieces; usage so far in each event, and a reason to finish in the last. */
function streamOf(said: Said, asked: Asked): readonly object[] {
  const parts = partsOf(said).flatMap((part): readonly Part[] =>
    typeof part['text'] === 'string' ? pieces(part['text']).map((text) => ({ ...part, text })) : [part],
  )
  return [
    response(asked, said, [{ text: '' }]),
    ...parts.map((part) => response(asked, said, [part])),
    response(asked, said, said.refusal === undefined ? [{ text: '' }] : [], finishes[endOf(said)]),
  ]
}

function usageOf({ tokens = usualTokens }: Said, isLast: boolean): object {
  if (tokens === null) return {}
  return { usageMetadata: googleUsage(isLast ? tokens : { ...tokens, output: 1, reasoning: 0 }) }
}

/** Google counts thoughts apart from what was said, and cached tokens within the prompt. */
function googleUsage({ input, output, cacheRead, reasoning }: Tokens): object {
  return {
    promptTokenCount: input,
    ...(cacheRead === 0 ? {} : { cachedContentTokenCount: cacheRead }),
    candidatesTokenCount: output - reasoning,
    thoughtsTokenCount: reasoning,
    totalTokenCount: input + output,
  }
}
