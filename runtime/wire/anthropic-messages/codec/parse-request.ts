import { rest } from '../../canonical/extra.ts'
import type { CanonicalRequest, Format, Reasoning, Tool, ToolChoice, Turn } from '../../canonical/form.ts'
import { flagOf, numberOf, objectsOf, textOf, textsIn } from '../../canonical/read-json.ts'
import { isObject } from '../../json.ts'
import type { Json } from '../../json.ts'
import { parseBlocks } from './parse-blocks.ts'

const known = [
  'model',
  'stream',
  'system',
  'messages',
  'tools',
  'tool_choice',
  'max_tokens',
  'temperature',
  'top_p',
  'top_k',
  'stop_sequences',
  'thinking',
  'output_config',
]

/** Reads a messages request. */
export function parseMessagesRequest(body: Json): CanonicalRequest {
  const choice = body['tool_choice']
  return {
    from: 'anthropic-messages',
    model: textOf(body['model']),
    stream: body['stream'] === true,
    turns: [...systemTurn(body['system']), ...objectsOf(body['messages']).map(turnOf)],
    tools: objectsOf(body['tools']).map(toolOf),
    toolChoice: choiceOf(choice),
    parallelTools: parallelOf(choice),
    maxOutput: numberOf(body['max_tokens']),
    temperature: numberOf(body['temperature']),
    topP: numberOf(body['top_p']),
    topK: numberOf(body['top_k']),
    seed: undefined,
    presencePenalty: undefined,
    frequencyPenalty: undefined,
    stop: textsIn(body['stop_sequences']),
    format: formatOf(body['output_config']),
    reasoning: reasoningOf(body),
    cacheKey: undefined,
    extra: rest(body, known),
  }
}

function systemTurn(system: unknown): readonly Turn[] {
  const parts = parseBlocks(system)
  return parts.length === 0 ? [] : [{ role: 'system', parts, extra: {} }]
}

function turnOf(message: Json): Turn {
  const role = message['role'] === 'assistant' || message['role'] === 'system' ? message['role'] : 'user'
  return { role, parts: parseBlocks(message['content']), extra: rest(message, ['role', 'content']) }
}

/** A tool of the client has a schema; one that Anthropic runs has a type, which stays with it. */
function toolOf(tool: Json): Tool {
  const type = tool['type'] === 'custom' ? {} : rest({ type: tool['type'] ?? null }, [])
  return {
    name: textOf(tool['name']) ?? '',
    namespace: undefined,
    description: textOf(tool['description']),
    schema: isObject(tool['input_schema']) ? tool['input_schema'] : {},
    strict: flagOf(tool['strict']),
    extra: { ...rest(tool, ['type', 'name', 'description', 'input_schema', 'strict']), ...type },
  }
}

const choices: Readonly<Record<string, ToolChoice>> = { auto: 'auto', any: 'required', none: 'none' }

function choiceOf(choice: unknown): ToolChoice | undefined {
  if (!isObject(choice)) return undefined
  const name = textOf(choice['name'])
  return choice['type'] === 'tool' && name !== undefined ? { name } : choices[String(choice['type'])]
}

function parallelOf(choice: unknown): boolean | undefined {
  const disabled = isObject(choice) ? flagOf(choice['disable_parallel_tool_use']) : undefined
  return disabled === undefined ? undefined : !disabled
}

function formatOf(config: unknown): Format | undefined {
  const format = isObject(config) ? config['format'] : undefined
  if (!isObject(format) || !isObject(format['schema'])) return undefined
  const { schema } = format
  return { kind: 'schema', name: 'answer', schema, strict: undefined, description: undefined }
}

/** How much to think. `thinking` itself is kept for Anthropic, whose forms of it are more than words and tokens. */
function reasoningOf({ thinking, output_config: config }: Json): Reasoning | undefined {
  const own = isObject(thinking) ? thinking : undefined
  const more = isObject(config) ? rest(config, ['effort', 'format']) : {}
  const effort = isObject(config) ? textOf(config['effort']) : undefined
  if (own === undefined && effort === undefined && Object.keys(more).length === 0) return undefined
  return {
    effort: own?.['type'] === 'disabled' ? 'none' : effort,
    tokensMax: numberOf(own?.['budget_tokens']),
    extra: {
      ...(own === undefined ? {} : { thinking: own }),
      ...(Object.keys(more).length === 0 ? {} : { output_config: more }),
      ...(effort === undefined ? {} : { effort }),
    },
  }
}
