import type { PrintTarget } from '../../canonical/codec.ts'
import { keepExtra } from '../../canonical/extra.ts'
import type { KeepExtra } from '../../canonical/extra.ts'
import { fieldName } from '../../canonical/field-names.ts'
import type { CanonicalRequest, Part, Tool, Turn } from '../../canonical/form.ts'
import type { Losses } from '../../canonical/losses.ts'
import { SILENCE } from '../../canonical/silence.ts'
import { printStops } from '../../canonical/stops.ts'
import { isObject } from '../../json.ts'
import type { Json } from '../../json.ts'
import { modelWays } from './model-ways.ts'
import type { ModelWays } from './model-ways.ts'
import { printBlocks } from './print-blocks.ts'
import type { Printing } from './print-blocks.ts'
import { thinkingFor } from './print-thinking.ts'
import type { Thinking } from './print-thinking.ts'
import { printStrictSchema } from './print-strict-schema.ts'
import { printSampling } from './sampling.ts'

/** Anthropic wants a cap in every request; this one where neither the client nor the catalogue has any. */
const MAX_OUTPUT_DEFAULT = 8_192

/** Prints a messages request. */
export function printMessagesRequest(request: CanonicalRequest, to: PrintTarget, losses: Losses): Json {
  const keep = keepExtra(request, 'anthropic-messages', losses)
  const printing = { keep, ids: to.ids, losses, from: request.from }
  const isOwn = request.from === 'anthropic-messages'
  const { system, messages } = isOwn ? asInstructed(request, printing) : instructed(request, printing)
  const { tools, stream } = request
  const maxTokens = request.maxOutput ?? to.maxOutput ?? MAX_OUTPUT_DEFAULT
  const ways = modelWays(to.model)
  const { thinking, effort } = isOwn ? ownThinking(request, keep) : thinkingFor(request, ways, maxTokens)
  return {
    model: to.model,
    max_tokens: maxTokens,
    ...(stream ? { stream: true } : {}),
    ...(system.length === 0 ? {} : { system }),
    messages,
    ...(tools.length === 0 ? {} : { tools: tools.map((tool) => printTool(tool, keep, isOwn)) }),
    tool_choice: printChoice(request, ways, losses),
    ...printSampling(request, ways, losses),
    stop_sequences: printStops(request, losses, Infinity, isOwn ? () => true : isSolid),
    ...(thinking === undefined ? {} : { thinking }),
    ...cached(request),
    ...keep(request.extra),
    ...printOutput(request, effort, keep),
  }
}

interface Instructed {
  readonly system: readonly Json[]
  readonly messages: readonly Json[]
}

/** Anthropic's own requests, as they were. */
function asInstructed({ turns }: CanonicalRequest, printing: Printing): Instructed {
  const [first, ...others] = turns
  return first?.role === 'system'
    ? { system: printBlocks(first.parts, 'system', printing), messages: printTurns(others, printing) }
    : { system: [], messages: printTurns(turns, printing) }
}

/** Instructions of other dialects stand first, all of them, for others read them so; whoever then says nothing is left out, and turns of one role that meet are one. */
function instructed({ turns, format }: CanonicalRequest, printing: Printing): Instructed {
  const instructions = turns.filter(isInstruction)
  const asksJson = format?.kind === 'json' ? [jsonOnly] : []
  const parts = [...instructions.flatMap((turn) => turn.parts), ...asksJson].filter(isSaid)
  for (const { extra } of instructions) printing.keep(extra, 'turn')
  const others = turns.filter((turn) => !isInstruction(turn))
  const said = others.map((turn) => ({ ...turn, parts: turn.parts.filter(isSaid) }))
  const spoken = joined(printTurns(said, printing).filter(({ content }) => content.length > 0))
  const system = printBlocks(parts, 'system', printing)
  // Somebody has to speak: instructions alone are what the user says.
  if (spoken.length === 0 && others.length === 0 && system.length > 0)
    return { system: [], messages: [{ role: 'user', content: system }] }
  if (spoken.length === 0) return { system, messages: [silent] }
  return { system, messages: spoken[0]?.role === 'assistant' ? [silent, ...spoken] : spoken }
}

