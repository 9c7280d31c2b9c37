import type { PrintTarget } from '../../canonical/codec.ts'
import { effortOf, nearestEffort } from '../../canonical/efforts.ts'
import type { Effort } from '../../canonical/efforts.ts'
import { keepExtra } from '../../canonical/extra.ts'
import type { KeepExtra } from '../../canonical/extra.ts'
import { loseSettings } from '../../canonical/field-names.ts'
import type { CanonicalRequest, Format, Tool, ToolChoice } from '../../canonical/form.ts'
import type { Losses } from '../../canonical/losses.ts'
import { printStops } from '../../canonical/stops.ts'
import type { DialectName } from '../../dialect.ts'
import type { Json } from '../../json.ts'
import { strictFormat, strictTool } from '../../openai-strict.ts'
import { printOpenaiSampling } from '../../openai-sampling.ts'
import { printMessages } from './print-messages.ts'

/** Of those that OpenAI takes (https://platform.openai.com/docs/api-reference/chat/create). */
const STOPS_MAX = 4

/** Prints a chat completion request. */
export function printChatRequest(request: CanonicalRequest, to: PrintTarget, losses: Losses): Json {
  const keep = keepExtra(request, 'openai-chat', losses)
  const { turns, tools, toolChoice, format, reasoning, maxOutput } = request
  loseSettings(request, ['topK'], losses)
  // Without tools, no choice among them is taken.
  const hasNone = tools.length === 0 && request.from !== 'openai-chat'
  return {
    model: to.model,
    ...(request.stream ? { stream: true } : {}),
    messages: printMessages(turns, {
      keep,
      ids: to.ids,
      losses,
      from: request.from,
      thoughtOf: to.thoughtOf,
    }),
    ...(tools.length === 0
      ? {}
      : { tools: tools.map((tool) => printTool(tool, keep, request.from, losses)) }),
    tool_choice: toolChoice === undefined || hasNone ? undefined : printChoice(toolChoice, tools),
    parallel_tool_calls: hasNone ? undefined : printParallel(request),
    [to.capField]: maxOutput,
    ...printOpenaiSampling(request, to.model, losses),
    seed: request.seed,
    presence_penalty: request.presencePenalty,
    frequency_penalty: request.frequencyPenalty,
    stop: printStops(request, losses, request.from === 'openai-chat' ? Infinity : STOPS_MAX),
    response_format: format === undefined ? undefined : printFormat(format, request.from),
    reasoning_effort: reasoning === undefined ? undefined : printEffort(reasoning, to.efforts),
    prompt_cache_key: to.takesCacheKey === false ? undefined : request.cacheKey,
    ...keep(request.extra),
  }
}

/** Calls in parallel are what every server does unasked, and some refuse to be asked. */
function printParallel({ parallelTools, from }: CanonicalRequest): boolean | undefined {
  return from === 'openai-chat' || parallelTools === false ? parallelTools : undefined
}

function printTool(tool: Tool, keep: KeepExtra, from: DialectName, losses: Losses): Json {
  const { name, description, schema, extra } = tool
  const strict = strictTool(tool, from, losses)
  const kept = keep(extra, 'tool')
  // No server is strict unasked, and some do not know the word.
  const asked = strict === false && from !== 'openai-chat' ? undefined : strict
  // Others take no schema of nothing in particular.
  const parameters = from === 'openai-chat' ? schema : { type: 'object', ...schema }
  return schema === undefined
    ? { type: 'custom', custom: { name, description, ...kept } }
    : { type: 'function', function: { name, description, parameters, strict: asked, ...kept } }
}

function printChoice(choice: ToolChoice, tools: readonly Tool[]): Json | string {
  if (typeof choice === 'string') return choice
  const kind = tools.some(({ name, schema }) => name === choice.name && schema === undefined)
    ? 'custom'
    : 'function'
  return { type: kind, [kind]: choice }
}

function printFormat(format: Format, from: DialectName): Json {
  if (format.kind === 'json') return { type: 'json_object' }
  const { name, schema, description } = format
  const strict = strictFormat(format, from)
  return { type: 'json_schema', json_schema: { name, description, schema, strict } }
}

function printEffort(
  reasoning: NonNullable<CanonicalRequest['reasoning']>,
  taken: readonly Effort[] | undefined,
): string | undefined {
  const effort = effortOf(reasoning)
  return effort === undefined || taken === undefined ? effort : nearestEffort(effort, taken)
}
