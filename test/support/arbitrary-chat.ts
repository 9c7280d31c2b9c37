import { fc } from './fast-check.ts'
import {
  aName,
  aSchema,
  aText,
  halves,
  maybe,
  present,
  someInput,
  someJson,
  someText,
  someBytes,
  strictness,
  chosen,
} from './arbitrary-wire.ts'
import type { Json } from '../../runtime/wire/json.ts'

const aCallId = fc.stringMatching(/^call_[a-zA-Z0-9]{1,30}$/)

const aTextPart = someText.map((text): Json => ({ type: 'text', text }))

const anImage = fc
  .record({
    url: fc.oneof(
      fc.webUrl(),
      someBytes.map((data) => `data:image/png;base64,${data}`),
    ),
    detail: maybe(fc.constantFrom('low', 'high', 'auto')),
  })
  .map((image): Json => ({ type: 'image_url', image_url: present(image) }))

const aSound = fc
  .record({ data: someBytes, format: fc.constantFrom('wav', 'mp3') })
  .map((audio): Json => ({ type: 'input_audio', input_audio: audio }))

const aFile = fc
  .record({
    file_data: someBytes.map((data) => `data:application/pdf;base64,${data}`),
    filename: maybe(aName),
  })
  .map((file): Json => ({ type: 'file', file: present(file) }))

const instructions = fc
  .tuple(
    fc.constantFrom('system', 'developer'),
    fc.oneof(someText, fc.array(aTextPart, { minLength: 1, maxLength: 3 })),
  )
  .map(([role, content]): Json => ({ role, content }))

const userMessage = fc
  .record({
    content: fc.oneof(
      someText,
      fc.array(fc.oneof(aTextPart, anImage, aSound, aFile), { minLength: 1, maxLength: 4 }),
    ),
    name: maybe(aName),
  })
  .map((rest): Json => ({ role: 'user', ...present(rest) }))

const aCall = fc
  .tuple(aCallId, aName, someJson)
  .map(([id, name, input]): Json => ({ id, type: 'function', function: { name, arguments: input } }))

const aCustomCall = fc
  .tuple(aCallId, aName, aText)
  .map(([id, name, input]): Json => ({ id, type: 'custom', custom: { name, input } }))

/** An assistant's message, and the results of the tools that it calls. */
const answered = fc
  .tuple(
    maybe(someText),
    fc.array(fc.oneof(aCall, aCustomCall), { maxLength: 3 }),
    fc.array(aText, { minLength: 3, maxLength: 3 }),
    maybe(someText),
  )
  .filter(([content, calls]) => content !== undefined || calls.length > 0)
  .map(([content, calls, results, refusal]): readonly Json[] => [
    present({
      role: 'assistant',
      content: content ?? null,
      refusal,
      tool_calls: calls.length > 0 ? calls : undefined,
    }),
    ...calls.map((call, at): Json => ({ role: 'tool', tool_call_id: call['id'], content: results[at] })),
  ])

const aConversation = fc
  .array(
    fc.oneof(
      instructions.map((each) => [each]),
      userMessage.map((each) => [each]),
      answered,
    ),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((groups) => groups.flat())

const aTool = fc
  .record({
    name: aName,
    description: maybe(someText),
    parameters: aSchema,
    strict: maybe(fc.boolean()),
  })
  .map((tool): Json => ({ type: 'function', function: strictness(present(tool), tool.parameters) }))

const aCustomTool = fc
  .record({ name: aName, description: maybe(someText), format: maybe(fc.constant({ type: 'text' })) })
  .map((tool): Json => ({ type: 'custom', custom: present(tool) }))

const aFormat = fc.oneof(
  fc.constant<Json>({ type: 'json_object' }),
  fc
    .record({
      name: aName,
      schema: aSchema,
      strict: maybe(fc.boolean()),
      description: maybe(someText),
    })
    .map((form): Json => ({ type: 'json_schema', json_schema: strictness(present(form), form.schema) })),
)

const aChoice = fc.constantFrom('auto', 'none', 'required', 'by name')

/** A chat completion request, as clients write them, with fields that only this dialect knows. */
export const aChatRequest: fc.Arbitrary<Json> = fc
  .record({
    model: fc.constant('gpt-5'),
    messages: aConversation,
    stream: fc.constantFrom(true, undefined),
    tools: maybe(fc.array(fc.oneof(aTool, aCustomTool), { minLength: 1, maxLength: 3 })),
    tool_choice: maybe(aChoice),
    max_completion_tokens: maybe(fc.integer({ min: 1, max: 100_000 })),
    temperature: maybe(fc.constantFrom(0, 0.7, 2)),
    top_p: maybe(fc.constantFrom(0.1, 1)),
    stop: maybe(fc.array(someText, { minLength: 1, maxLength: 4 })),
    response_format: maybe(aFormat),
    reasoning_effort: maybe(fc.constantFrom('none', 'minimal', 'low', 'medium', 'high', 'xhigh')),
    prompt_cache_key: maybe(aName),
    seed: maybe(fc.integer()),
    logprobs: maybe(fc.boolean()),
    user: maybe(aName),
    metadata: maybe(fc.constant({ team: 'search' })),
    service_tier: maybe(fc.constantFrom('auto', 'flex')),
    store: maybe(fc.boolean()),
  })
  .map(present)
  .map((request) =>
    chosen(
      request,
      ({ function: declared }) => (declared as Json | undefined)?.['name'] as string | undefined,
      (name) => ({ type: 'function', function: { name } }),
    ),
  )

// ---------------------------------------------------------------------------------------------- streams

/** A complete chat completion stream, event by event. */
export const aChatStream: fc.Arbitrary<readonly string[]> = fc
  .record({
    words: fc.array(someText, { maxLength: 5 }),
    calls: fc.array(fc.tuple(aCallId, aName, someInput.map(halves)), { maxLength: 3 }),
    finish: fc.constantFrom('stop', 'length', 'tool_calls', 'content_filter'),
    usage: maybe(
      fc.record({
        prompt: fc.nat(10_000),
        cached: fc.nat(1_000),
        output: fc.nat(5_000),
        thought: fc.nat(500),
      }),
    ),
  })
  .map(({ words, calls, finish, usage }) => [
    chunk({ role: 'assistant', content: '' }),
    ...words.map((content) => chunk({ content })),
    ...calls.flatMap(([id, name, pieces], index) => [
      chunk({ tool_calls: [{ index, id, type: 'function', function: { name, arguments: '' } }] }),
      ...pieces.map((piece) => chunk({ tool_calls: [{ index, function: { arguments: piece } }] })),
    ]),
    chunk({}, finish),
    ...(usage === undefined ? [] : [event({ ...head, choices: [], usage: usageOf(usage) })]),
    'data: [DONE]\n\n',
  ])

const head = { id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 1_700_000_000, model: 'gpt-5' }

function chunk(delta: Json, finish: string | null = null): string {
  return event({ ...head, choices: [{ index: 0, delta, logprobs: null, finish_reason: finish }] })
}

function event(value: Json): string {
  return `data: ${JSON.stringify(value)}\n\n`
}

function usageOf(each: {
  readonly prompt: number
  readonly cached: number
  readonly output: number
  readonly thought: number
}): Json {
  return {
    prompt_tokens: each.prompt + each.cached,
    completion_tokens: each.output + each.thought,
    total_tokens: each.prompt + each.cached + each.output + each.thought,
    prompt_tokens_details: { cached_tokens: each.cached },
    completion_tokens_details: { reasoning_tokens: each.thought },
  }
}
