/**
 * The bare floor: node:http to undici's `dispatch` on a stack of idle clients, nothing read, nothing changed. What any
 * gateway on this stack must cost. Takes the provider's port, prints its own.
 */
import { createServer } from 'node:http'
import type { ServerResponse } from 'node:http'
import { Client } from 'undici'
import type { Dispatcher } from 'undici'

const origin = `http://127.0.0.1:${process.argv[2]}`
const idle: Client[] = []

class Handler implements Dispatcher.DispatchHandler {
  readonly #res: ServerResponse
  readonly #client: Client
  #whole = false

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
    const length = headers['content-length']
    this.#whole = length !== undefined
    const head = [
      'content-type',
      String(headers['content-type']),
      'x-request-id',
      String(headers['x-request-id']),
    ]
    if (this.#whole) head.push('content-length', String(length))
    this.#res.writeHead(status, head)
    if (!this.#whole) this.#res.on('drain', () => controller.resume())
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
    const headers = ['content-type', 'application/json', 'authorization', 'Bearer upstream-secret']
    client.dispatch({ path: '/v1/chat/completions', method: 'POST', headers, body }, new Handler(res, client))
  })
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.stdout.write(`${typeof address === 'object' && address !== null ? address.port : 0}\n`)
})
