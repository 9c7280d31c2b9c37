import type { Json } from '../../../../runtime/wire/json.ts'
import { pairingFault } from './pairing.ts'
import {
  anyObject,
  anything,
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
} from './shapes.ts'
import type { Shape } from './shapes.ts'

const id = named('^[a-zA-Z0-9_-]+$')
const toolName = named('^[a-zA-Z0-9_-]{1,128}$')
/** Not of white space alone. */
const solid = named('\\S')
const marked = { cache_control: orNull(closed({ 'type!': oneOf('ephemeral'), ttl: oneOf('5m', '1h') })) }
const textBlock = { 'text!': filled, citations: anything, ...marked }

const source = kinds('type', {
  base64: { 'media_type!': filled, 'data!': filled },
  url: { 'url!': filled },
  text: { 'media_type!': filled, 'data!': text },
  file: { 'file_id!': filled },
  content: { 'content!': anything },
})

const media = {
  image: { 'source!': source, ...marked },
  document: { 'source!': source, title: orNull(text), context: orNull(text), citations: anything, ...marked },
}

const resultBlock = kinds('type', {
  text: textBlock,
  ...media,
  search_result: { source: text, title: text, content: anything, citations: anything, ...marked },
  tool_reference: { 'tool_name!': toolName, ...marked },
})

const block = kinds('type', {
  text: textBlock,
  ...media,
  thinking: { 'thinking!': text, 'signature!': filled },
  redacted_thinking: { 'data!': filled },
  tool_use: { 'id!': id, 'name!': toolName, 'input!': anyObject, caller: anything, ...marked },
  tool_result: {
    'tool_use_id!': id,
    content: either(text, list(resultBlock)),
    is_error: flag,
    ...marked,
  },
  server_tool_use: { 'id!': id, 'name!': toolName, 'input!': anyObject, caller: anything, ...marked },
})

const message = closed({
  'role!': oneOf('user', 'assistant', 'system'),
  'content!': either(filled, list(block, 1)),
})

const tool = either(
  closed({
    type: oneOf(null, 'custom'),
    'name!': toolName,
    description: text,
    'input_schema!': { type: 'object', properties: { type: { const: 'object' } }, required: ['type'] },
    strict: flag,
    defer_loading: flag,
    eager_input_streaming: orNull(flag),
    input_examples: anything,
    allowed_callers: anything,
    ...marked,
  }),
  { type: 'object', required: ['type', 'name'], properties: { type: named('^[a-z_]+_\\d{8}$') } },
)

const thinking = kinds('type', {
  enabled: { 'budget_tokens!': { type: 'integer', minimum: 1_024 }, display: text },
  disabled: {},
  adaptive: { display: text },
  between_tools: {},
})

/** What `POST /messages` takes (the fields of Anthropic’s own types, those of its betas too); "Extra inputs are not permitted". */
export const messagesShape: Shape = closed({
  'model!': filled,
  'max_tokens!': { type: 'integer', minimum: 1 },
  'messages!': list(message, 1),
  system: either(text, list(kinds('type', { text: textBlock }), 1)),
  tools: list(tool),
  tool_choice: kinds('type', {
    auto: { disable_parallel_tool_use: flag },
    any: { disable_parallel_tool_use: flag },
    tool: { 'name!': toolName, disable_parallel_tool_use: flag },
    none: {},
  }),
  temperature: { type: 'number', minimum: 0, maximum: 1 },
  top_p: { type: 'number', minimum: 0, maximum: 1 },
  top_k: count,
  stop_sequences: list(solid),
  stream: flag,
  thinking,
  output_config: closed({
    effort: oneOf(null, 'low', 'medium', 'high', 'xhigh', 'max'),
    format: orNull(kinds('type', { json_schema: { 'schema!': anyObject } })),
    task_budget: anything,
  }),
  metadata: closed({ user_id: orNull(text) }),
  service_tier: oneOf('auto', 'standard_only'),
  ...marked,
  container: anything,
  context_management: anything,
  compaction: anything,
  mcp_servers: anything,
  diagnostics: anything,
  inference_geo: anything,
  speed: anything,
  thread: anything,
  fallbacks: anything,
})

interface Message {
  readonly role: string
  readonly content: string | readonly Block[]
}

