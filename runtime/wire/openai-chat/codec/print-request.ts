import type { PrintTarget } from '../../canonical/codec.ts'
import { keepExtra } from '../../canonical/extra.ts'
import type { KeepExtra } from '../../canonical/extra.ts'
import type { CanonicalRequest, Format, Tool, ToolChoice } from '../../canonical/form.ts'
import type { Losses } from '../../canonical/losses.ts'
import type { Json } from '../../json.ts'
import { printMessages } from './print-messages.ts'

/** Prints a chat completion request. */
export function printChatRequest(request: CanonicalRequest, to: PrintTarget, losses: Losses): Json {
  const keep = keepExtra(request, 'openai-chat', losses)
  const { turns, tools, toolChoice, format, reasoning, maxOutput, stop } = request
  if (request.topK !== undefined) losses.lose('top_k')
  return {
    model: to.model,
    ...(request.stream ? { stream: true } : {}),
    messages: printMessages(turns, { keep, ids: to.ids, losses, from: request.from }),
    ...(tools.length === 0 ? {} : { tools: tools.map((tool) => printTool(tool, keep)) }),
    tool_choice: toolChoice === undefined ? undefined : printChoice(toolChoice, tools),
    parallel_tool_calls: tools.length === 0 ? undefined : request.parallelTools,
    [to.capField]: maxOutput,
    temperature: request.temperature,
    top_p: request.topP,
    stop: stop.length === 0 ? undefined : stop,
    response_format: format === undefined ? undefined : printFormat(format),
    reasoning_effort: reasoning === undefined ? undefined : effortOf(reasoning),
    prompt_cache_key: request.cacheKey,
    ...keep(request.extra),
  }
}

function printTool({ name, description, schema, strict, extra }: Tool, keep: KeepExtra): Json {
  const kept = keep(extra, 'tool')
  return schema === undefined
    ? { type: 'custom', custom: { name, description, ...kept } }
    : { type: 'function', function: { name, description, parameters: schema, strict, ...kept } }
}

function printChoice(choice: ToolChoice, tools: readonly Tool[]): Json | string {
  if (typeof choice === 'string') return choice
  const kind = tools.some(({ name, schema }) => name === choice.name && schema === undefined)
    ? 'custom'
    : 'function'
  return { type: kind, [kind]: choice }
}

function printFormat(format: Format): Json {
  if (format.kind === 'json') return { type: 'json_object' }
  const { name, schema, strict, description } = format
  return { type: 'json_schema', json_schema: { name, description, schema, strict } }
}

/** Tokens to think with, as the word that comes nearest. Source: Anthropic's budgets, 1,024 at least and 32,000 in use. */
const efforts = [
  { tokensMax: 0, effort: 'none' },
  { tokensMax: 4_096, effort: 'low' },
  { tokensMax: 16_384, effort: 'medium' },
  { tokensMax: Infinity, effort: 'high' },
] as const

function effortOf({ effort, tokensMax }: NonNullable<CanonicalRequest['reasoning']>): string | undefined {
  if (effort !== undefined || tokensMax === undefined) return effort
  return efforts.find((each) => tokensMax <= each.tokensMax)?.effort
}
