import type { IncomingMessage } from 'node:http'
import { refuse } from '../proxy/refusal.ts'
import type { Refusal } from '../proxy/refusal.ts'

/** A Host header: a name or an address, perhaps a port. */
export const HOST = /^(?:[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(?::\d{1,5})?$/

/**
 * What Node's strict parser lets through and a gateway must not: two Host or Authorization headers (Node takes the first),
 * transfer codings beside `chunked`, an absolute URI, HTTP/1.0 and 0.9, a body on GET, too many headers.
 */
export function checkFraming(req: IncomingMessage, headersMax: number): Refusal | undefined {
  const { rawHeaders, httpVersion, url = '' } = req
  if (httpVersion !== '1.1') return broken(505, 'http_version', 'This gateway speaks HTTP/1.1.')
  if (!url.startsWith('/'))
    return broken(400, 'bad_request_target', 'The request target must be a path that begins with `/`.')
  if (rawHeaders.length > headersMax * 2) return tooManyHeaders(headersMax)
  return checkHeaders(rawHeaders) ?? checkBodyOfGet(req)
}

/** The refusal of a request with more headers than the gateway takes. */
export function tooManyHeaders(headersMax: number): Refusal {
  return broken(431, 'too_many_headers', `The request has more than ${headersMax} headers.`)
}

function checkHeaders(rawHeaders: readonly string[]): Refusal | undefined {
  let hosts = 0
  let authorizations = 0
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const name = rawHeaders[i]!
    // By length first: nearly every header is passed with one comparison.
    if (name.length === 4 && name.toLowerCase() === 'host') {
      hosts++
      if (!HOST.test(rawHeaders[i + 1]!)) return broken(400, 'bad_host', 'The Host header is not a host.')
    } else if (name.length === 13 && name.toLowerCase() === 'authorization') authorizations++
    else if (
      name.length === 17 &&
      name.toLowerCase() === 'transfer-encoding' &&
      !isChunked(rawHeaders[i + 1]!)
    ) {
      return broken(501, 'transfer_encoding', 'The only transfer-encoding taken is `chunked`.')
    } else if (name.length === 9 && name.toLowerCase() === '__proto__')
      return broken(400, 'bad_header', 'The header `__proto__` is refused.')
  }
  if (hosts !== 1) return broken(400, 'bad_host', 'The request must have one Host header.')
  return authorizations > 1
    ? broken(400, 'duplicate_header', 'The request has two Authorization headers.')
    : undefined
}

function isChunked(value: string): boolean {
  return value.trim().toLowerCase() === 'chunked'
}

function checkBodyOfGet({ method, headers }: IncomingMessage): Refusal | undefined {
  if (method === 'POST') return undefined
  const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
  return hasBody ? broken(400, 'unexpected_body', `A ${method} request has no body here.`) : undefined
}

function broken(status: number, code: string, message: string): Refusal {
  return refuse(status, code, message, { close: true, final: true })
}
