import type { EventVerdict } from '../dialect.ts'
import { eventData } from '../event-stream.ts'
import { isObject, parseObject } from '../json.ts'
import type { Json } from '../json.ts'

/** What one of the first events of a messages stream says about committing to it. New kinds of events may come: they are waited past. */
export function judgeMessagesEvent(bytes: Buffer): EventVerdict {
  const data = eventData(bytes)
  if (data === undefined) return 'wait'
  if (data === '[DONE]') return 'ended'
  const event = parseObject(data)
  if (event === undefined) return 'malformed'
  switch (event['type']) {
    case 'content_block_start':
      return isFilled(event['content_block']) ? 'commit' : 'wait'
    case 'content_block_delta':
      return 'commit'
    case 'message_delta':
      return judgeStop(event)
    case 'message_stop':
      return 'ended'
    case 'error':
      return { error: event }
    default:
      return 'wait'
  }
}

/** Text and thinking open empty; a tool's call or a provider's result is content by itself. */
function isFilled(block: unknown): boolean {
  if (!isObject(block)) return false
  const { type } = block
  if (type !== 'text' && type !== 'thinking') return true
  return typeof block[type] === 'string' && block[type] !== ''
}

/** An answer may end without content: with a reason it is one all the same. */
function judgeStop({ delta }: Json): EventVerdict {
  const reason = isObject(delta) ? delta['stop_reason'] : undefined
  if (reason === 'refusal') return 'refused'
  return typeof reason === 'string' ? 'commit' : 'wait'
}
