import type { WireError } from '../dialect.ts'

/** The `type` that OpenAI's clients know, by status. */
const types: Readonly<Record<number, string>> = {
  401: 'authentication_error',
  402: 'insufficient_quota',
  403: 'permission_error',
  404: 'invalid_request_error',
  429: 'rate_limit_error',
}

/** An error of ours as OpenAI's error body. */
export function errorBody(error: WireError): Buffer {
  const { status, code, message, param = null } = error
  const type = types[status] ?? (status >= 500 ? 'server_error' : 'invalid_request_error')
  return Buffer.from(JSON.stringify({ error: { message, type, param, code } }))
}

/** The same as the last event of a stream that cannot be finished: what comes before it was not all. */
export function errorEvent(error: WireError): Buffer {
  return Buffer.concat([Buffer.from('data: '), errorBody(error), Buffer.from('\n\n')])
}
