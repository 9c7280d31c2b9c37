import { effortOf } from '../../canonical/efforts.ts'
import type { CanonicalRequest, Part } from '../../canonical/form.ts'
import type { Json } from '../../json.ts'
import type { ModelWays } from './model-ways.ts'

/** How a model is asked to think: `thinking`, and the effort that goes into `output_config`. */
export interface Thinking {
  readonly thinking?: Json
  readonly effort?: string
}

/** What another dialect says of thinking, in the words that the model takes; `room` is the cap of the answer in tokens. */
export function thinkingFor(request: CanonicalRequest, ways: ModelWays, room: number): Thinking {
  const { reasoning } = request
  if (reasoning === undefined) return {}
  const effort = effortOf(reasoning)
  if (effort === 'none') return resting(ways)
  // A tool that must be called is called without thinking first.
  if (effort === undefined || isForced(request)) return {}
  if (ways.thinks === 'adaptive') return { thinking: { type: 'adaptive' }, effort: effortFor(effort, ways) }
  return isUnderWay(request) ? {} : budgeted(reasoning.tokensMax ?? budgets[effort], room)
}

function resting({ rests }: ModelWays): Thinking {
  return rests === 'low' ? { effort: 'low' } : { thinking: { type: rests } }
}

function isForced({ toolChoice, tools }: CanonicalRequest): boolean {
  return tools.length > 0 && (toolChoice === 'required' || typeof toolChoice === 'object')
}

const words: Readonly<Record<string, string>> = { minimal: 'low', low: 'low', medium: 'medium', high: 'high' }

function effortFor(effort: string, { highestEfforts }: ModelWays): string {
  return words[effort] ?? (highestEfforts && (effort === 'xhigh' || effort === 'max') ? effort : 'high')
}

/** An answer whose tools are under way must begin with the thoughts that led to them, and only Anthropic's own clients have those. */
function isUnderWay({ turns }: CanonicalRequest): boolean {
  const last = turns.findLastIndex(({ role, parts }) => role === 'assistant' && parts.some(isSaid))
  return turns.slice(last + 1).some(({ parts }) => parts.some(({ kind }) => kind === 'tool-result'))
}

function isSaid({ kind }: Part): boolean {
  return kind !== 'reasoning' && kind !== 'opaque'
}

/** No smaller budget is taken, and an answer needs some room beside it. */
const BUDGET_MIN = 1_024

/** Tokens to think with, for the words of other dialects. */
const budgets: Readonly<Record<string, number>> = {
  minimal: 1_024,
  low: 2_048,
  medium: 8_192,
  high: 24_576,
  xhigh: 32_000,
  max: 48_000,
}

function budgeted(wanted: number | undefined, room: number): Thinking {
  const most = room - BUDGET_MIN
  if (wanted === undefined || most < BUDGET_MIN) return {}
  return { thinking: { type: 'enabled', budget_tokens: Math.max(BUDGET_MIN, Math.min(wanted, most)) } }
}
