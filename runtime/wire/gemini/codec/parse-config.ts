import { rest } from '../../canonical/extra.ts'
import type { CanonicalRequest, Format, Reasoning } from '../../canonical/form.ts'
import { numberOf, textOf, textsIn } from '../../canonical/read-json.ts'
import { isObject } from '../../json.ts'
import type { Json } from '../../json.ts'
import { jsonSchemaOf } from './json-schema.ts'
import { dotted, message, messages } from './proto-json.ts'

const known = [
  'maxOutputTokens',
  'temperature',
  'topP',
  'topK',
  'seed',
  'presencePenalty',
  'frequencyPenalty',
  'stopSequences',
  'thinkingConfig',
]

/** What `generationConfig` says. */
export type Config = Pick<
  CanonicalRequest,
  | 'maxOutput'
  | 'temperature'
  | 'topP'
  | 'topK'
  | 'seed'
  | 'presencePenalty'
  | 'frequencyPenalty'
  | 'stop'
  | 'format'
  | 'reasoning'
  | 'extra'
>

/** Reads how to answer. */
export function parseConfig(value: unknown): Config {
  const config = message(value)
  return {
    maxOutput: numberOf(config['maxOutputTokens']),
    temperature: numberOf(config['temperature']),
    topP: numberOf(config['topP']),
    topK: numberOf(config['topK']),
    seed: numberOf(config['seed']),
    presencePenalty: numberOf(config['presencePenalty']),
    frequencyPenalty: numberOf(config['frequencyPenalty']),
    stop: textsIn(config['stopSequences']),
    format: formatOf(config),
    reasoning: reasoningOf(config['thinkingConfig']),
    extra: dotted('generationConfig', rest(config, known)),
  }
}

/** The fields that say the form of the answer; they are said to Google as they were. */
export const formatFields = ['responseMimeType', 'responseSchema', 'responseJsonSchema', 'responseFormat']

function formatOf(config: Json): Format | undefined {
  const [newer] = messages(config['responseFormat']).map((format) => message(format['text']))
  if (newer !== undefined) return jsonFormat(textOf(newer['mimeType']), newer['schema'])
  const { responseSchema: schema, responseJsonSchema: json } = config
  return jsonFormat(textOf(config['responseMimeType']), json ?? (schema && jsonSchemaOf(schema)))
}

/** `APPLICATION_JSON` is the newer spelling of `application/json`. */
function jsonFormat(mimeType: string | undefined, schema: unknown): Format | undefined {
  if (mimeType?.replace('/', '_').toLowerCase() !== 'application_json') return undefined
  if (!isObject(schema)) return { kind: 'json' }
  return { kind: 'schema', name: 'answer', schema, strict: undefined, description: undefined }
}

/** How much to think; the words themselves are said to Google as they were. */
function reasoningOf(value: unknown): Reasoning | undefined {
  if (!isObject(value)) return undefined
  const { thinkingBudget, thinkingLevel } = message(value)
  const tokens = numberOf(thinkingBudget)
  return {
    effort: tokens === 0 ? 'none' : textOf(thinkingLevel)?.toLowerCase(),
    // -1 leaves it to the model.
    tokensMax: tokens !== undefined && tokens > 0 ? tokens : undefined,
    extra: { 'generationConfig.thinkingConfig': value },
  }
}
