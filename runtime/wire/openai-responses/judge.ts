import type { EventVerdict } from '../dialect.ts'
import { isObject } from '../json.ts'
import type { Json } from '../json.ts'
import { readResponsesEvent } from './event.ts'

/** What one of the first events of a stream says about committing to it. */
export function judgeResponsesEvent(bytes: Buffer): EventVerdict {
  const event = readResponsesEvent(bytes)
  if (event === 'comment') return 'wait'
  if (event === 'malformed') return 'malformed'
  const row = Object.hasOwn(verdicts, event.type) ? verdicts[event.type] : undefined
  if (row === undefined) return event.type.startsWith('response.') ? 'commit' : 'wait'
  return typeof row === 'function' ? row(event.value() ?? {}) : row
}

type Verdict = 'wait' | 'refused' | 'ended' | ((event: Json) => EventVerdict)

/** Events that are not content by themselves; any other one of `response.` is. */
const verdicts: Readonly<Record<string, Verdict>> = {
  '[DONE]': 'ended',
  'response.created': 'wait',
  'response.queued': 'wait',
  'response.in_progress': 'wait',
  'response.output_item.added': (event) => (itemType(event) === 'message' ? 'wait' : 'commit'),
  'response.content_part.added': (event) => (partType(event) === 'refusal' ? 'refused' : 'wait'),
  'response.refusal.delta': 'refused',
  'response.incomplete': (event) => (isFiltered(event['response']) ? 'refused' : 'commit'),
  'response.failed': (event) => ({ error: failedError(event['response']) }),
  error: (event) => ({ error: { error: errorOf(event) } }),
}

function itemType({ item }: Json): unknown {
  return isObject(item) ? item['type'] : undefined
}

function partType({ part }: Json): unknown {
  return isObject(part) ? part['type'] : undefined
}

function isFiltered(response: unknown): boolean {
  const details = isObject(response) ? response['incomplete_details'] : undefined
  return isObject(details) && details['reason'] === 'content_filter'
}

function failedError(response: unknown): object {
  const error = isObject(response) ? response['error'] : undefined
  return { error: isObject(error) ? errorOf({ error }) : errorOf({}) }
}

/** OpenAI nests the error of the event `error`; its reference does not. */
function errorOf(event: Json): object {
  const { message, code, type, param } = isObject(event['error']) ? event['error'] : event
  return {
    message: typeof message === 'string' ? message : 'The provider reported an error.',
    type: typeof type === 'string' && type !== 'error' ? type : (code ?? 'server_error'),
    param: param ?? null,
    code: code ?? null,
  }
}
