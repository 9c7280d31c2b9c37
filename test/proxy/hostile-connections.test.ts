import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import { patience } from '../../runtime/front/patience.ts'
import { chunk, event, httpChunk, streamHead } from '../support/chat-scripts.ts'
import type { Script } from '../support/fake-provider.ts'
import { noteFigure, quantile, rounds } from '../support/figures.ts'
import { clientKey, routeAll, stage } from '../support/gateway-fixture.ts'
import { head, hostileWorld } from '../support/hostile-world.ts'
import type { HostileWorld } from '../support/hostile-world.ts'
import { say } from '../support/provider/say.ts'
import { chatRequest, parseAnswer, rawExchange, rawSocket } from '../support/raw-socket.ts'
import type { RawSocket } from '../support/raw-socket.ts'
import { routes } from '../support/routes.ts'

let world: HostileWorld

afterEach(() => world[Symbol.asyncDispose]())

const auth = `authorization: Bearer ${clientKey}`
const post = 'POST /v1/chat/completions HTTP/1.1'
const streamed = JSON.stringify({ ...routes[0]!.body, stream: true })

const slow = rounds(2_000)

test(`H11 ${slow} clients that send a byte a second are told that it took too long; others are served meanwhile`, async () => {
  world = await hostileWorld()
  const begun = performance.now()
  const kinds = ['', 'P', `${post}\r\nhost: a\r\n${auth}\r\nx-slow: `]
  const raws: RawSocket[] = []
  for (let i = 0; i < slow; i++) {
    const raw = await rawSocket(world.port)
    raw.send(kinds[i % kinds.length]!)
    raws.push(raw)
  }
  const drip = setInterval(() => {
    for (const [i, raw] of raws.entries()) if (i % kinds.length === 2 && !raw.socket.destroyed) raw.send('x')
  }, 1_000)
  const ended = Promise.all(
    raws.map(async (raw) => ({ text: await raw.closed(), ms: performance.now() - begun })),
  )
  const canaries: number[] = []
  const over = ended.then(() => 'over' as const)
  let next = 'first'
  while (next !== 'over') {
    const asked = performance.now()
    const text = await rawExchange(world.port, chatRequest(clientKey, routes[0]!.text))
    expect(parseAnswer(text).status).toBe(200)
    canaries.push(performance.now() - asked)
    next = await Promise.race([pause(50, 'next'), over])
  }
  clearInterval(drip)
  const all = await ended
  expect(new Set(all.map(({ text }) => parseAnswer(text).status))).toEqual(new Set([408]))
  expect(world.provider.requests).toHaveLength(canaries.length)
  await world.stillServes()
  noteFigure(
    `H11: ${slow} clients that send a byte a second`,
    `all 408, the last after ${(Math.max(...all.map(({ ms }) => ms)) / 1000).toFixed(1)} s (patience ${patience.firstRequest} s); ${canaries.length} others served meanwhile, p99 ${quantile(canaries, 0.99).toFixed(1)} ms`,
  )
}, 120_000)

test('H14 who never reads a stream of 50 MB stops the provider, and is not waited for beyond the deadline', async () => {
  const total = 50 * 1024 * 1024
  let sent = 0
  const flood: Script = async ({ socket, write }) => {
    await write(streamHead)
    const piece = httpChunk(event(chunk({ content: 'x'.repeat(64 * 1024) })))
    while (sent < total && !socket.destroyed) {
      await write(piece)
      sent += piece.length
    }
  }
  world = await hostileWorld({ table: routeAll([stage('acme/large')], { totalMs: 3_000, idleMs: 1_000 }) })
  world.provider.script(flood)
  using raw = await rawSocket(world.port)
  raw.socket.pause()
  raw.send(chatRequest(clientKey, streamed))
  await expect.poll(() => sent).toBeGreaterThan(0)
  let before = -1
  await expect.poll(() => before === (before = sent), { interval: 300 }).toBe(true)
  expect(sent).toBeLessThan(total / 2)
  noteFigure(
    'H14: a client that never reads 50 MB',
    `the provider stood still after ${(sent / 2 ** 20).toFixed(1)} MiB, buffers of the system included`,
  )
  await expect.poll(() => world.provider.openConnections, { timeout: 10_000 }).toBe(0)
  raw.socket.resume()
  expect(await raw.closed()).not.toContain('[DONE]')
  world.provider.script(say())
  await world.stillServes()
}, 30_000)

