import type { ClientRequest, IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import type { SecureContext } from 'node:tls'
import type { OpenSocket } from './connect.ts'
import type { EgressProxy } from '../config/gateway.ts'

type Done = Parameters<OpenSocket>[1]

/** A proxy that says nothing for this long will say nothing; the deadline of the request is often shorter. */
const PATIENCE_MS = 30_000

/**
 * Makes sockets through a proxy by CONNECT (RFC 9110, 9.3.6), with TLS to the origin inside: the proxy learns its name and reads no word. The
 * origin's name is the proxy's to resolve.
 */
export function tunnelThrough(
  proxy: EgressProxy,
  secure: OpenSocket,
  tls: { readonly secureContext?: SecureContext },
): OpenSocket {
  return (options, done) => {
    const request = askFor(targetOf(options), proxy, tls)
    request.once('error', (error: NodeJS.ErrnoException) =>
      done(new TunnelError(error.code ?? error.name), null),
    )
    request.once('connect', (answer, socket: Socket, first) => {
      if (answer.statusCode !== 200) return refused(answer, socket, done)
      socket.setTimeout(0)
      if (first.length > 0) socket.unshift(first)
      if (options.protocol === 'https:') secure({ ...options, httpSocket: socket }, done)
      else done(null, socket)
    })
    request.end()
  }
}

function targetOf({ hostname, port, protocol }: Parameters<OpenSocket>[0]): string {
  const host = hostname.includes(':') ? `[${hostname}]` : hostname
  return `${host}:${port || (protocol === 'https:' ? 443 : 80)}`
}

function askFor(
  target: string,
  { url, authorization }: EgressProxy,
  tls: { readonly secureContext?: SecureContext },
): ClientRequest {
  const headers = {
    host: target,
    ...(authorization === undefined ? {} : { 'proxy-authorization': authorization.reveal() }),
  }
  const options = {
    method: 'CONNECT',
    path: target,
    headers,
    agent: false,
    timeout: PATIENCE_MS,
    ...tls,
  } as const
  const { request } = url.startsWith('https:')
    ? process.getBuiltinModule('node:https')
    : process.getBuiltinModule('node:http')
  const asked = request(url, options)
  asked.once('timeout', () => asked.destroy(new TunnelError('PROXY_TIMEOUT')))
  return asked
}

function refused({ statusCode }: IncomingMessage, socket: Socket, done: Done): void {
  socket.on('error', () => undefined).destroy()
  done(new TunnelError(`PROXY_${statusCode}`), null)
}

/** Why there is no tunnel, as a code and no more: what a proxy says of itself is not for clients. */
class TunnelError extends Error {
  override readonly name = 'TunnelError'
  readonly code: string

  constructor(code: string) {
    super(`the egress proxy made no tunnel: ${code}`)
    this.code = code
  }
}
