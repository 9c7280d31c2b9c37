/**
 * The bare floor: node:http to undici's `dispatch` on a stack of idle clients. Headers and bodies pass through both ways,
 * nothing is read, nothing changed: what any gateway on this stack must cost. Takes the provider's port, prints its own.
 */
import { createServer } from 'node:http'
import type { ServerResponse } from 'node:http'
import { Client } from 'undici'
import type { Dispatcher } from 'undici'

const origin = `http://127.0.0.1:${process.argv[2]}`
const idle: Client[] = []

/** What belongs to one connection, or is written anew for the next. */
const hopByHop = new Set(['connection', 'content-length', 'host', 'keep-alive', 'transfer-encoding'])

class Handler implements Dispatcher.DispatchHandler {
  readonly #res: ServerResponse
  readonly #client: Client

  constructor(res: ServerResponse, client: Client) {
    this.#res = res
    this.#client = client
  }

  onRequestStart(): void {}

  onResponseStart(
    controller: Dispatcher.DispatchController,
    status: number,
    headers: Record<string, string | string[] | undefined>,
  ): void {
    const head: string[] = []
    for (const name in headers)
      if (name === 'content-length' || !hopByHop.has(name)) head.push(name, String(headers[name]))
    this.#res.writeHead(status, head)
    if (headers['content-length'] === undefined) this.#res.on('drain', () => controller.resume())
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (!this.#res.write(chunk)) controller.pause()
  }

  onResponseEnd(): void {
    this.#res.end()
    idle.push(this.#client)
  }

  onResponseError(): void {
    this.#res.destroy()
  }
}

const server = createServer((req, res) => {
  const chunks: Buffer[] = []
  req.on('data', (chunk: Buffer) => chunks.push(chunk))
  req.on('end', () => {
    const body = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)
    const client = idle.pop() ?? new Client(origin)
    const headers: string[] = []
    for (let i = 0; i < req.rawHeaders.length; i += 2) {
      const name = req.rawHeaders[i]!
      if (!hopByHop.has(name.toLowerCase())) headers.push(name, req.rawHeaders[i + 1]!)
    }
    client.dispatch({ path: '/v1/chat/completions', method: 'POST', headers, body }, new Handler(res, client))
  })
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.stdout.write(`${typeof address === 'object' && address !== null ? address.port : 0}\n`)
})
