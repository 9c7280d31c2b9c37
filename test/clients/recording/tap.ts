import { createServer, request } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

/** A request as a client sent it. */
export interface Tapped {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** What stands between a client and a gateway and writes down all that the client sends. */
export interface Tap {
  readonly baseUrl: string
  readonly requests: readonly Tapped[]
  readonly close: () => Promise<void>
}

/** Starts a tap before a gateway. */
export async function startTap(gatewayUrl: string): Promise<Tap> {
  const requests: Tapped[] = []
  const server = createServer((asked, answer) => {
    void buffer(asked).then((body) => {
      requests.push(tapped(asked, body))
      pass(asked, body, new URL(asked.url ?? '/', gatewayUrl), answer)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    requests,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function tapped({ method = '', url = '', headers }: IncomingMessage, body: Buffer): Tapped {
  const named = Object.entries(headers).map(([name, value]) => [name, String(value)] as const)
  return { method, path: url, headers: Object.fromEntries(named), body: body.toString() }
}

function pass({ method, headers }: IncomingMessage, body: Buffer, to: URL, answer: ServerResponse): void {
  const passed = request(to, { method, headers: { ...headers, host: to.host } }, (came) => {
    answer.writeHead(came.statusCode ?? 502, came.headers)
    came.pipe(answer)
  })
  passed.on('error', () => answer.destroy())
  answer.on('close', () => passed.destroy())
  passed.end(body)
}
