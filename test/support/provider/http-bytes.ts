/** The head and body of an answer with a length. */
export function whole(
  status: number,
  body: object | string,
  headers: Readonly<Record<string, string>> = {},
): string {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return head(status, { ...json, 'content-length': String(Buffer.byteLength(text)), ...headers }) + text
}

/** The same of a body that is no text: a compressed one. */
export function wholeBytes(
  status: number,
  body: Buffer,
  headers: Readonly<Record<string, string>> = {},
): Buffer {
  const start = head(status, { ...json, 'content-length': String(body.length), ...headers })
  return Buffer.concat([Buffer.from(start), body])
}

const json = { 'content-type': 'application/json' }

/** A status line, headers, and the blank line. */
export function head(status: number | string, headers: Readonly<Record<string, string>>): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  return `HTTP/1.1 ${status} X\r\n${lines.join('')}\r\n`
}

/** The head of a chunked event stream. */
export const streamHead =
  'HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\nx-request-id: up-1\r\n\r\n'

/** The head of an event stream that ends with its connection. */
export const openEndedHead = 'HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nconnection: close\r\n\r\n'

/** Bytes as one HTTP chunk. */
export function httpChunk(text: string): string {
  return `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`
}

/** Bytes that need not be UTF-8 as one HTTP chunk. */
export function byteChunk(bytes: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from('\r\n')])
}

export const lastChunk = '0\r\n\r\n'
