import type { WireError } from '../dialect.ts'

/** Google's word for each status (https://google.aip.dev/193, https://ai.google.dev/gemini-api/docs/troubleshooting). */
const words: Readonly<Record<number, string>> = {
  401: 'UNAUTHENTICATED',
  402: 'RESOURCE_EXHAUSTED',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  429: 'RESOURCE_EXHAUSTED',
  499: 'CANCELLED',
  501: 'UNIMPLEMENTED',
  503: 'UNAVAILABLE',
  504: 'DEADLINE_EXCEEDED',
}

/** An error of ours as Google's error body; its stable code is the `reason`. */
export function errorBody({ status, code, message, param }: WireError): Buffer {
  const word = words[status] ?? (status >= 500 ? 'INTERNAL' : 'INVALID_ARGUMENT')
  const info = { '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason: code, domain: 'gwc' }
  const details = param === undefined ? [info] : [info, badField(param, message)]
  return Buffer.from(JSON.stringify({ error: { code: status, message, status: word, details } }))
}

function badField(field: string, description: string): object {
  return {
    '@type': 'type.googleapis.com/google.rpc.BadRequest',
    fieldViolations: [{ field, description }],
  }
}

/** The same as an event of a stream, behind which the connection breaks: some clients pass over what it says (wire.md, 44). */
export function errorEvent(error: WireError): Buffer {
  return Buffer.concat([Buffer.from('data: '), errorBody(error), Buffer.from('\n\n')])
}
