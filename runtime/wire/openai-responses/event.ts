import { eventData } from '../event-stream.ts'
import { parseObject } from '../json.ts'
import type { Json } from '../json.ts'

/** One event of a Responses stream: its type, and the rest parsed when asked for, for the first events repeat the whole request. */
export interface ResponsesEvent {
  readonly type: string
  readonly value: () => Json | undefined
}

/** Nearly every server writes the type first. */
const TYPE_FIRST = /^\s*\{\s*"type"\s*:\s*"([a-z_.]+)"/

/** Reads one event, separators included or not; `comment` without data, `malformed` for what is not one of this dialect. */
export function readResponsesEvent(event: Buffer): ResponsesEvent | 'comment' | 'malformed' {
  const data = eventData(event)
  if (data === undefined) return 'comment'
  if (data === '[DONE]') return { type: data, value: () => undefined }
  const type = TYPE_FIRST.exec(data)?.[1]
  if (type !== undefined) return { type, value: () => parseObject(data) }
  const value = parseObject(data)
  return typeof value?.['type'] === 'string' ? { type: value['type'], value: () => value } : 'malformed'
}
