import { eventData } from '../event-stream.ts'
import { isObject, parseObject } from '../json.ts'

/** What one event of a chat stream is, for the decisions the relay takes: when to commit, what to strip, whether it is over. */
export type ChatEvent =
  /** Comments and blank events. */
  | { readonly kind: 'comment' }
  /** Data without content yet: the role, an empty delta. */
  | { readonly kind: 'opening' }
  | { readonly kind: 'content' }
  /** The provider declines: content filter, or a refusal in place of content. */
  | { readonly kind: 'refused' }
  /** Only usage: `choices` is empty. */
  | { readonly kind: 'usage' }
  | { readonly kind: 'error'; readonly error: unknown }
  | { readonly kind: 'done' }
  | { readonly kind: 'malformed' }

/** Reads one event, separators included or not. Slow: for the first events of a stream and suspects, never for each. */
export function readChatEvent(event: Buffer): ChatEvent {
  const data = eventData(event)
  if (data === undefined) return { kind: 'comment' }
  if (data === '[DONE]') return { kind: 'done' }
  const value = parseObject(data)
  if (value === undefined) return { kind: 'malformed' }
  if (value['error'] !== undefined && value['error'] !== null) return { kind: 'error', error: value['error'] }
  const choices = Array.isArray(value['choices']) ? (value['choices'] as readonly unknown[]) : []
  if (choices.length === 0) return { kind: isObject(value['usage']) ? 'usage' : 'opening' }
  return { kind: strongest(choices.map(choiceKind)) }
}

type ChoiceKind = 'opening' | 'content' | 'refused'

function strongest(kinds: readonly ChoiceKind[]): ChoiceKind {
  if (kinds.includes('content')) return 'content'
  return kinds.includes('refused') ? 'refused' : 'opening'
}

const contentFields = [
  'content',
  'tool_calls',
  'function_call',
  'audio',
  'reasoning',
  'reasoning_content',
  'reasoning_details',
]

function choiceKind(choice: unknown): ChoiceKind {
  if (!isObject(choice)) return 'opening'
  const delta = isObject(choice['delta']) ? choice['delta'] : {}
  if (contentFields.some((field) => isFilled(delta[field]))) return 'content'
  if (isFilled(delta['refusal']) || choice['finish_reason'] === 'content_filter') return 'refused'
  return typeof choice['finish_reason'] === 'string' || isFilled(choice['text']) ? 'content' : 'opening'
}

function isFilled(value: unknown): boolean {
  if (typeof value === 'string' || Array.isArray(value)) return value.length > 0
  return isObject(value)
}
