import { parseObject } from '../json.ts'
import { candidatesOf, isBlocked } from './response.ts'

/** A whole answer as the stream that a client asked for: one event, for each event is a response. `undefined` when it is no answer. */
export function renderStream(answer: Buffer): Buffer | undefined {
  const response = parseObject(answer.toString())
  if (response === undefined || (candidatesOf(response).length === 0 && !isBlocked(response)))
    return undefined
  return Buffer.from(`data: ${JSON.stringify(response)}\n\n`)
}
