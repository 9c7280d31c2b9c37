import type { PrintTarget } from '../../canonical/codec.ts'
import { effortOf, efforts, nearestEffort } from '../../canonical/efforts.ts'
import type { Effort } from '../../canonical/efforts.ts'
import { keepExtra } from '../../canonical/extra.ts'
import type { KeepExtra } from '../../canonical/extra.ts'
import { loseSettings } from '../../canonical/field-names.ts'
import type { CanonicalRequest, Format, Tool, ToolChoice } from '../../canonical/form.ts'
import type { Losses } from '../../canonical/losses.ts'
import { printStops } from '../../canonical/stops.ts'
import { isObject } from '../../json.ts'
import type { Json } from '../../json.ts'
import type { DialectName } from '../../dialect.ts'
import { strictFormat, strictTool } from '../../openai-strict.ts'
import { printOpenaiSampling } from '../../openai-sampling.ts'
import { printItems } from './print-items.ts'

/** Prints a Responses request. What another dialect asks is not kept by the provider unless it says so. */
export function printResponsesRequest(request: CanonicalRequest, to: PrintTarget, losses: Losses): Json {
  const keep = keepExtra(request, 'openai-responses', losses)
  const isOwn = request.from === 'openai-responses'
  const [first, ...others] = request.turns
  const [only] = first?.role === 'system' ? first.parts : []
  const isAlone = others.length === 0 && !isOwn // some input there has to be
  const instructions = first?.parts.length === 1 && only?.kind === 'text' && !isAlone ? only.text : undefined
  const turns = instructions === undefined ? request.turns : others
  loseSettings(request, ['topK', 'seed', 'presencePenalty', 'frequencyPenalty'], losses)
  printStops(request, losses, 0)
  const { tools, toolChoice } = request
  const hasNone = tools.length === 0 && !isOwn
  const extra = keep(request.extra)
  return {
    model: to.model,
    ...(request.stream ? { stream: true } : {}),
    ...(instructions === undefined ? {} : { instructions }),
    input: printItems(turns, { keep, ids: to.ids, losses, from: request.from }),
    ...(tools.length === 0 ? {} : { tools: printTools(request, keep, losses) }),
    tool_choice: toolChoice === undefined || hasNone ? undefined : printChoice(toolChoice, tools),
    parallel_tool_calls: hasNone ? undefined : request.parallelTools,
    max_output_tokens: isOwn ? request.maxOutput : atLeast16(request.maxOutput),
    ...printOpenaiSampling(request, to.model, losses),
    reasoning: printReasoning(request, to.efforts, keep),
    prompt_cache_key: to.takesCacheKey === false ? undefined : request.cacheKey,
    ...(isOwn ? {} : { store: false }),
    ...extra,
    ...printText(request, extra['text']),
  }
}

/** OpenAI takes no smaller cap here. */
function atLeast16(tokens: number | undefined): number | undefined {
  return tokens === undefined ? undefined : Math.max(16, tokens)
}

/** Tools of one namespace that follow each other stand in it together. */
function printTools({ tools, from }: CanonicalRequest, keep: KeepExtra, losses: Losses): readonly Json[] {
  const printed: Json[] = []
  let group: { readonly name: string; readonly tools: Json[] } | undefined
  for (const tool of tools) {
    const each = printTool(tool, keep, strictTool(tool, from, losses))
    if (tool.namespace === undefined) {
      group = undefined
      printed.push(each)
    } else if (group?.name === tool.namespace) group.tools.push(each)
    else {
      group = { name: tool.namespace, tools: [each] }
      printed.push({ type: 'namespace', description: tool.about, ...group })
    }
  }
  return printed
}

function printTool(
  { name, description, schema, extra }: Tool,
  keep: KeepExtra,
  strict: boolean | undefined,
): Json {
  const kept = keep(extra, 'tool')
  if (kept['type'] !== undefined) return { ...(name === kept['type'] ? {} : { name }), description, ...kept }
  if (schema === undefined) return { type: 'custom', name, description, ...kept }
  // OpenAI takes no schema of nothing in particular.
  const parameters = { type: 'object', ...schema }
  return { type: 'function', name, description, parameters, strict: strict ?? false, ...kept }
}

function printChoice(choice: ToolChoice, tools: readonly Tool[]): Json | string {
  if (typeof choice === 'string') return choice
  const tool = tools.find(({ name }) => name === choice.name)
  return { type: tool?.schema === undefined && tool !== undefined ? 'custom' : 'function', ...choice }
}

function printReasoning(
  { reasoning, from }: CanonicalRequest,
  taken: readonly Effort[] = efforts,
  keep: KeepExtra,
): Json | undefined {
  if (reasoning === undefined) return undefined
  const kept = keep(reasoning.extra)['reasoning']
  const asked = effortOf(reasoning)
  const effort = asked === undefined ? undefined : nearestEffort(asked, taken)
  if (effort === undefined && from !== 'openai-responses') return undefined
  return { effort, ...(isObject(kept) ? kept : {}) }
}

function printText({ format, from }: CanonicalRequest, kept: unknown): Json {
  const more: Json = isObject(kept) ? kept : {}
  const text = { ...(format === undefined ? {} : { format: printFormat(format, from) }), ...more }
  return Object.keys(text).length === 0 ? {} : { text }
}

function printFormat(format: Format, from: DialectName): Json {
  if (format.kind === 'json') return { type: 'json_object' }
  const { name, schema, description } = format
  return { type: 'json_schema', name, schema, strict: strictFormat(format, from), description }
}