/** Anthropic has no JSON without a schema: it is asked for in words. */
const jsonOnly = {
  kind: 'text',
  text: 'Answer with one JSON object and nothing else.',
  extra: {},
} as const

const silent: Message = { role: 'user', content: [{ type: 'text', text: SILENCE }] }

function isInstruction({ role }: Turn): boolean {
  return role === 'system' || role === 'developer'
}

/** Anthropic refuses texts of white space alone. */
function isSaid(part: Part): boolean {
  return (part.kind !== 'text' && part.kind !== 'refusal') || isSolid(part.text)
}

const isSolid = (text: string): boolean => /\S/.test(text)

interface Message extends Json {
  readonly role: Turn['role']
  readonly content: readonly Json[]
}

function joined(messages: readonly Message[]): readonly Message[] {
  const joint: Message[] = []
  for (const message of messages) {
    const last = joint.at(-1)
    if (last?.role !== message.role) joint.push(message)
    else joint[joint.length - 1] = { ...last, content: [...last.content, ...message.content] }
  }
  return joint
}

function printTurns(turns: readonly Turn[], printing: Printing): readonly Message[] {
  return turns.map(({ role, parts, extra }) => ({
    role,
    content: printBlocks(parts, 'part', printing),
    ...printing.keep(extra, 'turn'),
  }))
}

function printTool(
  { name, description, schema, strict, extra }: Tool,
  keep: KeepExtra,
  isOwn: boolean,
): Json {
  const kept = keep(extra, 'tool')
  if (isObject(kept['type']) || typeof kept['type'] === 'string')
    return { type: kept['type'], name, ...(description === undefined ? {} : { description }), ...kept }
  const input = { type: 'object', ...schema }
  const input_schema = strict === true && !isOwn ? printStrictSchema(input) : input
  return { name, description, input_schema, strict, ...kept }
}

function printChoice(request: CanonicalRequest, ways: ModelWays, losses: Losses): Json | undefined {
  const { toolChoice, parallelTools, tools, from } = request
  const isOwn = from === 'anthropic-messages'
  if (tools.length === 0 && !isOwn) return undefined
  const forces = toolChoice === 'required' || typeof toolChoice === 'object'
  if (forces && !ways.forcedTools && !isOwn) losses.lose(fieldName(from, 'toolChoice'), 'required')
  const serial = parallelTools === undefined ? {} : { disable_parallel_tool_use: !parallelTools }
  if (toolChoice === undefined) return parallelTools === undefined ? undefined : { type: 'auto', ...serial }
  if (typeof toolChoice === 'object') return { type: 'tool', name: toolChoice.name, ...serial }
  if (toolChoice === 'none' && parallelTools !== undefined) losses.lose(fieldName(from, 'parallelTools'))
  return toolChoice === 'none'
    ? { type: 'none' }
    : { type: toolChoice === 'required' ? 'any' : toolChoice, ...serial }
}

/** The whole prompt may be cached from one request of a session to the next, as OpenAI and others do unasked. */
function cached({ from, cacheKey }: CanonicalRequest): Json {
  return from !== 'anthropic-messages' && cacheKey !== undefined
    ? { cache_control: { type: 'ephemeral' } }
    : {}
}

function ownThinking({ reasoning }: CanonicalRequest, keep: KeepExtra): Thinking {
  const { thinking, effort } = reasoning === undefined ? {} : keep(reasoning.extra)
  return {
    ...(isObject(thinking) ? { thinking } : {}),
    ...(typeof effort === 'string' ? { effort } : {}),
  }
}

/** `output_config`: the effort and what else Anthropic's own clients set, and the form of the answer. */
function printOutput(
  { reasoning, format, from }: CanonicalRequest,
  effort: string | undefined,
  keep: KeepExtra,
): Json {
  const isOwn = from === 'anthropic-messages'
  const kept = reasoning === undefined ? undefined : keep(reasoning.extra)['output_config']
  const config = {
    ...(isObject(kept) ? kept : {}),
    ...(effort === undefined ? {} : { effort }),
    ...(format?.kind === 'schema'
      ? { format: { type: 'json_schema', schema: isOwn ? format.schema : printStrictSchema(format.schema) } }
      : {}),
  }
  return Object.keys(config).length === 0 ? {} : { output_config: config }
}
