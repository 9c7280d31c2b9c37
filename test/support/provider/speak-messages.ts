import { endOf, pieces, usualTokens } from './said.ts'
import type { Said, Tokens } from './said.ts'
import type { Asked, Speech, SpokenError } from './speech.ts'
import { namedEvent } from './sse.ts'

const stops = { stop: 'end_turn', tools: 'tool_use', refusal: 'refusal' } as const

/** `POST /messages` as Anthropic speaks it. */
export const messagesSpeech: Speech = {
  name: 'anthropic-messages',
  path: '/messages',
  whole: (said, asked) => ({
    ...head(asked),
    content: blocksOf(said).map((block) => block.whole),
    stop_reason: stops[endOf(said)],
    stop_sequence: null,
    ...usageOf(said, 'output'),
  }),
  events: (said, asked) => streamOf(said, asked).map(namedEvent),
  error: (status, error) => ({ ...anthropicError(status, error), request_id: 'req_up_1' }),
  errorEvent: (error) => namedEvent(anthropicError(500, error)),
  overflow: {
    message: 'prompt is too long: 250000 tokens > 200000 maximum',
    code: null,
    type: 'invalid_request_error',
  },
  unknownModel: { message: 'model: large', code: null, type: 'not_found_error' },
}

/** An error body as Anthropic's APIs share it. */
export function anthropicError(status: number, { message, type }: SpokenError): Typed {
  return { type: 'error', error: { type: types[status] ?? type, message } }
}

const types: Readonly<Record<number, string>> = {
  401: 'authentication_error',
  403: 'permission_error',
  413: 'request_too_large',
  429: 'rate_limit_error',
  500: 'api_error',
  529: 'overloaded_error',
}

function head({ model = 'upstream-model' }: Asked): object {
  return { id: 'msg_1', type: 'message', role: 'assistant', model }
}

type Typed = { readonly type: string; readonly [field: string]: unknown }

interface Block {
  readonly whole: object
  /** The block as its stream begins it. */
  readonly start: object
  readonly deltas: readonly Typed[]
}

function blocksOf({ text, reasoning, calls = [], refusal }: Said): readonly Block[] {
  const said = refusal ?? text
  return [
    ...(reasoning === undefined ? [] : [thinkingBlock(reasoning)]),
    ...(said === undefined ? [] : [textBlock(said)]),
    ...calls.map(({ id, name, arguments: args }) => ({
      whole: { type: 'tool_use', id, name, input: JSON.parse(args) as unknown },
      start: { type: 'tool_use', id, name, input: {} },
      deltas: pieces(args).map((piece) => ({ type: 'input_json_delta', partial_json: piece })),
    })),
  ]
}

function textBlock(text: string): Block {
  return {
    whole: { type: 'text', text },
    start: { type: 'text', text: '' },
    deltas: pieces(text).map((piece) => ({ type: 'text_delta', text: piece })),
  }
}

function thinkingBlock(thinking: string): Block {
  const signature = Buffer.from(`signed:${thinking}`).toString('base64')
  return {
    whole: { type: 'thinking', thinking, signature },
    start: { type: 'thinking', thinking: '', signature: '' },
    deltas: [
      ...pieces(thinking).map((piece) => ({ type: 'thinking_delta', thinking: piece })),
      { type: 'signature_delta', signature },
    ],
  }
}

function streamOf(said: Said, asked: Asked): readonly Typed[] {
  const blocks = blocksOf(said).flatMap(({ start, deltas }, index): readonly Typed[] => [
    { type: 'content_block_start', index, content_block: start },
    ...deltas.map((delta) => ({ type: 'content_block_delta', index, delta })),
    { type: 'content_block_stop', index },
  ])
  const message = { ...head(asked), content: [], stop_reason: null, stop_sequence: null }
  return [
    { type: 'message_start', message: { ...message, ...usageOf(said, 1) } },
    { type: 'ping' },
    ...blocks,
    {
      type: 'message_delta',
      delta: { stop_reason: stops[endOf(said)], stop_sequence: null },
      ...(said.tokens === null ? {} : { usage: { output_tokens: (said.tokens ?? usualTokens).output } }),
    },
    { type: 'message_stop' },
  ]
}

function usageOf({ tokens = usualTokens }: Said, output: 'output' | number): object {
  if (tokens === null) return {}
  return { usage: { ...inputUsage(tokens), output_tokens: output === 'output' ? tokens.output : output } }
}

/** Anthropic counts cached tokens apart. */
function inputUsage({ input, cacheRead, cacheWrite }: Tokens): object {
  return {
    input_tokens: input - cacheRead - cacheWrite,
    cache_creation_input_tokens: cacheWrite,
    cache_read_input_tokens: cacheRead,
    service_tier: 'standard',
  }
}
