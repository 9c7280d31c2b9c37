import type { PrintTarget } from '../../canonical/codec.ts'
import { keepExtra } from '../../canonical/extra.ts'
import type { KeepExtra } from '../../canonical/extra.ts'
import { fieldName } from '../../canonical/field-names.ts'
import type { CanonicalRequest, Tool, Turn } from '../../canonical/form.ts'
import type { Losses } from '../../canonical/losses.ts'
import { isObject } from '../../json.ts'
import type { Json } from '../../json.ts'
import { modelWays } from './model-ways.ts'
import type { ModelWays } from './model-ways.ts'
import { printBlocks } from './print-blocks.ts'
import type { Printing } from './print-blocks.ts'
import { thinkingFor } from './print-thinking.ts'
import type { Thinking } from './print-thinking.ts'
import { printSampling } from './sampling.ts'

/** Anthropic wants a cap in every request; this one where neither the client nor the catalogue has any. */
const MAX_OUTPUT_DEFAULT = 8_192

/** Prints a messages request. */
export function printMessagesRequest(request: CanonicalRequest, to: PrintTarget, losses: Losses): Json {
  const keep = keepExtra(request, 'anthropic-messages', losses)
  const printing = { keep, ids: to.ids, losses, from: request.from }
  const { system, turns } = instructed(request, request.from === 'anthropic-messages')
  const { tools, stop, stream } = request
  const maxTokens = request.maxOutput ?? to.maxOutput ?? MAX_OUTPUT_DEFAULT
  const ways = modelWays(to.model)
  const { thinking, effort } =
    request.from === 'anthropic-messages' ? ownThinking(request, keep) : thinkingFor(request, ways, maxTokens)
  return {
    model: to.model,
    max_tokens: maxTokens,
    ...(stream ? { stream: true } : {}),
    ...(system.length === 0 ? {} : { system: printBlocks(system, 'system', printing) }),
    messages: turns.map((turn) => printTurn(turn, printing)),
    ...(tools.length === 0 ? {} : { tools: tools.map((tool) => printTool(tool, keep)) }),
    tool_choice: printChoice(request, ways, losses),
    ...printSampling(request, ways, losses),
    stop_sequences: stop.length === 0 ? undefined : stop,
    ...(thinking === undefined ? {} : { thinking }),
    ...cached(request),
    ...keep(request.extra),
    ...printOutput(request, effort, keep),
  }
}

interface Instructed {
  readonly system: Turn['parts']
  readonly turns: readonly Turn[]
}

/** The instructions that stand first; those of other dialects stand there all, for others read them so. Turns of one role that then meet are one. */
function instructed({ turns, format }: CanonicalRequest, isOwn: boolean): Instructed {
  if (isOwn) {
    const [first, ...others] = turns
    return first?.role === 'system' ? { system: first.parts, turns: others } : { system: [], turns }
  }
  const asksJson = format?.kind === 'json' ? [jsonOnly] : []
  const instructions = turns.filter(isInstruction)
  const system = [...instructions.flatMap(({ parts }) => parts), ...asksJson]
  const others = joined(turns.filter((turn) => !isInstruction(turn)))
  const extra = Object.assign({}, ...instructions.map((turn) => turn.extra)) as Json
  // Somebody has to speak: instructions alone are what the user says.
  if (others.length === 0) return { system: [], turns: [{ role: 'user', parts: system, extra }] }
  return { system, turns: others.map((turn, at) => (at === 0 ? withExtra(turn, extra) : turn)) }
}

/** Anthropic has no JSON without a schema: it is asked for in words. */
const jsonOnly = {
  kind: 'text',
  text: 'Answer with one JSON object and nothing else.',
  extra: {},
} as const

function isInstruction({ role }: Turn): boolean {
  return role === 'system' || role === 'developer'
}

function joined(turns: readonly Turn[]): readonly Turn[] {
  const joint: Turn[] = []
  for (const turn of turns) {
    const last = joint.at(-1)
    if (last?.role !== turn.role) joint.push(turn)
    else joint[joint.length - 1] = { ...withExtra(last, turn.extra), parts: [...last.parts, ...turn.parts] }
  }
  return joint
}

/** What turns that are one here said of themselves, so that none of it is lost unseen. */
function withExtra(turn: Turn, extra: Json): Turn {
  return { ...turn, extra: { ...turn.extra, ...extra } }
}

function printTurn({ role, parts, extra }: Turn, printing: Printing): Json {
  const content = printBlocks(parts, 'part', printing)
  return { role, content, ...printing.keep(extra, 'turn') }
}

function printTool({ name, description, schema, strict, extra }: Tool, keep: KeepExtra): Json {
  const kept = keep(extra, 'tool')
  if (isObject(kept['type']) || typeof kept['type'] === 'string')
    return { type: kept['type'], name, ...(description === undefined ? {} : { description }), ...kept }
  return { name, description, input_schema: { type: 'object', ...schema }, strict, ...kept }
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
  { reasoning, format }: CanonicalRequest,
  effort: string | undefined,
  keep: KeepExtra,
): Json {
  const kept = reasoning === undefined ? undefined : keep(reasoning.extra)['output_config']
  const config = {
    ...(isObject(kept) ? kept : {}),
    ...(effort === undefined ? {} : { effort }),
    ...(format?.kind === 'schema' ? { format: { type: 'json_schema', schema: format.schema } } : {}),
  }
  return Object.keys(config).length === 0 ? {} : { output_config: config }
}
