import { rest } from '../../canonical/extra.ts'
import type { CanonicalRequest, Format, Reasoning, ToolChoice, Turn } from '../../canonical/form.ts'
import { flagOf, numberOf, objectsOf, textOf } from '../../canonical/read-json.ts'
import { isObject } from '../../json.ts'
import type { Json } from '../../json.ts'
import { parseItems } from './parse-items.ts'
import { parseTools } from './parse-tools.ts'

const known = [
  'model',
  'stream',
  'instructions',
  'input',
  'tools',
  'tool_choice',
  'parallel_tool_calls',
  'max_output_tokens',
  'temperature',
  'top_p',
  'text',
  'reasoning',
  'prompt_cache_key',
]

/** Reads a Responses request. */
export function parseResponsesRequest(body: Json): CanonicalRequest {
  const { turns, tools } = parseItems(body['input'])
  const choice = choiceOf(body['tool_choice'])
  return {
    from: 'openai-responses',
    model: textOf(body['model']),
    stream: body['stream'] === true,
    turns: [...instructed(body['instructions']), ...turns],
    tools: [...parseTools(objectsOf(body['tools'])), ...tools],
    toolChoice: choice,
    parallelTools: flagOf(body['parallel_tool_calls']),
    maxOutput: numberOf(body['max_output_tokens']),
    temperature: numberOf(body['temperature']),
    topP: numberOf(body['top_p']),
    topK: undefined,
    seed: undefined,
    presencePenalty: undefined,
    frequencyPenalty: undefined,
    stop: [],
    format: formatOf(body['text']),
    reasoning: reasoningOf(body['reasoning']),
    cacheKey: textOf(body['prompt_cache_key']),
    extra: {
      ...rest(body, body['background'] === false ? [...known, 'background'] : known),
      ...(choice === undefined ? rest({ tool_choice: body['tool_choice'] ?? null }, []) : {}),
      ...restOfText(body['text']),
    },
  }
}

function instructed(instructions: unknown): readonly Turn[] {
  if (typeof instructions !== 'string' || instructions === '') return []
  return [{ role: 'system', parts: [{ kind: 'text', text: instructions, extra: {} }], extra: {} }]
}

function choiceOf(choice: unknown): ToolChoice | undefined {
  if (choice === 'auto' || choice === 'none' || choice === 'required') return choice
  const name = isObject(choice) ? textOf(choice['name']) : undefined
  return name === undefined ? undefined : { name }
}

function formatOf(text: unknown): Format | undefined {
  const format = isObject(text) ? text['format'] : undefined
  if (!isObject(format)) return undefined
  if (format['type'] === 'json_object') return { kind: 'json' }
  if (format['type'] !== 'json_schema') return undefined
  return {
    kind: 'schema',
    name: textOf(format['name']) ?? 'answer',
    schema: isObject(format['schema']) ? format['schema'] : {},
    strict: flagOf(format['strict']),
    description: textOf(format['description']),
  }
}

function restOfText(text: unknown): Json {
  const more = isObject(text) ? rest(text, ['format']) : {}
  return Object.keys(more).length === 0 ? {} : { text: more }
}

function reasoningOf(reasoning: unknown): Reasoning | undefined {
  if (!isObject(reasoning)) return undefined
  const more = rest(reasoning, ['effort'])
  const extra = Object.keys(more).length === 0 ? {} : { reasoning: more }
  return { effort: textOf(reasoning['effort']), tokensMax: undefined, extra }
}
