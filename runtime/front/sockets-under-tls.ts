import type { Server } from 'node:http'
import type { Socket } from 'node:net'

/** The open sockets under a TLS server's connections: while a handshake lasts nobody else knows of them, and a server that closes waits for them. */
export function socketsUnderTls(server: Server): ReadonlySet<Socket> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  return sockets
}
