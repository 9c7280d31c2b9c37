import type { Json } from '../../runtime/wire/json.ts'
import { renderStream } from '../../runtime/wire/openai-responses/render-stream.ts'
import {
  aName,
  aSchema,
  aText,
  chosen,
  maybe,
  present,
  someBytes,
  someInput,
  someJson,
  someText,
  strictness,
} from './arbitrary-wire.ts'
import { fc } from './fast-check.ts'

const aCallId = fc.stringMatching(/^call_[a-zA-Z0-9]{1,30}$/)

const inputText = someText.map((text): Json => ({ type: 'input_text', text }))
const outputText = someText.map((text): Json => ({ type: 'output_text', text, annotations: [] }))
const anImage = fc
  .record({
    image_url: someBytes.map((data) => `data:image/png;base64,${data}`),
    detail: maybe(fc.constantFrom('low', 'original')),
  })
  .map((image): Json => ({ type: 'input_image', ...present(image) }))
const aFile = fc
  .record({
    file_data: someBytes.map((data) => `data:application/pdf;base64,${data}`),
    filename: maybe(aName),
  })
  .map((file): Json => ({ type: 'input_file', ...present(file) }))

const aMessage = fc.oneof(
  fc
    .array(fc.oneof(inputText, anImage, aFile), { minLength: 1, maxLength: 3 })
    .map((content): Json => ({ type: 'message', role: 'user', content })),
  inputText.map((part): Json => ({ type: 'message', role: 'developer', content: [part] })),
)

const aReply = fc.tuple(aName, outputText).map(([id, part]): Json => ({
  type: 'message',
  id: `msg_${id}`,
  role: 'assistant',
  status: 'completed',
  content: [part],
}))

const aThought = fc
  .tuple(aName, fc.array(someText, { maxLength: 2 }), maybe(fc.base64String({ minLength: 8 })))
  .map(([id, texts, sealed]): Json =>
    present({
      type: 'reasoning',
      id: `rs_${id}`,
      summary: texts.map((text) => ({ type: 'summary_text', text })),
      encrypted_content: sealed,
    }),
  )

const aCall = fc
  .tuple(aCallId, aName, maybe(aName), someJson, aText)
  .map(([id, name, namespace, input, output]): readonly Json[] => [
    present({ type: 'function_call', call_id: id, name, namespace, arguments: input }),
    { type: 'function_call_output', call_id: id, output },
  ])

const aCustomCall = fc
  .tuple(aCallId, aName, aText, aText)
  .map(([id, name, input, output]): readonly Json[] => [
    { type: 'custom_tool_call', call_id: id, name, input },
    { type: 'custom_tool_call_output', call_id: id, output },
  ])

