import { once } from 'node:events'
import { createServer } from '../front/create-server.ts'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dialects } from '../wire/dialects.ts'
import { isObject, parseObject } from '../wire/json.ts'
import { simulatedAnswers } from './simulated-answers.ts'
import { simulatedStream } from './simulated-stream.ts'

/** The provider of `gwc serve --demo`: it needs no key, costs nothing, and says in each reply that it is simulated. */
export interface SimulatedProvider {
  /** For gateway.json, with the version segment; the names of providers that it stands in for may share it. */
  readonly baseUrl: string
  readonly close: () => Promise<void>
}

const WORD_GAP_MS = 20
const BODY_BYTES_MAX = 32 * 1024 * 1024

/** Starts the simulated provider on a free port of loopback: a server of its own, so that the whole path is real. */
export async function startSimulatedProvider(): Promise<SimulatedProvider> {
  const server = createServer((req, res) => void serve(req, res))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    close: () => close(server),
  }
}

async function close(server: Server): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  server.closeAllConnections()
  await closed
}

async function serve(req: IncomingMessage, res: ServerResponse): Promise<void> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of req as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > BODY_BYTES_MAX) return void req.destroy()
    chunks.push(chunk)
  }
  const request = parseObject(Buffer.concat(chunks).toString())
  if (request === undefined)
    return sendJson(res, 400, {
      error: { message: 'The body is not JSON.', type: 'invalid_request_error', param: null, code: null },
    })
  const dialect = Object.values(dialects).find(
    ({ path }) => typeof path === 'string' && req.url === `/v1${path}`,
  )
  const answer = dialect && simulatedAnswers[dialect.name]?.(request)
  if (dialect === undefined || answer === undefined) return sendJson(res, 404, unknownPath)
  const events = request['stream'] === true ? simulatedStream(dialect, answer, wantsUsage(request)) : []
  if (events.length > 0) return sendStream(res, events)
  sendJson(res, 200, answer)
}

const unknownPath = {
  error: {
    message: 'The simulated provider does not speak this API.',
    type: 'invalid_request_error',
    param: null,
    code: null,
  },
}

function wantsUsage(request: Readonly<Record<string, unknown>>): boolean {
  const options = request['stream_options']
  return isObject(options) && options['include_usage'] === true
}

function sendJson(res: ServerResponse, status: number, value: object): void {
  res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
}

async function sendStream(res: ServerResponse, events: readonly string[]): Promise<void> {
  res.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' })
  for (const event of events) {
    if (res.destroyed) return
    res.write(event)
    await new Promise((resolve) => setTimeout(resolve, WORD_GAP_MS))
  }
  res.end()
}
