import type { KeepExtra } from '../../canonical/extra.ts'
import { fieldName } from '../../canonical/field-names.ts'
import type { CanonicalRequest, Format, Reasoning } from '../../canonical/form.ts'
import type { Losses } from '../../canonical/losses.ts'
import type { Json } from '../../json.ts'
import { canBeThoughtless, thinksByLevel } from './models.ts'
import { formatFields } from './parse-config.ts'
import { printSchema } from './print-schema.ts'
import { undotted } from './proto-json.ts'

/** Prints `generationConfig`, given what of it only Google says; none where there is nothing to say. */
export function printConfig(
  request: CanonicalRequest,
  model: string,
  kept: Json,
  keep: KeepExtra,
  losses: Losses,
): Json {
  const own = undotted('generationConfig', kept)
  const { maxOutput, stop, format, reasoning } = request
  const config = {
    maxOutputTokens: maxOutput,
    temperature: request.temperature,
    topP: request.topP,
    topK: request.topK,
    seed: request.seed,
    presencePenalty: request.presencePenalty,
    frequencyPenalty: request.frequencyPenalty,
    stopSequences: stop.length === 0 ? undefined : stop,
    ...(format === undefined || saysForm(own) ? {} : printFormat(format, request, losses)),
    ...(reasoning === undefined ? {} : printReasoning(reasoning, request, model, keep)),
    ...own,
  }
  return Object.values(config).every((value) => value === undefined) ? {} : { generationConfig: config }
}

function saysForm(own: Json): boolean {
  return formatFields.some((field) => field in own)
}

function printFormat(format: Format, { from }: CanonicalRequest, losses: Losses): Json {
  if (format.kind === 'json') return { responseMimeType: 'application/json' }
  const name = fieldName(from, 'formatSchema')
  const schema = printSchema(format.schema, (keyword) => losses.lose(`${name}.${keyword}`))
  return { responseMimeType: 'application/json', responseJsonSchema: schema }
}

function printReasoning(
  reasoning: Reasoning,
  { from }: CanonicalRequest,
  model: string,
  keep: KeepExtra,
): Json {
  const own = undotted('generationConfig', keep(reasoning.extra))
  if (from === 'gemini-generate') return own
  const config = thinksByLevel(model)
    ? { thinkingLevel: levelOf(reasoning, model) }
    : { thinkingBudget: budgetOf(reasoning, model) }
  return Object.values(config)[0] === undefined ? {} : { thinkingConfig: config }
}

/** Words for how much to think, of any dialect. Thinking cannot be turned off in models that take words. */
const levels: Readonly<Record<string, string>> = {
  minimal: 'MINIMAL',
  low: 'LOW',
  medium: 'MEDIUM',
  high: 'HIGH',
  xhigh: 'HIGH',
  max: 'HIGH',
}

function levelOf({ effort, tokensMax }: Reasoning, model: string): string | undefined {
  // Pro models know LOW as their least.
  const least = canBeThoughtless(model) ? 'MINIMAL' : 'LOW'
  if (effort === 'none' || effort === 'minimal') return least
  if (effort !== undefined) return levels[effort]
  if (tokensMax === undefined) return undefined
  return tokensMax <= 4_096 ? 'LOW' : tokensMax <= 16_384 ? 'MEDIUM' : 'HIGH'
}

/** Tokens for those words. Source: Google's own mapping of OpenAI's efforts (https://ai.google.dev/gemini-api/docs/openai). */
const budgets: Readonly<Record<string, number>> = {
  minimal: 1_024,
  low: 1_024,
  medium: 8_192,
  high: 24_576,
  xhigh: 24_576,
  max: 24_576,
}

/** What a model takes at most (2.5 Flash), and a Pro one at least. */
const BUDGET_MAX = 24_576
const BUDGET_MIN_PRO = 128

function budgetOf({ effort, tokensMax }: Reasoning, model: string): number | undefined {
  if (effort === 'none') return canBeThoughtless(model) ? 0 : BUDGET_MIN_PRO
  const wanted = tokensMax ?? budgets[effort ?? '']
  return wanted === undefined ? undefined : Math.min(wanted, BUDGET_MAX)
}
