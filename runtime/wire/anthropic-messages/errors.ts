import type { WireError } from '../dialect.ts'

/** The `type` that Anthropic's clients know, by status (https://platform.claude.com/docs/en/api/errors). */
const types: Readonly<Record<number, string>> = {
  401: 'authentication_error',
  402: 'billing_error',
  403: 'permission_error',
  404: 'not_found_error',
  413: 'request_too_large',
  429: 'rate_limit_error',
  503: 'overloaded_error',
  504: 'timeout_error',
  529: 'overloaded_error',
}

/** An error of ours as Anthropic's error body; the SDK shows `details.error_code` as the error's code. */
export function errorBody({ status, code, message, param, requestId }: WireError): Buffer {
  const type = types[status] ?? (status >= 500 ? 'api_error' : 'invalid_request_error')
  const details = { error_code: code }
  const error = { type, message, code, ...(param === undefined ? {} : { param }), details }
  return Buffer.from(
    JSON.stringify({ type: 'error', error, ...(requestId === undefined ? {} : { request_id: requestId }) }),
  )
}

/** The same as the last event of a stream that cannot be finished: what comes before it was not all. */
export function errorEvent(error: WireError): Buffer {
  return Buffer.concat([Buffer.from('event: error\ndata: '), errorBody(error), Buffer.from('\n\n')])
}
