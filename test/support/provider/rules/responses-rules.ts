import type { Json } from '../../../../runtime/wire/json.ts'
import { dataUrl, urlOrData } from './chat-rules.ts'
import { pairingFault } from './pairing.ts'
import {
  anyObject,
  anything,
  atMost,
  closed,
  count,
  either,
  filled,
  flag,
  kinds,
  list,
  named,
  oneOf,
  orNull,
  text,
  when,
} from './shapes.ts'
import type { Shape } from './shapes.ts'
import { strictFault } from './strict-schema.ts'

const functionName = named('^[a-zA-Z0-9_-]{1,64}$')
const callId = atMost(64)
const status = oneOf(null, 'in_progress', 'completed', 'incomplete')
const image = {
  image_url: orNull(urlOrData),
  file_id: orNull(filled),
  detail: oneOf(null, 'auto', 'low', 'high', 'original'),
}
const file = { file_data: dataUrl, file_id: orNull(filled), file_url: filled, filename: text, detail: text }

const said = kinds('type', {
  input_text: { 'text!': text },
  input_image: image,
  input_file: file,
  input_audio: { 'input_audio!': anyObject },
})
const answered = kinds('type', {
  output_text: { 'text!': text, annotations: list(anything), logprobs: anything },
  refusal: { 'refusal!': text },
})
const output = either(
  text,
  list(kinds('type', { input_text: { 'text!': text }, input_image: image, input_file: file })),
)

const idOf = (prefix: string): Shape => orNull(named(`^${prefix}`))

/** A message; its type may be left out. */
const message: Shape = when(
  { properties: { role: { const: 'assistant' } } },
  closed({
    type: { const: 'message' },
    'role!': { const: 'assistant' },
    'content!': either(text, list(answered)),
    id: idOf('msg_'),
    status,
    phase: orNull(text),
  }),
  closed({
    type: { const: 'message' },
    'role!': oneOf('user', 'system', 'developer'),
    'content!': either(text, list(said, 1)),
    id: idOf('msg_'),
    status,
    phase: orNull(text),
  }),
)

const item: Shape = when(
  { required: ['type'], properties: { type: { not: { const: 'message' } } } },
  kinds('type', {
    function_call: {
      'call_id!': callId,
      'name!': functionName,
      'arguments!': text,
      namespace: text,
      id: idOf('fc_'),
      status,
    },
    function_call_output: { 'call_id!': callId, 'output!': output, id: idOf('fco?_'), status },
    custom_tool_call: {
      'call_id!': callId,
      'name!': functionName,
      'input!': text,
      namespace: text,
      id: idOf('ctc_'),
      status,
    },
    custom_tool_call_output: { 'call_id!': callId, 'output!': output, id: idOf('ctco?_'), status },
    reasoning: {
      id: idOf('rs_'),
      'summary!': list(kinds('type', { summary_text: { 'text!': text } })),
      content: anything,
      encrypted_content: orNull(text),
      status,
    },
    item_reference: { 'id!': filled },
    additional_tools: { 'role!': oneOf('developer'), 'tools!': list(anyObject), id: orNull(filled) },
    tool_search_call: anySearch(),
    tool_search_output: anySearch(),
    compaction: { 'encrypted_content!': text, id: orNull(text) },
  }),
  message,
)

function anySearch(): Readonly<Record<string, Shape>> {
  return {
    id: orNull(text),
    call_id: orNull(text),
    status,
    execution: text,
    arguments: anything,
    tools: anything,
  }
}

const functionTool = {
  'name!': functionName,
  description: orNull(text),
  'parameters!': orNull({ type: 'object', properties: { type: { const: 'object' } }, required: ['type'] }),
  'strict!': orNull(flag),
  defer_loading: flag,
}
const customTool = { 'name!': functionName, description: text, format: anyObject, defer_loading: flag }

