import type { Asked } from './speech.ts'

/** One request as a provider received it. */
export interface ReceivedRequest {
  readonly method: string
  readonly path: string
  /** In lower case; several of one name are joined by a comma. */
  readonly headers: Readonly<Record<string, string>>
  readonly rawHead: string
  readonly body: Buffer
  /** Number of the connection it came on, from 0. */
  readonly connection: number
}

/** The first request in these bytes and how many of them it takes; `undefined` while it is not whole. */
export function readRequest(
  bytes: Buffer,
  connection: number,
): { readonly request: ReceivedRequest; readonly size: number } | undefined {
  const headEnd = bytes.indexOf('\r\n\r\n')
  if (headEnd === -1) return undefined
  const rawHead = bytes.toString('latin1', 0, headEnd)
  const [line = '', ...lines] = rawHead.split('\r\n')
  const [method = '', path = ''] = line.split(' ')
  const headers = headersOf(lines)
  const size = headEnd + 4 + Number(headers['content-length'] ?? 0)
  if (bytes.length < size) return undefined
  const body = Buffer.from(bytes.subarray(headEnd + 4, size))
  return { request: { method, path, headers, rawHead, body, connection }, size }
}

function headersOf(lines: readonly string[]): Record<string, string> {
  const headers: Record<string, string> = {}
  for (const line of lines) {
    const colon = line.indexOf(':')
    const name = line.slice(0, colon).toLowerCase()
    const value = line.slice(colon + 1).trim()
    headers[name] = headers[name] === undefined ? value : `${headers[name]}, ${value}`
  }
  return headers
}

/** What a request asks for; nothing where its body is no JSON. Google's URLs say the model and whether to stream. */
export function askedOf({ body, path }: Pick<ReceivedRequest, 'body' | 'path'>): Asked {
  const [, model, method] = /\/models\/([^?]+):(\w+)/.exec(path) ?? []
  const said = model === undefined ? {} : { model, stream: method === 'streamGenerateContent' }
  try {
    return { ...(JSON.parse(body.toString()) as Asked), ...said }
  } catch {
    return said
  }
}
