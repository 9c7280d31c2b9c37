import type { EventVerdict } from '../dialect.ts'
import { readChatEvent } from './event.ts'

/** What one of the first events of a chat stream says about committing to it. */
export function judgeChatEvent(bytes: Buffer): EventVerdict {
  const event = readChatEvent(bytes)
  switch (event.kind) {
    case 'comment':
    case 'opening':
      return 'wait'
    case 'content':
    case 'usage':
      return 'commit'
    case 'refused':
      return 'refused'
    case 'error':
      return { error: { error: event.error } }
    case 'done':
      return 'ended'
    case 'malformed':
      return 'malformed'
  }
}
