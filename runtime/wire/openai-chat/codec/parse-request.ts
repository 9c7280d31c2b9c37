import { rest } from '../../canonical/extra.ts'
import type { CanonicalRequest, Format, Tool, ToolChoice } from '../../canonical/form.ts'
import { flagOf, numberOf, objectsOf, textOf, textsIn } from '../../canonical/read-json.ts'
import { isObject } from '../../json.ts'
import type { Json } from '../../json.ts'
import { parseMessages } from './parse-messages.ts'

const known = [
  'model',
  'stream',
  'stream_options',
  'messages',
  'tools',
  'tool_choice',
  'parallel_tool_calls',
  'max_tokens',
  'max_completion_tokens',
  'temperature',
  'top_p',
  'seed',
  'presence_penalty',
  'frequency_penalty',
  'stop',
  'response_format',
  'reasoning_effort',
  'prompt_cache_key',
]

/** Reads a chat completion request. */
export function parseChatRequest(body: Json): CanonicalRequest {
  const format = formatOf(body['response_format'])
  const choice = choiceOf(body['tool_choice'])
  return {
    from: 'openai-chat',
    model: textOf(body['model']),
    stream: body['stream'] === true,
    turns: parseMessages(objectsOf(body['messages'])),
    tools: objectsOf(body['tools']).map(toolOf),
    toolChoice: choice,
    parallelTools: flagOf(body['parallel_tool_calls']),
    maxOutput: numberOf(body['max_completion_tokens']) ?? numberOf(body['max_tokens']),
    temperature: numberOf(body['temperature']),
    topP: numberOf(body['top_p']),
    topK: undefined,
    seed: numberOf(body['seed']),
    presencePenalty: numberOf(body['presence_penalty']),
    frequencyPenalty: numberOf(body['frequency_penalty']),
    stop: textsIn(body['stop']),
    format,
    reasoning: effortOf(body['reasoning_effort']),
    cacheKey: textOf(body['prompt_cache_key']),
    extra: {
      ...rest(body, body['n'] === 1 ? [...known, 'n'] : known),
      ...unread('tool_choice', body, choice),
      ...unread('response_format', body, format ?? isText(body['response_format'])),
    },
  }
}

/** A value that has a form of its own here, which the canonical one does not. */
function unread(field: string, body: Json, read: unknown): Json {
  const value = body[field]
  return value === undefined || value === null || read !== undefined ? {} : { [field]: value }
}

function isText(format: unknown): true | undefined {
  return isObject(format) && format['type'] === 'text' ? true : undefined
}

function toolOf(tool: Json): Tool {
  const custom = tool['type'] === 'custom'
  const body = tool[custom ? 'custom' : 'function']
  if (!isObject(body))
    return {
      name: '',
      namespace: undefined,
      description: undefined,
      schema: {},
      strict: undefined,
      extra: tool,
    }
  return {
    name: textOf(body['name']) ?? '',
    namespace: undefined,
    description: textOf(body['description']),
    schema: custom ? undefined : isObject(body['parameters']) ? body['parameters'] : {},
    strict: flagOf(body['strict']),
    extra: {
      ...rest(body, ['name', 'description', 'parameters', 'strict']),
      ...rest(tool, ['type', 'function', 'custom']),
    },
  }
}

function choiceOf(choice: unknown): ToolChoice | undefined {
  if (choice === 'auto' || choice === 'none' || choice === 'required') return choice
  if (!isObject(choice)) return undefined
  const named = choice['function'] ?? choice['custom']
  const name = isObject(named) ? textOf(named['name']) : undefined
  return name === undefined ? undefined : { name }
}

function formatOf(format: unknown): Format | undefined {
  if (!isObject(format)) return undefined
  if (format['type'] === 'json_object') return { kind: 'json' }
  const schema = format['json_schema']
  if (format['type'] !== 'json_schema' || !isObject(schema)) return undefined
  return {
    kind: 'schema',
    name: textOf(schema['name']) ?? 'answer',
    schema: isObject(schema['schema']) ? schema['schema'] : {},
    strict: flagOf(schema['strict']),
    description: textOf(schema['description']),
  }
}

function effortOf(effort: unknown): CanonicalRequest['reasoning'] {
  return typeof effort === 'string' ? { effort, tokensMax: undefined, extra: {} } : undefined
}
