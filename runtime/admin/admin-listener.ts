import { once } from 'node:events'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { AdminConfig, Listen } from '../config/gateway.ts'
import { presented, renewOnChange } from '../front/certificate.ts'
import { createSecureServer, createServer } from '../front/create-server.ts'
import { checkFraming } from '../front/framing.ts'
import { patience } from '../front/patience.ts'
import { socketsUnderTls } from '../front/sockets-under-tls.ts'
import type { Log } from '../log.ts'
import { adminError } from './admin-error.ts'
import { hasAdminKey } from './admin-key.ts'
import { browserFault } from './browser-fault.ts'
import { findRoute } from './find-route.ts'
import { readJson } from './read-json.ts'
import type { AdminAnswer, AdminParts, AdminRoute } from './route.ts'

/** The admin listener, listening. */
export interface AdminListener {
  readonly host: string
  readonly port: number
  readonly close: () => Promise<void>
}

const listenerOptions = {
  maxHeaderSize: 8 * 1024,
  headersTimeout: patience.firstRequest * 1000,
  requestTimeout: 30_000,
  keepAliveTimeout: patience.nextRequest * 1000,
  connectionsCheckingInterval: 1_000,
  requireHostHeader: true,
  insecureHTTPParser: false,
}
/** A handshake may take as long as a first request. */
const secureOptions = { handshakeTimeout: patience.firstRequest * 1000 }
const connectionsMax = 100
const headersMax = 100

/** Starts the admin listener: its own address, its own key, the routes of its table and nothing else. Rejects when its address cannot be listened on. */
export async function startAdminListener(
  { listen, keyDigest, tls }: AdminConfig,
  routes: readonly AdminRoute[],
  parts: AdminParts,
  log: Pick<Log, 'info' | 'warn' | 'error'>,
): Promise<AdminListener> {
  const isKnown = (req: IncomingMessage): boolean => hasAdminKey(req.rawHeaders, keyDigest)
  const begin = (req: IncomingMessage, res: ServerResponse): void => {
    answer(req, { routes, parts, isKnown, listen }).then(
      (answered) => send(req, res, answered),
      (error: unknown) => {
        log.error('a bug', { stack: error instanceof Error ? error.stack : String(error) })
        send(req, res, adminError(500, 'internal_error', 'Something went wrong; the log has the details.'))
      },
    )
  }
  const secure = tls && createSecureServer({ ...listenerOptions, ...secureOptions, ...presented(tls) })
  const server = (secure ?? createServer(listenerOptions)) as Server
  const handshakes = secure === undefined ? undefined : socketsUnderTls(server)
  const renewing = tls && secure && renewOnChange(secure, tls, log)
  server.on('request', begin)
  server.maxConnections = connectionsMax
  server.on('upgrade', (_, socket) => socket.destroy())
  server.listen(listen.port, listen.host)
  await once(server, 'listening')
  return {
    host: listen.host,
    port: (server.address() as AddressInfo).port,
    close: async () => {
      renewing?.close()
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      handshakes?.forEach((socket) => socket.destroy())
      await closed
    },
  }
}

interface Asked {
  readonly routes: readonly AdminRoute[]
  readonly parts: AdminParts
  readonly isKnown: (req: IncomingMessage) => boolean
  readonly listen: Listen
}

/** Denies by default: whoever has no key learns nothing but whether the process lives, not even which routes there are. */
async function answer(req: IncomingMessage, { routes, parts, isKnown, listen }: Asked): Promise<AdminAnswer> {
  const fault = checkFraming(req, headersMax)
  if (fault !== undefined) return adminError(fault.status, fault.code, fault.message)
  const forbidden = browserFault(req, listen)
  if (forbidden !== undefined) return forbidden
  const url = new URL(req.url ?? '/', 'http://admin')
  const found = findRoute(routes, req.method ?? '', url.pathname)
  if (!(found.kind === 'route' && found.route.role === 'anyone') && !isKnown(req)) {
    parts.metrics.adminRefused.with().add()
    return keyWanted
  }
  if (found.kind === 'none')
    return adminError(404, 'not_found', 'There is no such route; GET /status is one.')
  if (found.kind === 'wrong-method')
    return adminError(405, 'method_not_allowed', `This route takes ${found.allow} only.`)
  const body = await readJson(req, found.route.bodyBytesMax)
  if (!body.ok) return body.answer
  const actor = `admin from ${req.socket.remoteAddress ?? 'an unknown address'}`
  return found.route.answer(
    { segments: found.segments, query: url.searchParams, body: body.value, actor },
    parts,
  )
}

const keyWanted = adminError(
  401,
  'admin_key_required',
  'This listener wants the key that gateway.json names under `admin`: send it as `Authorization: Bearer KEY`.',
)

function send(req: IncomingMessage, res: ServerResponse, answered: AdminAnswer): void {
  const body = Buffer.from('json' in answered ? JSON.stringify(answered.json) : answered.text)
  const type = 'json' in answered ? 'application/json' : answered.type
  const unread = !req.complete
  res.writeHead(answered.status, {
    'content-type': type,
    'content-length': body.length,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...(answered.status === 401 && { 'www-authenticate': 'Bearer' }),
    ...(unread && { connection: 'close' }),
  })
  res.end(req.method === 'HEAD' ? undefined : body, () => {
    if (unread) req.socket.destroySoon()
  })
}