const tool: Shape = when(
  { required: ['type'], properties: { type: { enum: ['function', 'custom', 'namespace'] } } },
  kinds('type', {
    function: functionTool,
    custom: customTool,
    namespace: { 'name!': functionName, 'description!': text, 'tools!': list(anyObject, 1) },
  }),
  { type: 'object', required: ['type'] },
)

const format = kinds('type', {
  text: {},
  json_object: {},
  json_schema: { 'name!': functionName, 'schema!': anyObject, description: text, strict: orNull(flag) },
})

/** What `POST /responses` takes (the fields of `openai`’s own types); anything else OpenAI answers with "Unknown parameter". */
export const responsesShape: Shape = closed({
  'model!': filled,
  input: either(text, list(item, 1)),
  instructions: orNull(text),
  access_programs: anything,
  background: orNull(flag),
  client_metadata: anyObject,
  context_management: anything,
  conversation: anything,
  include: orNull(list(filled)),
  max_output_tokens: orNull({ type: 'integer', minimum: 16 }),
  max_tool_calls: orNull(count),
  metadata: orNull(anyObject),
  moderation: anything,
  parallel_tool_calls: orNull(flag),
  previous_response_id: orNull(named('^resp_')),
  prompt: anything,
  prompt_cache_key: atMost(64),
  prompt_cache_options: anyObject,
  prompt_cache_retention: orNull(text),
  reasoning: orNull(
    closed({
      effort: oneOf(null, 'none', 'minimal', 'low', 'medium', 'high', 'xhigh', 'max'),
      summary: oneOf(null, 'auto', 'concise', 'detailed'),
      generate_summary: orNull(text),
      context: orNull(text),
    }),
  ),
  safety_identifier: text,
  service_tier: orNull(text),
  store: orNull(flag),
  stream: orNull(flag),
  stream_options: orNull(closed({ include_obfuscation: flag })),
  temperature: orNull({ type: 'number', minimum: 0, maximum: 2 }),
  text: closed({ format, verbosity: oneOf(null, 'low', 'medium', 'high') }),
  tool_choice: either(oneOf('none', 'auto', 'required'), anyObject),
  tools: list(tool),
  top_logprobs: orNull(count),
  top_p: orNull({ type: 'number', minimum: 0, maximum: 1 }),
  truncation: oneOf(null, 'auto', 'disabled'),
  user: text,
})

interface Item {
  readonly type?: string
  readonly call_id?: string
}

/** What OpenAI says of a request whose fields do not go together. */
export function responsesFault(body: Json): string | undefined {
  const { input, previous_response_id: earlier } = body
  const items = Array.isArray(input) ? (input as readonly Item[]) : []
  const steps = items.map(({ type = 'message', call_id: id = '' }) => ({
    calls: /^(function|custom_tool)_call$/.test(type) ? [id] : [],
    results: /^(function|custom_tool)_call_output$/.test(type) ? [id] : [],
  }))
  const pairing = earlier == null ? pairingFault(steps, 'anywhere') : undefined
  return pairing ?? choiceFault(body) ?? strictFault(schemasOf(body))
}

function choiceFault({ tool_choice: choice, tools = [] }: Json): string | undefined {
  const { type, name } = (typeof choice === 'object' && choice !== null ? choice : {}) as Json
  if (type !== 'function' && type !== 'custom') return undefined
  const isDeclared = (tools as readonly Json[]).some((tool) => tool['type'] === type && tool['name'] === name)
  return isDeclared ? undefined : `Tool choice '${type}' not found in 'tools' parameter.`
}

function schemasOf({ tools, text: said }: Json): readonly (Json | undefined)[] {
  const functions = ((tools ?? []) as readonly Json[]).filter(
    ({ type, strict }) => type === 'function' && strict === true,
  )
  const asked = (said as { readonly format?: Json } | undefined)?.format
  return [
    ...functions.map(({ parameters }) => parameters as Json | undefined),
    ...(asked?.['strict'] === true ? [asked['schema'] as Json] : []),
  ]
}
