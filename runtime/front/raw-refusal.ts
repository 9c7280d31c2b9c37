import { errorBody } from '../wire/openai-chat/errors.ts'

/** A whole answer as bytes, for sockets that have no response object: broken requests and upgrades. The connection ends with it. */
export function rawRefusal(status: number, phrase: string, code: string, message: string): Buffer {
  const body = errorBody({ status, code, message })
  const head = `HTTP/1.1 ${status} ${phrase}\r\nconnection: close\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n`
  return Buffer.concat([Buffer.from(head), body])
}

/** The answer to a request that Node's parser refused, by the parser's code. */
export function clientErrorRefusal(code: string | undefined): Buffer {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return rawRefusal(
        431,
        'Request Header Fields Too Large',
        'headers_too_large',
        'The headers of the request are too large.',
      )
    case 'HPE_CHUNK_EXTENSIONS_OVERFLOW':
      return rawRefusal(
        413,
        'Content Too Large',
        'chunk_extensions_too_large',
        'The chunk extensions of the request are too large.',
      )
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return rawRefusal(408, 'Request Timeout', 'request_timeout', 'The request did not arrive in time.')
    default:
      return rawRefusal(400, 'Bad Request', 'malformed_request', 'The request is not well-formed HTTP/1.1.')
  }
}
