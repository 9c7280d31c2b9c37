import { once } from 'node:events'
import { createServer } from 'node:http'
import type { IncomingMessage, Server } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { connect } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import type { Certificate } from './certificate.ts'

/** A forward proxy that makes tunnels, and remembers for whom. */
export interface ConnectProxy {
  readonly url: string
  /** `host:port` of every CONNECT, as it came. */
  readonly targets: readonly string[]
  /** Bytes that clients sent through tunnels, in the clear where the tunnel is. */
  readonly passed: () => string
  readonly close: () => Promise<void>
}

export interface ConnectProxyOptions {
  /** Speaks TLS to its clients. */
  readonly tls?: Certificate
  /** `user:password`; without it anybody may ask. */
  readonly login?: string
  /** Answers every CONNECT with this status in place of a tunnel; 0 says nothing. */
  readonly status?: number
}

/** Starts a proxy whose every tunnel ends on loopback, whatever name is asked for: the names are the proxy's to resolve. */
export async function startConnectProxy(options: ConnectProxyOptions = {}): Promise<ConnectProxy> {
  const targets: string[] = []
  const sockets = new Set<Duplex>()
  let passed = ''
  const server: Server = options.tls === undefined ? createServer() : createSecureServer(options.tls)
  server.on('connection', (socket: Socket) => keep(sockets, socket))
  server.on('connect', (request: IncomingMessage, client: Duplex) => {
    targets.push(request.url ?? '')
    keep(sockets, client)
    const refusal = refusalOf(request, options)
    if (refusal === 0) return
    if (refusal !== undefined) return void client.end(`HTTP/1.1 ${refusal} No\r\ncontent-length: 0\r\n\r\n`)
    const upstream = connect(Number(request.url?.split(':').at(-1)), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n')
      client.on('data', (chunk: Buffer) => (passed += chunk.toString('latin1')))
      client.pipe(upstream).pipe(client)
    })
    keep(sockets, upstream)
    upstream.on('close', () => client.destroy())
    client.on('close', () => upstream.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `${options.tls === undefined ? 'http' : 'https'}://localhost:${port}`,
    targets,
    passed: () => passed,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

function refusalOf({ headers }: IncomingMessage, { login, status }: ConnectProxyOptions): number | undefined {
  if (status !== undefined) return status
  const expected = login === undefined ? undefined : `Basic ${Buffer.from(login).toString('base64')}`
  return expected === undefined || headers['proxy-authorization'] === expected ? undefined : 407
}

function keep(sockets: Set<Duplex>, socket: Duplex): void {
  sockets.add(socket)
  socket.on('close', () => sockets.delete(socket))
  socket.on('error', () => socket.destroy())
}
