import type { WireError } from '../dialect.ts'
import { errorBody } from '../openai-chat/errors.ts'

/**
 * An error of ours as the event `error`, the last of a stream that cannot be finished. Its fields stand twice, nested as OpenAI
 * sends them and flat as its reference says: clients read one or the other. It needs no response id, which must not change.
 */
export function responsesErrorEvent(error: WireError): Buffer {
  const { code, message, param = null } = error
  const nested = JSON.parse(errorBody(error).toString()) as object
  const data = JSON.stringify({ type: 'error', code, message, param, sequence_number: 0, ...nested })
  return Buffer.from(`event: error\ndata: ${data}\n\n`)
}
