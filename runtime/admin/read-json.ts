import type { IncomingMessage } from 'node:http'
import { adminError } from './admin-error.ts'
import type { AdminAnswer } from './route.ts'

/** The JSON of a body, or what is answered in its place. */
export type ReadJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly answer: AdminAnswer }

const usualBytesMax = 64 * 1024

/** The body of a POST: JSON that says so in its content-type, which no form of a web page can, or nothing. */
export async function readJson(req: IncomingMessage, bytesMax = usualBytesMax): Promise<ReadJson> {
  if (req.method !== 'POST') return { ok: true, value: undefined }
  const bytes = await receive(req, bytesMax)
  if (bytes === undefined) return refused(413, 'body_too_large', `A body here has at most ${bytesMax} bytes.`)
  if (bytes.length === 0) return { ok: true, value: undefined }
  if (!/^application\/json(;|$)/i.test(req.headers['content-type'] ?? ''))
    return refused(415, 'json_only', 'A body here is JSON: send content-type application/json.')
  try {
    return { ok: true, value: JSON.parse(bytes.toString('utf8')) as unknown }
  } catch {
    return refused(400, 'bad_json', 'The body is not JSON.')
  }
}

async function receive(req: IncomingMessage, bytesMax: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of req as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > bytesMax) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function refused(status: number, code: string, message: string): ReadJson {
  return { ok: false, answer: adminError(status, code, message) }
}
