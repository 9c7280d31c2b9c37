import { eventData } from '../event-stream.ts'
import { isObject, parseObject } from '../json.ts'
import type { Json } from '../json.ts'

/** The response that an event of a stream holds; `undefined` where it has no data, or data that is no object. */
export function responseIn(event: Buffer): Json | undefined {
  return parseObject(eventData(event) ?? '')
}

/** The answers that a response, or a piece of one, holds. */
export function candidatesOf(response: Json): readonly Json[] {
  const candidates = response['candidates']
  return Array.isArray(candidates) ? candidates.filter(isObject) : []
}

/** Whether the prompt was blocked: then there is no answer, and nothing comes any more. */
export function isBlocked({ promptFeedback }: Json): boolean {
  return isObject(promptFeedback) && typeof promptFeedback['blockReason'] === 'string'
}

/** Why a candidate ended; `undefined` while it has not. */
export function finishOf({ finishReason }: Json): string | undefined {
  return typeof finishReason === 'string' && finishReason !== 'FINISH_REASON_UNSPECIFIED'
    ? finishReason
    : undefined
}

/** Ends by which a filter has taken the answer away (https://ai.google.dev/api/generate-content#FinishReason). */
export const refusals: ReadonlySet<string | undefined> = new Set([
  'SAFETY',
  'RECITATION',
  'BLOCKLIST',
  'PROHIBITED_CONTENT',
  'SPII',
  'IMAGE_SAFETY',
  'IMAGE_PROHIBITED_CONTENT',
  'IMAGE_RECITATION',
])

/** The parts of a candidate, or of a piece of one. */
export function partsOf({ content }: Json): readonly Json[] {
  const parts = isObject(content) ? content['parts'] : undefined
  return Array.isArray(parts) ? parts.filter(isObject) : []
}

/** Whether a part says something: an empty text with a signature only closes what was said before. */
export function isSaid(part: Json): boolean {
  const { text, thought: _, thoughtSignature: __, ...rest } = part
  return (typeof text === 'string' && text !== '') || Object.keys(rest).length > 0
}
