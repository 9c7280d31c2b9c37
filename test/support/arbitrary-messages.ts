import type { Json } from '../../runtime/wire/json.ts'
import {
  aName,
  aSchema,
  aText,
  chosen,
  halves,
  maybe,
  present,
  someBytes,
  someText,
  strictness,
} from './arbitrary-wire.ts'
import { fc } from './fast-check.ts'

const aCallId = fc.stringMatching(/^toolu_[a-zA-Z0-9]{1,30}$/)
const aMark = fc.oneof(
  { weight: 9, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: fc.constantFrom<Json>({ type: 'ephemeral' }, { type: 'ephemeral', ttl: '1h' }) },
)
const anInput = fc.dictionary(aName, fc.oneof(aText, fc.integer()), { maxKeys: 3 })

const aTextBlock = fc
  .tuple(someText, aMark)
  .map(([text, cache_control]): Json => present({ type: 'text', text, cache_control }))
const anImage = fc
  .tuple(
    fc.oneof(
      someBytes.map((data) => ({ type: 'base64', media_type: 'image/png', data })),
      fc.webUrl().map((url) => ({ type: 'url', url })),
    ),
    aMark,
  )
  .map(([source, cache_control]): Json => present({ type: 'image', source, cache_control }))
const aDocument = fc
  .tuple(
    fc.oneof(
      someBytes.map((data) => ({ type: 'base64', media_type: 'application/pdf', data })),
      fc.webUrl().map((url) => ({ type: 'url', url })),
    ),
    maybe(aName),
  )
  .map(([source, title]): Json => present({ type: 'document', source, title }))
const aThought = fc.oneof(
  fc
    .tuple(aText, fc.base64String({ minLength: 4 }))
    .map(([thinking, signature]): Json => ({ type: 'thinking', thinking, signature })),
  fc.base64String({ minLength: 4 }).map((data): Json => ({ type: 'redacted_thinking', data })),
)
const aServerCall = fc.constant<Json>({
  type: 'server_tool_use',
  id: 'srvtoolu_1',
  name: 'web_search',
  input: {},
})

const aResult = fc
  .tuple(
    fc.oneof(someText, fc.array(fc.oneof(aTextBlock, anImage), { minLength: 1, maxLength: 2 })),
    maybe(fc.constant(true)),
    aMark,
  )
  .map(([content, is_error, cache_control]) => present({ content, is_error, cache_control }))

/** What the user says, and what the assistant answers: calls of tools, each with its result in the next turn. */
const anExchange = fc
  .tuple(
    fc.array(fc.oneof(aTextBlock, anImage, aDocument), { minLength: 1, maxLength: 3 }),
    maybe(aThought),
    fc.array(fc.oneof(aTextBlock, aServerCall), { minLength: 1, maxLength: 2 }),
    fc.array(fc.tuple(aCallId, aName, anInput, aResult), { maxLength: 3 }),
  )
  .map(([asked, thought, said, calls]): readonly Json[] => [
    { role: 'user', content: asked },
    {
      role: 'assistant',
      content: [
        ...(thought === undefined ? [] : [thought]),
        ...said,
        ...calls.map(([id, name, input]) => ({ type: 'tool_use', id, name, input })),
      ],
    },
    ...(calls.length === 0
      ? []
      : [
          {
            role: 'user',
            content: calls.map(([id, , , result]) => ({ type: 'tool_result', tool_use_id: id, ...result })),
          },
        ]),
  ])

const aConversation = fc
  .tuple(
    fc.array(anExchange, { minLength: 1, maxLength: 3 }),
    fc.oneof(someText, fc.array(aTextBlock, { minLength: 1, maxLength: 2 })),
    fc.boolean(),
  )
  .map(([exchanges, last, reminded]): readonly Json[] => [
    ...exchanges.flat(),
    ...(reminded ? [{ role: 'system', content: [{ type: 'text', text: 'Be brief.' }] }] : []),
    { role: 'user', content: last },
  ])

const aTool = fc.oneof(
  fc
    .record({
      name: aName,
      description: maybe(someText),
      input_schema: aSchema,
      cache_control: aMark,
      defer_loading: maybe(fc.constant(true)),
      strict: maybe(fc.boolean()),
    })
    .map((tool) => strictness(present(tool), tool.input_schema)),
  fc.constant<Json>({ type: 'web_search_20250305', name: 'web_search', max_uses: 5 }),
)

const aChoice = fc
  .tuple(fc.constantFrom<Json>({ type: 'auto' }, { type: 'any' }), maybe(fc.boolean()))
  .map(([choice, disable_parallel_tool_use]) => present({ ...choice, disable_parallel_tool_use }))

