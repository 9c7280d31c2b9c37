import type { Refusal } from '../../proxy/refusal.ts'

/** The `type` that OpenAI's clients know, by status. */
const types: Readonly<Record<number, string>> = {
  401: 'authentication_error',
  402: 'insufficient_quota',
  403: 'permission_error',
  404: 'invalid_request_error',
  429: 'rate_limit_error',
}

/** A refusal as OpenAI's error body. */
export function errorBody(refusal: Pick<Refusal, 'status' | 'code' | 'message' | 'param'>): Buffer {
  const { status, code, message, param = null } = refusal
  const type = types[status] ?? (status >= 500 ? 'server_error' : 'invalid_request_error')
  return Buffer.from(JSON.stringify({ error: { message, type, param, code } }))
}

/** The same as the last event of a stream that cannot be finished: what comes before it was not all. */
export function errorEvent(refusal: Pick<Refusal, 'status' | 'code' | 'message' | 'param'>): Buffer {
  return Buffer.concat([Buffer.from('data: '), errorBody(refusal), Buffer.from('\n\n')])
}
