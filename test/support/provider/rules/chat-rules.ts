import type { Json } from '../../../../runtime/wire/json.ts'
import { pairingFault } from './pairing.ts'
import {
  anyObject,
  anything,
  atMost,
  closed,
  count,
  decimal,
  either,
  filled,
  flag,
  kinds,
  list,
  named,
  oneOf,
  orNull,
  text,
} from './shapes.ts'
import type { Shape } from './shapes.ts'
import { strictFault } from './strict-schema.ts'

const functionName = named('^[a-zA-Z0-9_-]{1,64}$')
/** Bytes of a file, which are some. */
export const dataUrl = named('^data:[a-z]+/[a-z0-9.+-]+;base64,.')
export const urlOrData = either(named('^https?://'), dataUrl)
const textPart = { 'text!': text }
const texts = either(text, list(kinds('type', { text: textPart }), 1))

const userPart = kinds('type', {
  text: textPart,
  image_url: {
    'image_url!': closed({ 'url!': urlOrData, detail: oneOf('auto', 'low', 'high', 'original') }),
  },
  input_audio: { 'input_audio!': closed({ 'data!': filled, 'format!': oneOf('wav', 'mp3') }) },
  file: { 'file!': closed({ file_data: dataUrl, file_id: filled, filename: text }) },
})

const toolCall = kinds('type', {
  function: { 'id!': atMost(40), 'function!': closed({ 'name!': functionName, 'arguments!': text }) },
  custom: { 'id!': atMost(40), 'custom!': closed({ 'name!': functionName, 'input!': text }) },
})

const message = kinds('role', {
  developer: { 'content!': texts, name: filled },
  system: { 'content!': texts, name: filled },
  user: { 'content!': either(text, list(userPart, 1)), name: filled },
  assistant: {
    content: orNull(either(text, list(kinds('type', { text: textPart, refusal: { 'refusal!': text } }), 1))),
    refusal: orNull(text),
    name: filled,
    tool_calls: list(toolCall, 1),
    function_call: orNull(anyObject),
    audio: orNull(anyObject),
    annotations: anything,
    parsed: anything,
  },
  tool: { 'content!': texts, 'tool_call_id!': atMost(40) },
})

const tool = kinds('type', {
  function: {
    'function!': closed({
      'name!': functionName,
      description: text,
      parameters: { type: 'object', properties: { type: { const: 'object' } }, required: ['type'] },
      strict: orNull(flag),
    }),
  },
  custom: { 'custom!': closed({ 'name!': functionName, description: text, format: anyObject }) },
})

const toolChoice = either(
  oneOf('none', 'auto', 'required'),
  kinds('type', {
    function: { 'function!': closed({ 'name!': functionName }) },
    custom: { 'custom!': closed({ 'name!': functionName }) },
    allowed_tools: { 'allowed_tools!': anyObject },
  }),
)

const responseFormat = kinds('type', {
  text: {},
  json_object: {},
  json_schema: {
    'json_schema!': closed({
      'name!': functionName,
      description: text,
      schema: anyObject,
      strict: orNull(flag),
    }),
  },
})

/** What `POST /chat/completions` takes (the fields of `openai`’s own types); anything else OpenAI answers with 400. */
export const chatShape: Shape = closed({
  'model!': filled,
  'messages!': list(message, 1),
  audio: orNull(anyObject),
  frequency_penalty: orNull(decimal),
  function_call: anything,
  functions: anything,
  logit_bias: orNull(anyObject),
  logprobs: orNull(flag),
  max_completion_tokens: orNull(count),
  max_tokens: orNull(count),
  metadata: orNull(anyObject),
  modalities: anything,
  moderation: anything,
  n: orNull(count),
  parallel_tool_calls: flag,
  prediction: anything,
  presence_penalty: orNull(decimal),
  prompt_cache_key: text,
  prompt_cache_options: anyObject,
  prompt_cache_retention: orNull(text),
  reasoning_effort: oneOf(null, 'none', 'minimal', 'low', 'medium', 'high', 'xhigh', 'max'),
  response_format: responseFormat,
  safety_identifier: text,
  seed: orNull({ type: 'integer' }),
  service_tier: orNull(text),
  stop: orNull(either(text, { ...list(filled, 1), maxItems: 4 })),
  store: orNull(flag),
  stream: orNull(flag),
  stream_options: orNull(closed({ include_usage: flag, include_obfuscation: flag })),
  temperature: orNull({ type: 'number', minimum: 0, maximum: 2 }),
  tool_choice: toolChoice,
  tools: { ...list(tool, 1), maxItems: 128 },
  top_logprobs: orNull(count),
  top_p: orNull({ type: 'number', minimum: 0, maximum: 1 }),
  user: text,
  verbosity: oneOf(null, 'low', 'medium', 'high'),
  web_search_options: anyObject,
})

interface ChatMessage {
  readonly role: string
  readonly tool_calls?: readonly { readonly id: string }[]
  readonly tool_call_id?: string
}

/** What OpenAI says of a request whose fields do not go together. */
export function chatFault(body: Json): string | undefined {
  const messages = body['messages'] as readonly ChatMessage[]
  if (body['tools'] === undefined)
    for (const field of ['tool_choice', 'parallel_tool_calls'])
      if (body[field] !== undefined) return `'${field}' is only allowed when 'tools' are specified.`
  if (body['stream_options'] != null && body['stream'] !== true)
    return "The 'stream_options' parameter is only allowed when 'stream' is enabled."
  if (body['max_tokens'] != null && body['max_completion_tokens'] != null)
    return "Setting 'max_tokens' and 'max_completion_tokens' at the same time is not supported."
  return pairingFault(stepsOf(messages), 'next') ?? choiceFault(body) ?? strictFault(schemasOf(body))
}

function choiceFault(body: Json): string | undefined {
  const { type, ...choice } = (body['tool_choice'] ?? {}) as Json & { readonly type?: 'function' | 'custom' }
  if (type !== 'function' && type !== 'custom') return undefined
  const { name } = choice[type] as Json
  const names = (body['tools'] as readonly Json[]).map((tool) => (tool[type] as Json | undefined)?.['name'])
  return names.includes(name) ? undefined : `Tool choice '${String(name)}' not found in 'tools' parameter.`
}

function stepsOf(messages: readonly ChatMessage[]): Parameters<typeof pairingFault>[0] {
  return messages.map(({ tool_calls: calls = [], tool_call_id: id }) => ({
    calls: calls.map((call) => call.id),
    results: id === undefined ? [] : [id],
  }))
}

function schemasOf(body: Json): readonly (Json | undefined)[] {
  const tools = (body['tools'] ?? []) as readonly { readonly function?: Json }[]
  const format = body['response_format'] as { readonly json_schema?: Json } | undefined
  const strict = [...tools.map((tool) => tool.function), format?.json_schema].filter(
    (each) => each?.['strict'] === true,
  )
  return strict.map((each) => (each!['parameters'] ?? each!['schema']) as Json | undefined)
}