const aConfig = fc
  .record({
    effort: maybe(fc.constantFrom('low', 'high', 'max')),
    format: maybe(aSchema.map((schema) => ({ type: 'json_schema', schema }))),
  })
  .map(present)
  .filter((config) => Object.keys(config).length > 0)

/** A messages request, as Claude Code and others write them, with fields that only this dialect knows. */
export const aMessagesRequest: fc.Arbitrary<Json> = fc
  .record({
    model: fc.constant('gpt-5'),
    max_tokens: fc.integer({ min: 1, max: 64_000 }),
    stream: fc.constantFrom(true, undefined),
    system: maybe(fc.oneof(someText, fc.array(aTextBlock, { minLength: 1, maxLength: 3 }))),
    messages: aConversation,
    tools: maybe(fc.array(aTool, { minLength: 1, maxLength: 3 })),
    tool_choice: maybe(fc.oneof(aChoice, fc.constantFrom<Json | string>({ type: 'none' }, 'by name'))),
    temperature: maybe(fc.constantFrom(0, 0.7, 1)),
    top_p: maybe(fc.constantFrom(0.1, 1)),
    top_k: maybe(fc.constant(40)),
    stop_sequences: maybe(fc.array(someText, { minLength: 1, maxLength: 3 })),
    thinking: maybe(
      fc.constantFrom<Json>(
        { type: 'disabled' },
        { type: 'enabled', budget_tokens: 8_000 },
        { type: 'adaptive', display: 'omitted' },
      ),
    ),
    output_config: maybe(aConfig),
    metadata: maybe(fc.constant({ user_id: '{"session_id":"s1"}' })),
    context_management: maybe(fc.constant({ edits: [] })),
    service_tier: maybe(fc.constant('auto')),
  })
  .map(present)
  .map((request) =>
    chosen(
      request,
      ({ name }) => name as string,
      (name) => ({ type: 'tool', name }),
    ),
  )

// ---------------------------------------------------------------------------------------------- streams

const aBlock = fc.oneof(
  fc.array(someText, { minLength: 1, maxLength: 3 }).map((texts): Block => ({
    start: { type: 'text', text: '' },
    deltas: texts.map((text) => ({ type: 'text_delta', text })),
  })),
  fc
    .tuple(fc.array(someText, { maxLength: 2 }), fc.base64String({ minLength: 4 }))
    .map(([texts, signature]): Block => ({
      start: { type: 'thinking', thinking: '', signature: '' },
      deltas: [
        ...texts.map((thinking) => ({ type: 'thinking_delta', thinking })),
        { type: 'signature_delta', signature },
      ],
    })),
  fc
    .base64String({ minLength: 4 })
    .map((data): Block => ({ start: { type: 'redacted_thinking', data }, deltas: [] })),
  fc.tuple(aCallId, aName, anInput).map(([id, name, input]): Block => ({
    start: { type: 'tool_use', id, name, input: {} },
    deltas: halves(JSON.stringify(input)).map((partial_json) => ({ type: 'input_json_delta', partial_json })),
  })),
)

interface Block {
  readonly start: Json
  readonly deltas: readonly Json[]
}

/** A complete messages stream, event by event. */
export const aMessagesStream: fc.Arbitrary<readonly string[]> = fc
  .record({
    blocks: fc.array(aBlock, { maxLength: 4 }),
    stop: fc.constantFrom('end_turn', 'max_tokens', 'tool_use', 'refusal', 'pause_turn', 'stop_sequence'),
    input: fc.nat(10_000),
    read: fc.nat(1_000),
    written: fc.nat(1_000),
    output: fc.nat(5_000),
  })
  .map(({ blocks, stop, input, read, written, output }) => [
    said('message_start', {
      message: {
        id: 'msg_1',
        type: 'message',
        role: 'assistant',
        model: 'claude',
        content: [],
        stop_reason: null,
        stop_sequence: null,
        usage: {
          input_tokens: input,
          cache_creation_input_tokens: written,
          cache_read_input_tokens: read,
          cache_creation: { ephemeral_5m_input_tokens: written, ephemeral_1h_input_tokens: 0 },
          output_tokens: 1,
        },
      },
    }),
    said('ping', {}),
    ...blocks.flatMap(({ start, deltas }, index) => [
      said('content_block_start', { index, content_block: start }),
      ...deltas.map((delta) => said('content_block_delta', { index, delta })),
      said('content_block_stop', { index }),
    ]),
    said('message_delta', {
      delta: { stop_reason: stop, stop_sequence: stop === 'stop_sequence' ? 'END' : null },
      usage: { output_tokens: output },
    }),
    said('message_stop', {}),
  ])

function said(type: string, more: Json): string {
  return `event: ${type}\ndata: ${JSON.stringify({ type, ...more })}\n\n`
}
