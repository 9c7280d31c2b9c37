import type { Edit } from '../../proxy/body/splice.ts'
import type { WireBody } from '../dialect.ts'
import { isObject } from '../json.ts'
import { memberOf, parseRange } from '../json-parts.ts'
import { messagesFields } from './fields.ts'

/** No smaller budget is taken (https://platform.claude.com/docs/en/build-with-claude/extended-thinking). */
const BUDGET_MIN = 1_024

/**
 * Makes room in a lower `max_tokens` for an answer, since a budget of thinking that is not below it is refused: the budget is
 * lowered with it, and where too little is left to think with, the model is not to think.
 */
export function fitThinking(body: WireBody, maxTokens: number): readonly Edit[] {
  if (!isTooMuch(body, maxTokens)) return []
  const { start, end } = thinkingOf(body)
  if (maxTokens <= BUDGET_MIN) return [{ start, end, text: '{"type":"disabled"}' }]
  const budget = memberOf(body.bytes, start, 'budget_tokens')
  return budget === undefined ? [] : [{ ...budget, text: String(maxTokens - 1) }]
}

/** Whether `fitThinking` leaves nothing to think with. */
export function losesThinking(body: WireBody, maxTokens: number): boolean {
  return maxTokens <= BUDGET_MIN && isTooMuch(body, maxTokens)
}

/** A budget that was above the client's own `max_tokens` (interleaved thinking) is not for a cap to judge. */
function isTooMuch(body: WireBody, maxTokens: number): boolean {
  const range = thinkingOf(body)
  const thinking = range.start === -1 ? undefined : parseRange(body.bytes, range)
  const budget = isObject(thinking) ? thinking['budget_tokens'] : undefined
  return typeof budget === 'number' && budget >= maxTokens && budget < (body.maxOutput ?? Infinity)
}

function thinkingOf({ ranges }: WireBody): { readonly start: number; readonly end: number } {
  const slot = messagesFields.slots.thinking * 2
  return { start: ranges[slot]!, end: ranges[slot + 1]! }
}
