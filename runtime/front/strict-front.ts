import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import type { Inbound } from './inbound.ts'
import { socketsUnderTls } from './sockets-under-tls.ts'
import { StrictConnection } from './strict-connection.ts'
import type { FrontClock, StrictFront } from './strict-connection.ts'

const TICK_MS = 1_000

/** The connections that the strict front holds at the moment. */
export interface StrictConnections {
  /** Closes those that wait for a request. */
  readonly closeIdle: () => void
  /** Destroys all of them, and those whose TLS handshake is under way. */
  readonly closeAll: () => void
}

/** What a server tells of a client that is ready to speak HTTP. */
type Arrival = 'connection' | 'secureConnection'

/**
 * Puts the strict front before a server of node:http: it reads the plainest of HTTP/1.1 itself, which is nearly all there is, and
 * hands a connection over, for good, at the first request that is anything else. What it costs: a second parser to keep honest.
 * What it gains: node:http's objects, listeners and writes, a quarter of a small request (docs/performance.md).
 */
export function placeStrictFront(
  server: Server,
  begin: (inbound: Inbound) => void,
  arrival: Arrival = 'connection',
): StrictConnections {
  const connections = new Set<StrictConnection>()
  const nodeHttp = server.listeners(arrival) as ((this: Server, socket: Socket) => void)[]
  server.removeAllListeners(arrival)
  const handshakes = arrival === 'connection' ? new Set<Socket>() : socketsUnderTls(server)
  const clock: FrontClock = { seconds: 0, date: new Date().toUTCString() }
  const front: StrictFront = {
    begin,
    clock,
    forget: (connection) => connections.delete(connection),
    handOver: (connection, socket, unread) => {
      connections.delete(connection)
      // Paused while it changes hands, or the bytes put back would be told to nobody.
      socket.pause()
      socket.unshift(unread)
      for (const listener of nodeHttp) listener.call(server, socket)
      socket.resume()
    },
  }
  server.on(arrival, (socket: Socket) => connections.add(new StrictConnection(socket, front)))
  const tick = setInterval(() => {
    clock.seconds++
    clock.date = new Date().toUTCString()
    for (const connection of connections) connection.check()
  }, TICK_MS).unref()
  server.on('close', () => clearInterval(tick))
  return {
    closeIdle: () => connections.forEach((connection) => connection.isIdle && connection.destroy()),
    closeAll: () => {
      connections.forEach((connection) => connection.destroy())
      handshakes.forEach((socket) => socket.destroy())
    },
  }
}
