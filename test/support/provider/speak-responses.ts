import { pieces, usualTokens } from './said.ts'
import type { Said, ToolCall } from './said.ts'
import { openaiError, openaiUnknownModel } from './speak-openai-errors.ts'
import type { Asked, Speech } from './speech.ts'
import { namedEvent } from './sse.ts'

/** `POST /responses` as OpenAI speaks it. */
export const responsesSpeech: Speech = {
  name: 'openai-responses',
  path: '/responses',
  whole: (said, asked) => response(said, asked, 'completed'),
  events: (said, asked) =>
    streamOf(said, asked).map((event, at) => namedEvent({ ...event, sequence_number: at })),
  error: openaiError,
  errorEvent: ({ message, code }) =>
    namedEvent({ type: 'error', code, message, param: null, sequence_number: 99 }),
  overflow: {
    message: 'Your input exceeds the context window of this model. Please adjust your input and try again.',
    code: 'context_length_exceeded',
    type: 'invalid_request_error',
  },
  unknownModel: openaiUnknownModel,
}

type Typed = { readonly type: string; readonly [field: string]: unknown }

/** An output item whole, and the events that build it between its `added` and its `done`. */
interface Item {
  readonly whole: Typed
  readonly opening: Typed
  readonly events: readonly Typed[]
}

function response(said: Said, { model = 'upstream-model' }: Asked, status: string): object {
  const done = status === 'completed'
  return {
    id: 'resp_1',
    object: 'response',
    created_at: 1_700_000_000,
    status,
    error: null,
    incomplete_details: null,
    instructions: null,
    max_output_tokens: null,
    metadata: {},
    model,
    output: done ? itemsOf(said).map((item) => item.whole) : [],
    parallel_tool_calls: true,
    previous_response_id: null,
    reasoning: { effort: null, summary: null },
    store: false,
    temperature: 1,
    text: { format: { type: 'text' } },
    tool_choice: 'auto',
    tools: [],
    top_p: 1,
    truncation: 'disabled',
    ...(said.tokens === null ? {} : { usage: done ? usageOf(said) : null }),
  }
}

function streamOf(said: Said, asked: Asked): readonly Typed[] {
  const items = itemsOf(said).flatMap((item, output_index): readonly Typed[] => [
    { type: 'response.output_item.added', output_index, item: item.opening },
    ...item.events.map((event) => ({ ...event, item_id: item.whole['id'], output_index })),
    { type: 'response.output_item.done', output_index, item: item.whole },
  ])
  return [
    { type: 'response.created', response: response(said, asked, 'in_progress') },
    { type: 'response.in_progress', response: response(said, asked, 'in_progress') },
    ...items,
    { type: 'response.completed', response: response(said, asked, 'completed') },
  ]
}

function itemsOf({ text, reasoning, calls = [], refusal }: Said): readonly Item[] {
  return [
    ...(reasoning === undefined ? [] : [reasoningItem(reasoning)]),
    ...(text === undefined
      ? []
      : [messageItem('output_text', { text, annotations: [], logprobs: [] }, 'text', text)]),
    ...(refusal === undefined ? [] : [messageItem('refusal', { refusal }, 'refusal', refusal)]),
    ...calls.map(callItem),
  ]
}

function messageItem(type: 'output_text' | 'refusal', part: object, field: string, text: string): Item {
  const message = { id: 'msg_1', type: 'message', role: 'assistant' }
  const at = { content_index: 0 }
  const logprobs = type === 'output_text' ? { logprobs: [] } : {}
  return {
    whole: { ...message, status: 'completed', content: [{ type, ...part }] },
    opening: { ...message, status: 'in_progress', content: [] },
    events: [
      { type: 'response.content_part.added', ...at, part: { type, ...part, [field]: '' } },
      ...pieces(text).map((delta) => ({ type: `response.${type}.delta`, ...at, delta, ...logprobs })),
      { type: `response.${type}.done`, ...at, [field]: text, ...logprobs },
      { type: 'response.content_part.done', ...at, part: { type, ...part } },
    ],
  }
}

function reasoningItem(text: string): Item {
  const part = { type: 'summary_text', text }
  const at = { summary_index: 0 }
  return {
    whole: { id: 'rs_1', type: 'reasoning', summary: [part], encrypted_content: 'c2VhbGVk' },
    opening: { id: 'rs_1', type: 'reasoning', summary: [] },
    events: [
      { type: 'response.reasoning_summary_part.added', ...at, part: { ...part, text: '' } },
      ...pieces(text).map((delta) => ({ type: 'response.reasoning_summary_text.delta', ...at, delta })),
      { type: 'response.reasoning_summary_text.done', ...at, text },
      { type: 'response.reasoning_summary_part.done', ...at, part },
    ],
  }
}

function callItem({ id, name, arguments: args }: ToolCall, index: number): Item {
  const call = { id: `fc_${index + 1}`, type: 'function_call', call_id: id, name }
  return {
    whole: { ...call, arguments: args, status: 'completed' },
    opening: { ...call, arguments: '', status: 'in_progress' },
    events: [
      ...pieces(args).map((delta) => ({ type: 'response.function_call_arguments.delta', delta })),
      { type: 'response.function_call_arguments.done', arguments: args, name },
    ],
  }
}

function usageOf({ tokens }: Said): object {
  const { input, output, cacheRead, reasoning } = tokens ?? usualTokens
  return {
    input_tokens: input,
    input_tokens_details: { cached_tokens: cacheRead },
    output_tokens: output,
    output_tokens_details: { reasoning_tokens: reasoning },
    total_tokens: input + output,
  }
}