interface Block {
  readonly type: string
  readonly id?: string
  readonly tool_use_id?: string
  readonly text?: string
}

/** What Anthropic says of a request whose fields do not go together. */
export function messagesFault(body: Json): string | undefined {
  const messages = (body['messages'] as readonly Message[]).filter(({ role }) => role !== 'system')
  if (messages[0]?.role !== 'user') return 'messages: first message must use the "user" role'
  if (body['tool_choice'] !== undefined && ((body['tools'] ?? []) as readonly unknown[]).length === 0)
    return 'tool_choice: may only be specified while providing tools'
  const { name } = (body['tool_choice'] ?? {}) as Json
  const names = ((body['tools'] ?? []) as readonly Json[]).map((tool) => tool['name'])
  if (name !== undefined && !names.includes(name))
    return `Tool ${JSON.stringify(name)} not found in provided tools`
  if (messages.some((each) => !saysSomething(each)))
    return 'messages: text content blocks must contain non-whitespace text'
  return resultsFault(messages) ?? thinkingFault(body, messages) ?? marksFault(body)
}

/** A text of white space stands beside others alone. */
function saysSomething({ content }: Message): boolean {
  if (typeof content === 'string') return /\S/.test(content)
  return content.some(({ type, text: said = '' }) => type !== 'text' || /\S/.test(said))
}

function blocksOf({ content }: Message): readonly Block[] {
  return typeof content === 'string' ? [{ type: 'text' }] : content
}

/** Results stand first in the turn behind their calls. */
function resultsFault(messages: readonly Message[]): string | undefined {
  for (const message of messages) {
    const types = blocksOf(message).map(({ type }) => type)
    if (types.lastIndexOf('tool_result') > types.filter((type) => type === 'tool_result').length - 1)
      return 'tool_result blocks must come first in a message'
  }
  const steps = messages.map((message) => ({
    calls: blocksOf(message).flatMap((each) => (each.type === 'tool_use' ? [each.id!] : [])),
    results: blocksOf(message).flatMap((each) => (each.type === 'tool_result' ? [each.tool_use_id!] : [])),
  }))
  return pairingFault(steps, 'next')
}

/** Models after Claude 4.6 decide for themselves how long they think; before, thoughts lead an answer whose tools are under way. */
function thinkingFault(body: Json, messages: readonly Message[]): string | undefined {
  const thinking = body['thinking'] as { readonly type: string; readonly budget_tokens?: number } | undefined
  const isNew = isAdaptive(String(body['model']))
  if (isNew)
    for (const field of ['temperature', 'top_p', 'top_k'])
      if (body[field] !== undefined && body[field] !== 1) return `${field} is not supported by this model`
  if (thinking?.type !== 'enabled') return undefined
  if (isNew) return 'thinking.type: "enabled" is not supported by this model; use "adaptive"'
  if (thinking.budget_tokens! >= Number(body['max_tokens']))
    return '`max_tokens` must be greater than `thinking.budget_tokens`'
  const forced = (body['tool_choice'] as { readonly type: string } | undefined)?.type
  if (forced === 'any' || forced === 'tool')
    return 'Thinking may not be enabled when tool_choice forces tool use.'
  const isUnderWay = messages.at(-1)!.role === 'user' && blocksOf(messages.at(-1)!)[0]?.type === 'tool_result'
  const last = messages.findLast(({ role }) => role === 'assistant')
  const leads = last === undefined ? undefined : blocksOf(last)[0]?.type
  return isUnderWay && leads !== 'thinking' && leads !== 'redacted_thinking'
    ? 'Expected `thinking` or `redacted_thinking`, but found `tool_use`: a final `assistant` message must start with a thinking block'
    : undefined
}

/** https://platform.claude.com/docs/en/build-with-claude/thinking#configuring-thinking */
function isAdaptive(model: string): boolean {
  const [, major = '9', minor = '0'] = /^claude-[a-z]+-(\d+)(?:-(\d{1,2}))?(?:-|$)/.exec(model) ?? []
  return /^claude(?!-\d)/.test(model) && Number(major) * 10 + Number(minor) > 46
}

function marksFault(body: Json): string | undefined {
  const marks = JSON.stringify(body).split('"cache_control":{').length - 1
  return marks > 4 ? `A maximum of 4 blocks with cache_control may be provided. Found ${marks}.` : undefined
}
