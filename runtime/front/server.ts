import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import type { SecureContextOptions, Server as TlsServer } from 'node:tls'
import { createSecureServer, createServer } from './create-server.ts'
import { InFlight } from './in-flight.ts'
import type { Inbound } from './inbound.ts'
import { NodeInbound } from './node-inbound.ts'
import { patience } from './patience.ts'
import { clientErrorRefusal, rawRefusal } from './raw-refusal.ts'
import { placeStrictFront } from './strict-front.ts'
import type { StrictConnections } from './strict-front.ts'

const listenerOptions = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: patience.firstRequest * 1000,
  requestTimeout: patience.body * 1000,
  keepAliveTimeout: patience.nextRequest * 1000,
  // Node's default looks for slow clients every 30 s only.
  connectionsCheckingInterval: 1_000,
  requireHostHeader: true,
  insecureHTTPParser: false,
  // HTTP clients of the JDK and `curl --http2` offer h2c on every plain request: an offer that a server may pass over.
  shouldUpgradeCallback: ({ headers }: IncomingMessage): boolean =>
    headers.upgrade?.toLowerCase().includes('websocket') ?? false,
}

/** TLS as clients meet it: no HTTP/2, and a handshake that takes no longer than a first request. */
const secureOptions = {
  ALPNProtocols: ['http/1.1'],
  handshakeTimeout: patience.firstRequest * 1000,
  noDelay: true,
}

/** The data listener: the strict front, and node:http behind it for what is not plain. */
export interface FrontServer {
  readonly server: Server
  readonly strict: StrictConnections
  /** Takes another certificate for connections to come; `undefined` without TLS. */
  readonly secure: Pick<TlsServer, 'setSecureContext'> | undefined
}

/**
 * The data listener: strict framing, deadlines for slow clients, `begin` for each request; over TLS when it is given what to present. Not
 * yet listening.
 */
export function createFrontServer(
  begin: (inbound: Inbound) => void,
  tls?: SecureContextOptions,
): FrontServer {
  if (tls === undefined) {
    const server = createNodeFront(begin)
    return { server, strict: placeStrictFront(server, begin), secure: undefined }
  }
  const secure = createSecureServer({ ...listenerOptions, ...secureOptions, ...tls })
  // Of a handshake that failed there is nobody to answer: node:https would hand it to those that answer broken requests.
  secure.removeAllListeners('tlsClientError').on('tlsClientError', (_, socket) => socket.destroy())
  const server = secure as unknown as Server // its events of requests are those of node:http
  serveRequests(server, begin)
  return { server, strict: placeStrictFront(server, begin, 'secureConnection'), secure }
}

/** The same of node:http alone: what the strict front is compared with. */
export function createNodeFront(begin: (inbound: Inbound) => void): Server {
  return serveRequests(createServer(listenerOptions), begin)
}

function serveRequests(server: Server, begin: (inbound: Inbound) => void): Server {
  const inFlight = new InFlight()
  const beginNode = (req: IncomingMessage, res: ServerResponse): void => {
    inFlight.begin(req, res)
    begin(new NodeInbound(req, res))
  }
  server.on('request', beginNode)
  // Node's own, and not in its types: a client that ends its side still gets its answer.
  Object.assign(server, { httpAllowHalfOpen: true })
  // Without a listener Node invites the body before its announced length was looked at.
  server.on('checkContinue', beginNode)
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
