import type { PrintTarget } from '../../canonical/codec.ts'
import type { KeepExtra } from '../../canonical/extra.ts'
import { fieldName } from '../../canonical/field-names.ts'
import type { CanonicalRequest, Format, Reasoning } from '../../canonical/form.ts'
import type { Losses } from '../../canonical/losses.ts'
import { printStops } from '../../canonical/stops.ts'
import type { Json } from '../../json.ts'
import { formatFields } from './parse-config.ts'
import { printSchema } from './print-schema.ts'
import { printThinking } from './print-thinking.ts'
import { undotted } from './proto-json.ts'

/** https://ai.google.dev/api/generate-content#generationconfig */
const STOPS_MAX = 5

/** Prints `generationConfig`, given what of it only Google says; none where there is nothing to say. */
export function printConfig(
  request: CanonicalRequest,
  to: PrintTarget,
  kept: Json,
  keep: KeepExtra,
  losses: Losses,
): Json {
  const own = undotted('generationConfig', kept)
  const { format, reasoning } = request
  const isOwn = request.from === 'gemini-generate'
  const config = {
    maxOutputTokens: capOf(request, to),
    temperature: request.temperature,
    topP: request.topP,
    topK: request.topK,
    seed: isOwn ? request.seed : seedOf(request),
    presencePenalty: request.presencePenalty,
    frequencyPenalty: request.frequencyPenalty,
    stopSequences: printStops(request, losses, isOwn ? Infinity : STOPS_MAX),
    ...(format === undefined || saysForm(own) ? {} : printFormat(format, request, losses)),
    ...(reasoning === undefined ? {} : printReasoning(reasoning, request, to.model, keep)),
    ...own,
  }
  return Object.values(config).every((value) => value === undefined) ? {} : { generationConfig: config }
}

/** Google's are of 32 bits: another seed is the same one each time, which is all that seeds are for. */
function seedOf({ seed }: CanonicalRequest): number | undefined {
  return seed === undefined ? undefined : seed | 0
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

/** A client of Google's says how much to think in its own terms. */
function printReasoning(
  reasoning: Reasoning,
  { from }: CanonicalRequest,
  model: string,
  keep: KeepExtra,
): Json {
  const own = undotted('generationConfig', keep(reasoning.extra))
  return from === 'gemini-generate' ? own : printThinking(reasoning, model)
}

/** Tokens at most; more than the model can give would be refused. */
function capOf({ maxOutput, from }: CanonicalRequest, { maxOutput: most }: PrintTarget): number | undefined {
  return from === 'gemini-generate' || maxOutput === undefined
    ? maxOutput
    : Math.min(maxOutput, most ?? maxOutput)
}