/** Leads a client to a point of its request. */
interface Phase {
  readonly name: string
  readonly reach: (raw: RawSocket) => Promise<unknown>
  /** Its head has arrived, so it has its row in the log. */
  readonly isLogged: boolean
}

const silent: Script = ({ wait }) => wait(60_000)
const slowly: Script = async ({ socket, write, wait }) => {
  await write(streamHead)
  while (!socket.destroyed) {
    await write(httpChunk(event(chunk({ content: 'word ' }))))
    await wait(2)
  }
}

/** The phases of a request, with its length or in chunks: the one is read by gwc's own parser, the other by Node's. */
function phases(framing: 'length' | 'chunks'): readonly Phase[] {
  const half = streamed.length >> 1
  const [lead, body, rest] =
    framing === 'length'
      ? [`content-length: ${streamed.length}`, streamed.slice(0, half), streamed.slice(half)]
      : [
          'transfer-encoding: chunked',
          `${streamed.length.toString(16)}\r\n${streamed.slice(0, half)}`,
          `${streamed.slice(half)}\r\n0\r\n\r\n`,
        ]
  const whole = head(post, 'host: a', auth, lead) + body + rest
  const asked = async (raw: RawSocket, script: Script): Promise<void> => {
    world.provider.script(script)
    const before = world.provider.requests.length
    raw.send(whole)
    await expect.poll(() => world.provider.requests.length, { interval: 2 }).toBeGreaterThan(before)
  }
  return [
    { name: 'before a byte', reach: () => Promise.resolve(), isLogged: false },
    { name: 'in the head', reach: async (raw) => raw.send(whole.slice(0, 30)), isLogged: false },
    {
      name: 'before the body',
      reach: async (raw) => raw.send(head(post, 'host: a', auth, lead)),
      isLogged: true,
    },
    {
      name: 'in the body',
      reach: async (raw) => raw.send(head(post, 'host: a', auth, lead) + body),
      isLogged: true,
    },
    { name: 'before the answer', reach: (raw) => asked(raw, silent), isLogged: true },
    {
      name: 'between head and first token',
      reach: (raw) =>
        asked(raw, async ({ write, wait }) => {
          await write(streamHead)
          await wait(60_000)
        }),
      isLogged: true,
    },
    {
      name: 'in the stream',
      reach: async (raw) => {
        await asked(raw, slowly)
        await raw.until('word')
      },
      isLogged: true,
    },
    {
      name: 'after the answer',
      reach: async (raw) => {
        await asked(raw, say())
        await raw.until('[DONE]')
      },
      isLogged: true,
    },
  ]
}

describe.each(['length', 'chunks'] as const)('H15 a client with a body in %s that leaves', (framing) => {
  test.each(['reset', 'end'] as const)(
    'by %s, at each of 8 points: no bug, a row for each request, nothing left open',
    async (how) => {
      world = await hostileWorld({ drainGraceMs: 5_000 })
      let logged = 0
      for (const { reach, isLogged } of phases(framing))
        for (let round = 0; round < 5; round++) {
          using raw = await rawSocket(world.port)
          await reach(raw)
          if (round > 0) await pause(round * 3)
          if (how === 'reset') raw.socket.resetAndDestroy()
          // Nobody reads behind this end; a client that still does is answered (relay.test.ts).
          else raw.socket.destroy()
          if (isLogged) logged++
        }
      await expect.poll(() => world.fixture.traces.length).toBe(logged)
      world.provider.script(say())
      await world.stillServes()
      expect(await world.fixture.gateway.drain()).toBe(0)
      await expect.poll(() => world.provider.openConnections).toBe(0)
    },
  )
})
