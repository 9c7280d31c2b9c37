import { effortOf } from '../../canonical/efforts.ts'
import type { Reasoning } from '../../canonical/form.ts'
import type { Json } from '../../json.ts'
import { canBeThoughtless, thinks, thinksByLevel } from './models.ts'

/** How much to think, in the terms of the model; nothing for one that does not think. */
export function printThinking(reasoning: Reasoning, model: string): Json {
  if (!thinks(model)) return {}
  const thinkingConfig = thinksByLevel(model)
    ? { thinkingLevel: levelOf(reasoning, model) }
    : { thinkingBudget: budgetOf(reasoning, model) }
  return Object.values(thinkingConfig)[0] === undefined ? {} : { thinkingConfig }
}

/** The levels of each word for how much to think; thinking cannot be turned off in models that take levels. */
const levels: Readonly<Record<string, string>> = {
  none: 'MINIMAL',
  minimal: 'MINIMAL',
  low: 'LOW',
  medium: 'MEDIUM',
  high: 'HIGH',
  xhigh: 'HIGH',
  max: 'HIGH',
}

function levelOf(reasoning: Reasoning, model: string): string | undefined {
  const level = levels[effortOf(reasoning) ?? '']
  // Pro models know LOW as their least.
  return level === 'MINIMAL' && !canBeThoughtless(model) ? 'LOW' : level
}

/** Tokens for those words. Source: Google's own mapping of OpenAI's efforts (https://ai.google.dev/gemini-api/docs/openai). */
const budgets: Readonly<Record<string, number>> = {
  none: 0,
  minimal: 1_024,
  low: 1_024,
  medium: 8_192,
  high: 24_576,
  xhigh: 24_576,
  max: 24_576,
}

/** What Pro models think at least, and Flash ones at most (https://ai.google.dev/gemini-api/docs/thinking). */
const BUDGET_MIN_PRO = 128
const BUDGET_MAX = 24_576

function budgetOf({ effort, tokensMax }: Reasoning, model: string): number | undefined {
  const wanted = effort === 'none' ? 0 : (tokensMax ?? budgets[effort ?? ''])
  if (wanted === undefined) return undefined
  return Math.min(Math.max(wanted, canBeThoughtless(model) ? 0 : BUDGET_MIN_PRO), BUDGET_MAX)
}
