import { createServer } from '../create-server.ts'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { InFlight } from './in-flight.ts'
import { clientErrorRefusal, rawRefusal } from './raw-refusal.ts'
import { serve } from './serve.ts'
import type { ServerParts } from './serve.ts'

const listenerOptions = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: 10_000,
  requestTimeout: 300_000,
  keepAliveTimeout: 65_000,
  // Node's default looks for slow clients every 30 s only.
  connectionsCheckingInterval: 1_000,
  requireHostHeader: true,
  insecureHTTPParser: false,
  // HTTP clients of the JDK and `curl --http2` offer h2c on every plain request: an offer that a server may pass over.
  shouldUpgradeCallback: ({ headers }: IncomingMessage): boolean =>
    headers.upgrade?.toLowerCase().includes('websocket') ?? false,
}

/** The data listener: strict framing, deadlines for slow clients, one call for each request. Not yet listening. */
export function createGatewayServer(parts: ServerParts): Server {
  const inFlight = new InFlight()
  const begin = (req: IncomingMessage, res: ServerResponse): void => {
    inFlight.begin(req, res)
    void serve(parts, req, res)
  }
  const server = createServer(listenerOptions, begin)
  // Without a listener Node invites the body before its announced length was looked at.
  server.on('checkContinue', begin)
  server.on('upgrade', refuseUpgrade)
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (error.code === 'ECONNRESET' || !socket.writable) socket.destroy()
    else inFlight.after(socket, () => socket.end(clientErrorRefusal(error.code)))
  })
  return server
}

/** At once, and with the one status that makes clients go on over HTTP. */
function refuseUpgrade(_: IncomingMessage, socket: Duplex): void {
  const message = 'This gateway serves no WebSocket; send the request over HTTP.'
  socket.end(rawRefusal(426, 'Upgrade Required', 'websocket_not_served', message))
}