const anInput = fc
  .array(
    fc.oneof(
      aMessage.map((each) => [each]),
      // Each reply is a message of its own: two that meet would be one.
      fc.tuple(aReply, aMessage),
      fc.tuple(aThought, aMessage),
      aCall,
      aCustomCall,
      fc.constant<readonly Json[]>([{ type: 'item_reference', id: 'rs_1' }]),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((groups) => groups.flat())

const aFunction = fc
  .record({ name: aName, description: maybe(someText), parameters: aSchema, strict: fc.boolean() })
  .map((tool): Json => ({ type: 'function', ...strictness(present(tool), tool.parameters) }))
const aCustomTool = fc
  .record({ name: aName, description: maybe(someText), format: maybe(fc.constant({ type: 'text' })) })
  .map((tool): Json => ({ type: 'custom', ...present(tool) }))
const aNamespace = fc
  .tuple(aName, fc.array(aFunction, { minLength: 1, maxLength: 2 }))
  .map(([name, tools]): Json => ({ type: 'namespace', name, description: 'Some tools.', tools }))
/** Two of one name that meet would be one, so there is one at most. */
const someTools = fc
  .tuple(
    fc.array(fc.oneof(aFunction, aCustomTool, fc.constant<Json>({ type: 'web_search' })), { maxLength: 3 }),
    fc.array(aNamespace, { maxLength: 1 }),
  )
  .map(([plain, grouped]) => [...plain, ...grouped])
  .filter((tools) => tools.length > 0)

const aFormat = fc.oneof(
  fc.constant<Json>({ type: 'json_object' }),
  fc
    .record({ name: aName, schema: aSchema, strict: maybe(fc.boolean()), description: maybe(someText) })
    .map((format): Json => ({ type: 'json_schema', ...strictness(present(format), format.schema) })),
)

/** A Responses request, as clients write them, with fields that only this dialect knows. */
export const aResponsesRequest: fc.Arbitrary<Json> = fc
  .record({
    model: fc.constant('gpt-5'),
    instructions: maybe(someText),
    input: anInput,
    stream: fc.constantFrom(true, undefined),
    tools: maybe(someTools),
    tool_choice: maybe(fc.constantFrom('auto', 'none', 'required', 'by name')),
    max_output_tokens: maybe(fc.integer({ min: 16, max: 100_000 })),
    temperature: maybe(fc.constantFrom(0, 0.7, 2)),
    top_p: maybe(fc.constantFrom(0.1, 1)),
    text: maybe(
      fc
        .tuple(maybe(aFormat), maybe(fc.constantFrom('low', 'high')))
        .filter(([format, verbosity]) => format !== undefined || verbosity !== undefined)
        .map(([format, verbosity]) => present({ format, verbosity })),
    ),
    reasoning: maybe(
      fc
        .tuple(fc.constantFrom('low', 'high'), maybe(fc.constant('auto')))
        .map(([effort, summary]) => present({ effort, summary })),
    ),
    prompt_cache_key: maybe(aName),
    include: maybe(fc.constant(['reasoning.encrypted_content'])),
    store: maybe(fc.boolean()),
    previous_response_id: maybe(aName.map((id) => `resp_${id}`)),
    client_metadata: maybe(fc.constant({ session: 'a' })),
  })
  .map(present)
  .map((request) =>
    chosen(
      request,
      ({ type, name }) => (type === 'function' ? (name as string) : undefined),
      (name) => ({ type: 'function', name }),
    ),
  )

// ---------------------------------------------------------------------------------------------- streams

const anItem = fc.oneof(
  someText.map((text): Json => ({
    ...message,
    content: [{ type: 'output_text', text, annotations: [], logprobs: [] }],
  })),
  someText.map((refusal): Json => ({ ...message, content: [{ type: 'refusal', refusal }] })),
  fc.tuple(aCallId, aName, someInput).map(([id, name, input]): Json => ({
    id: 'fc_1',
    type: 'function_call',
    status: 'completed',
    call_id: id,
    name,
    arguments: input,
  })),
  fc.tuple(aCallId, aName, someText).map(([id, name, input]): Json => ({
    id: 'ctc_1',
    type: 'custom_tool_call',
    status: 'completed',
    call_id: id,
    name,
    input,
  })),
)

const message: Json = { id: 'msg_1', type: 'message', status: 'completed', role: 'assistant' }

/** A complete Responses stream, event by event. */
export const aResponsesStream: fc.Arbitrary<readonly string[]> = fc
  .record({
    output: fc.array(anItem, { maxLength: 4 }),
    cut: fc.boolean(),
    usage: fc.record({ input: fc.nat(10_000), cached: fc.nat(1_000), output: fc.nat(5_000) }),
  })
  .map(({ output, cut, usage }) => {
    const response = {
      id: 'resp_1',
      object: 'response',
      created_at: 1_700_000_000,
      model: 'gpt-5',
      status: cut ? 'incomplete' : 'completed',
      incomplete_details: cut ? { reason: 'max_output_tokens' } : null,
      output,
      usage: {
        input_tokens: usage.input + usage.cached,
        input_tokens_details: { cached_tokens: usage.cached },
        output_tokens: usage.output,
        output_tokens_details: { reasoning_tokens: 0 },
        total_tokens: usage.input + usage.cached + usage.output,
      },
    }
    return String(renderStream(Buffer.from(JSON.stringify(response)))).split(/(?<=\n\n)/)
  })
