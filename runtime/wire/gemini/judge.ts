import type { EventVerdict } from '../dialect.ts'
import { eventData } from '../event-stream.ts'
import { isObject, parseObject } from '../json.ts'
import type { Json } from '../json.ts'
import { candidatesOf, finishOf, isBlocked, isSaid, partsOf, refusals } from './response.ts'

/** What one of the first events of a stream says about committing to it. An answer may end without content: with a reason it is one all the same. */
export function judgeGenerateEvent(bytes: Buffer): EventVerdict {
  const data = eventData(bytes)
  if (data === undefined) return 'wait'
  if (data === '[DONE]') return 'ended'
  const response = parseObject(data)
  if (response === undefined) return 'malformed'
  if (isObject(response['error'])) return { error: response }
  if (isBlocked(response)) return 'refused'
  return strongest(candidatesOf(response).map(judgeCandidate))
}

type Kind = 'wait' | 'commit' | 'refused'

function judgeCandidate(candidate: Json): Kind {
  if (partsOf(candidate).some(isSaid)) return 'commit'
  const finish = finishOf(candidate)
  if (finish === undefined) return 'wait'
  return refusals.has(finish) ? 'refused' : 'commit'
}

function strongest(kinds: readonly Kind[]): Kind {
  if (kinds.includes('commit')) return 'commit'
  return kinds.includes('refused') ? 'refused' : 'wait'
}
