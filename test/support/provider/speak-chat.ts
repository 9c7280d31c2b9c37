import { endOf, pieces, usualTokens } from './said.ts'
import type { Said, Tokens, ToolCall } from './said.ts'
import { openaiError, openaiOverflow, openaiUnknownModel } from './speak-openai-errors.ts'
import type { Asked, Speech } from './speech.ts'
import { dataEvent } from './sse.ts'

const finishes = { stop: 'stop', tools: 'tool_calls', refusal: 'stop' } as const

/** `POST /chat/completions` as OpenAI speaks it; reasoning in DeepSeek's and vLLM's field. */
export const chatSpeech: Speech = {
  name: 'openai-chat',
  path: '/chat/completions',
  whole: (said, asked) => ({
    ...head(asked, 'chat.completion'),
    choices: [{ index: 0, message: message(said), logprobs: null, finish_reason: finishes[endOf(said)] }],
    ...usageOf(said),
  }),
  events: (said, asked) => streamOf(said, asked).map(dataEvent),
  error: openaiError,
  errorEvent: (error) => dataEvent(openaiError(500, error)),
  overflow: openaiOverflow,
  unknownModel: openaiUnknownModel,
}

function head({ model = 'upstream-model' }: Asked, object: string): object {
  return { id: 'chatcmpl-1', object, created: 1_700_000_000, model }
}

function message({ text, reasoning, calls = [], refusal }: Said): object {
  return {
    role: 'assistant',
    content: text ?? null,
    refusal: refusal ?? null,
    ...(reasoning === undefined ? {} : { reasoning_content: reasoning }),
    ...(calls.length === 0 ? {} : { tool_calls: calls.map(toolCall) }),
  }
}

function toolCall({ id, name, arguments: args }: ToolCall): object {
  return { id, type: 'function', function: { name, arguments: args } }
}

function streamOf(said: Said, asked: Asked): readonly (object | string)[] {
  const counted = asked.stream_options?.include_usage === true && said.tokens !== null
  const chunk = (delta: object, finish: string | null = null): object => ({
    ...head(asked, 'chat.completion.chunk'),
    choices: [{ index: 0, delta, logprobs: null, finish_reason: finish }],
    ...(counted ? { usage: null } : {}),
  })
  return [
    chunk({ role: 'assistant', content: '' }),
    ...deltasOf(said).map((delta) => chunk(delta)),
    chunk({}, finishes[endOf(said)]),
    ...(counted ? [{ ...head(asked, 'chat.completion.chunk'), choices: [], ...usageOf(said) }] : []),
    '[DONE]',
  ]
}

function deltasOf({ text, reasoning, calls = [], refusal }: Said): readonly object[] {
  return [
    ...pieces(reasoning ?? '').map((piece) => ({ reasoning_content: piece })),
    ...pieces(text ?? '').map((content) => ({ content })),
    ...pieces(refusal ?? '').map((piece) => ({ refusal: piece })),
    ...calls.flatMap((call, index) => [
      { tool_calls: [{ index, ...toolCall({ ...call, arguments: '' }) }] },
      ...pieces(call.arguments).map((piece) => ({ tool_calls: [{ index, function: { arguments: piece } }] })),
    ]),
  ]
}

function usageOf({ tokens = usualTokens }: Said): object {
  return tokens === null ? {} : { usage: chatUsage(tokens) }
}

/** Usage as chat completions report it. */
export function chatUsage({ input, output, cacheRead, reasoning }: Tokens): object {
  return {
    prompt_tokens: input,
    completion_tokens: output,
    total_tokens: input + output,
    prompt_tokens_details: { cached_tokens: cacheRead },
    completion_tokens_details: { reasoning_tokens: reasoning },
  }
}
