import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'

/** What a chaos proxy does to the bytes of one direction. */
export interface Chaos {
  /** Waits so long before a piece goes on. */
  readonly latencyMs?: number
  /** Lets through no more than this. */
  readonly bytesPerSecond?: number
  /** Cuts each piece into pieces of so many bytes, which are written one by one. */
  readonly sliceBytes?: number
  /** After so many bytes of a connection it does `cut`. */
  readonly cutAfterBytes?: number
  /** `end`: FIN to both; `reset`: RST to both; `half`: FIN onwards while the other direction goes on; `blackhole`: nothing more passes. */
  readonly cut?: 'end' | 'reset' | 'half' | 'blackhole'
}

export interface ChaosRules {
  /** Accepts connections and never connects on: as a packet filter that drops. */
  readonly blackhole?: boolean
  /** From whoever connected towards the target. */
  readonly up?: Chaos
  readonly down?: Chaos
}

/** A TCP proxy on loopback that fails as it is told. */
export interface ChaosProxy {
  readonly port: number
  /** Bytes that came from the target. */
  readonly bytesDown: number
  readonly openConnections: number
  /** For connections made from now on. */
  readonly rules: (next: ChaosRules) => void
  readonly close: () => Promise<void>
}

/** Starts a proxy before a port of loopback. */
export async function startChaosProxy(to: number, rules: ChaosRules = {}): Promise<ChaosProxy> {
  let current = rules
  const sockets = new Set<Socket>()
  const counted = { down: 0 }
  const keep = (socket: Socket): Socket => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => socket.destroy())
    return socket
  }
  const server = createServer({ noDelay: true, allowHalfOpen: true }, (client) => {
    keep(client)
    if (current.blackhole === true) return void client.pause()
    const target = keep(connect({ port: to, host: '127.0.0.1', noDelay: true, allowHalfOpen: true }))
    target.on('data', (piece) => void (counted.down += piece.length))
    forward(client, target, current.up ?? {})
    forward(target, client, current.down ?? {})
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    get bytesDown() {
      return counted.down
    },
    get openConnections() {
      return sockets.size
    },
    rules: (next) => void (current = next),
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Carries one direction, piece by piece and in order; the source is read no faster than the pieces go on. */
function forward(from: Socket, to: Socket, chaos: Chaos): void {
  const left = { bytes: chaos.cutAfterBytes ?? Infinity }
  from.on('data', (piece) => {
    from.pause()
    void carry(piece, to, chaos, left).then((going) => {
      if (going) from.resume()
      else cut(from, to, chaos.cut ?? 'end')
    })
  })
  from.on('end', () => to.end())
  from.on('close', () => {
    if (from.errored !== null) to.resetAndDestroy()
  })
}

/** False when the connection is to be cut after what has gone. */
async function carry(piece: Buffer, to: Socket, chaos: Chaos, left: { bytes: number }): Promise<boolean> {
  if (chaos.latencyMs !== undefined) await after(chaos.latencyMs)
  const size = chaos.sliceBytes ?? chaos.bytesPerSecond ?? piece.length
  const allowed = piece.subarray(0, left.bytes)
  for (let at = 0; at < allowed.length; at += size) {
    const slice = allowed.subarray(at, at + size)
    await new Promise<void>((resolve) => to.write(slice, () => resolve()))
    if (chaos.bytesPerSecond !== undefined) await after((slice.length / chaos.bytesPerSecond) * 1000)
  }
  left.bytes -= piece.length
  return left.bytes > 0
}

function cut(from: Socket, to: Socket, how: NonNullable<Chaos['cut']>): void {
  switch (how) {
    case 'end':
      from.end()
      return void to.end()
    case 'reset':
      from.resetAndDestroy()
      return void to.resetAndDestroy()
    case 'half':
      return void to.end()
    case 'blackhole':
      return void from.pause()
  }
}

function after(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
