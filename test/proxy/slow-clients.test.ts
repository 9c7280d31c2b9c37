import { channel } from 'node:diagnostics_channel'
import type { Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { chunk, event, httpChunk, streamHead } from '../support/chat-scripts.ts'
import { startFakeProvider } from '../support/fake-provider.ts'
import type { Script } from '../support/fake-provider.ts'
import { isFull, noteFigure, rounds } from '../support/figures.ts'
import { clientKey, routeAll, stage, startFixture } from '../support/gateway-fixture.ts'
import { chatRequest, rawSocket } from '../support/raw-socket.ts'

const KiB = 1024
const clients = rounds(200)
const LASTS_MS = isFull ? 20_000 : 3_000
/** What the row allows a stream. */
const BYTES_MAX = 256 * KiB

/** Both ends of every connection are in this process, which the flood keeps busy. */
const patient = { connectMs: 30_000, firstTokenMs: 60_000, idleMs: 60_000, totalMs: 120_000 }

const piece = httpChunk(event(chunk({ content: 'x'.repeat(50 * KiB) })))

/** Many megabytes a second, as long as somebody takes them. */
const flood: Script = async ({ socket, write, wait }) => {
  await write(streamHead)
  while (!socket.destroyed) {
    await write(piece)
    await wait(1)
  }
}

/** The sockets of this process on which the gateway waits for somebody: its clients' and its own to the provider. */
function socketsOf(ports: { readonly gateway: number; readonly provider: number }): {
  readonly bytes: () => readonly number[]
} & Disposable {
  const down = new Set<Socket>()
  const up = new Set<Socket>()
  const onServer = (message: unknown): void => {
    const { socket } = message as { socket: Socket }
    if (socket.localPort === ports.gateway) down.add(socket)
  }
  const onClient = (message: unknown): void => void up.add((message as { socket: Socket }).socket)
  channel('net.server.socket').subscribe(onServer)
  channel('net.client.socket').subscribe(onClient)
  return {
    bytes: () => [
      ...[...down].map((socket) => socket.writableLength),
      ...[...up]
        .filter(({ remotePort }) => remotePort === ports.provider)
        .map((socket) => socket.readableLength),
    ],
    [Symbol.dispose]: () => {
      channel('net.server.socket').unsubscribe(onServer)
      channel('net.client.socket').unsubscribe(onClient)
    },
  }
}

test(`U15 ${clients} slow clients of streams that flood: the gateway holds little of each, and the provider waits`, async () => {
  const provider = await startFakeProvider(flood)
  const fixture = await startFixture(routeAll([stage('acme/large')], patient), {
    providers: { acme: { baseUrl: provider.baseUrl } },
  })
  using sockets = socketsOf({ gateway: fixture.gateway.port, provider: provider.port })
  const body = JSON.stringify({ model: 'auto', stream: true, messages: [{ role: 'user', content: 'Hi.' }] })
  const slow = await Promise.all(
    Array.from({ length: clients }, async () => {
      const raw = await rawSocket(fixture.gateway.port)
      raw.send(chatRequest(clientKey, body))
      await raw.until('data: ')
      raw.socket.pause()
      return raw
    }),
  )
  let most = 0
  let total = 0
  for (const end = performance.now() + LASTS_MS; performance.now() < end; await pause(100)) {
    for (const { socket } of slow) socket.read(KiB)
    const held = sockets.bytes()
    most = Math.max(most, ...held)
    total = Math.max(
      total,
      held.reduce((sum, bytes) => sum + bytes, 0),
    )
  }
  expect(most).toBeGreaterThan(0)
  expect(most).toBeLessThanOrEqual(BYTES_MAX)
  expect(total).toBeLessThanOrEqual(clients * BYTES_MAX)
  for (const raw of slow) raw[Symbol.dispose]()
  await expect.poll(() => fixture.traces.length, { timeout: 5_000 }).toBe(clients)
  await expect.poll(() => provider.openConnections, { timeout: 5_000 }).toBe(0)
  expect(fixture.bugs).toEqual([])
  await fixture.gateway.close()
  await provider.close()
  noteFigure(
    `U15 ${clients} slow clients of streams that flood, for ${LASTS_MS / 1000} s`,
    `the gateway held ${Math.round(most / KiB)} KiB of a stream at most, ${Math.round(total / KiB)} KiB of all`,
  )
}, 180_000)
