import { afterEach, expect, test } from 'vitest'
import OpenAI from 'openai'
import { all } from '../support/all.ts'
import { chunk, converse, event, httpChunk, stream, streamHead } from '../support/chat-scripts.ts'
import { startFakeProvider } from '../support/fake-provider.ts'
import type { FakeProvider, Script } from '../support/fake-provider.ts'
import { noteFigure, quantile, rounds } from '../support/figures.ts'
import { clientKey, routeAll, stage, startFixture } from '../support/gateway-fixture.ts'
import type { Fixture } from '../support/gateway-fixture.ts'
import { chatRequest, parseAnswer, rawExchange, rawSocket } from '../support/raw-socket.ts'
import { runSeed } from '../support/seed.ts'
import { seededRandom } from '../support/seeded-random.ts'

const LONG_MS = 600_000
const PATIENCE_MS = 400
const open: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close()
})

async function world(
  script: Script,
  drainGraceMs = 2_000,
): Promise<{ readonly provider: FakeProvider; readonly fixture: Fixture }> {
  const provider = await startFakeProvider(script)
  const fixture = await startFixture(routeAll([stage('acme/large')]), {
    providers: { acme: { baseUrl: provider.baseUrl } },
    drainGraceMs,
  })
  open.push(provider.close, fixture.gateway.close)
  return { provider, fixture }
}

const messages = [{ role: 'user' as const, content: 'Say hello.' }]
const body = (streams: boolean): string => JSON.stringify({ model: 'auto', stream: streams, messages })

const aborts = rounds(2_000)

test(
  `U14 ${aborts} clients that go away at any moment: each connection to the provider is closed, each has its row`,
  async () => {
    const closedAt: number[] = []
    const endless: Script = async ({ request, socket, write, wait }) => {
      const round = Number(request.headers['idempotency-key'])
      socket.on('close', () => (closedAt[round] = performance.now()))
      await write(streamHead)
      while (!socket.destroyed) {
        await write(httpChunk(event(chunk({ content: 'word ' }))))
        await wait(1)
      }
    }
    const { provider, fixture } = await world(endless)
    const random = seededRandom(runSeed())
    const delays: number[] = []
    const leave = async (round: number): Promise<void> => {
      const before = provider.requests.length
      using raw = await rawSocket(fixture.gateway.port)
      raw.send(chatRequest(clientKey, body(true), [`idempotency-key: ${round}`]))
      await expect.poll(() => provider.requests.length, { interval: 1 }).toBeGreaterThan(before)
      if (random() < 0.7) await new Promise((resolve) => setTimeout(resolve, random() * 8))
      const leftAt = performance.now()
      raw.socket.resetAndDestroy()
      await expect.poll(() => closedAt[round], { timeout: 2_000, interval: 1 }).toBeDefined()
      delays.push(closedAt[round]! - leftAt)
    }
    for (let round = 0; round < aborts; round++) await leave(round)
    await expect.poll(() => fixture.traces.length).toBe(aborts)
    expect(fixture.traces.every(({ attempts }) => attempts.length === 1)).toBe(true)
    expect(provider.openConnections).toBe(0)
    expect(fixture.bugs).toEqual([])
    noteFigure(
      `${aborts} client aborts`,
      `p50 ${quantile(delays, 0.5).toFixed(1)} ms, p99 ${quantile(delays, 0.99).toFixed(1)} ms until the provider's socket closed; ${fixture.traces.length} rows; ${provider.openConnections} sockets leaked`,
    )
  },
  LONG_MS,
)

const mutations = rounds(10_000)
/** What a request may be answered with that was bent at random: never a bug of ours. 501 and 505 name what HTTP itself lets nobody send here. */
const fine = new Set([0, 200, 400, 401, 404, 405, 408, 411, 413, 414, 415, 417, 426, 431, 501, 505])

test(
  `H16 ${mutations} requests bent at random: refused, or sent as they were understood; the gateway goes on`,
  async () => {
    const { provider, fixture } = await world(converse())
    const random = seededRandom(runSeed())
    const counts = new Map<number, number>()
    const valid = chatRequest(clientKey, body(false), ['x-stainless-os: Linux', 'accept: application/json'])
    const tryOne = async (): Promise<void> => {
      const text = await rawExchangeUnlessOpen(fixture.gateway.port, bend(valid, random))
      const status = text === '' ? 0 : parseAnswer(text).status
      expect(fine, text).toContain(status)
      counts.set(status, (counts.get(status) ?? 0) + 1)
    }
    for (let i = 0; i < mutations; i += 100) await Promise.all(Array.from({ length: 100 }, tryOne))
    expect(counts.get(200)).toBeGreaterThan(0)
    for (const { headers, body: sent } of provider.requests) {
      expect(headers['authorization']).toBe('Bearer upstream-secret')
      expect(JSON.parse(sent.toString())).toMatchObject({ model: 'large' })
    }
    expect(fixture.bugs).toEqual([])
    const last = await rawExchange(fixture.gateway.port, chatRequest(clientKey, body(false)))
    expect(parseAnswer(last).status).toBe(200)
    const seen = [...counts]
      .toSorted(([a], [b]) => a - b)
      .map(([status, count]) => `${count} × ${status || 'no answer'}`)
    noteFigure(`${mutations} requests bent at random`, `${seen.join(', ')}; 0 crashes, 0 of 500`)
  },
  LONG_MS,
)

/** One to three changes: a bit, a byte more, a piece less, a piece twice, an early end. */
function bend(valid: Buffer, random: () => number): Buffer {
  let bytes = Buffer.from(valid)
  for (let left = 1 + Math.floor(random() * 3); left > 0; left--) {
    const at = Math.floor(random() * bytes.length)
    const size = 1 + Math.floor(random() * 12)
    switch (Math.floor(random() * 5)) {
      case 0:
        bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8))
        break
      case 1:
        bytes = Buffer.concat([bytes.subarray(0, at), Buffer.from([random() * 256]), bytes.subarray(at)])
        break
      case 2:
        bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + size)])
        break
      case 3:
        bytes = Buffer.concat([bytes.subarray(0, at + size), bytes.subarray(at)])
        break
      default:
        bytes = bytes.subarray(0, at)
    }
  }
  return bytes
}

/** All that comes back until the gateway closes; nothing of one that waits for the rest of a cut request. */
async function rawExchangeUnlessOpen(port: number, bytes: Buffer): Promise<string> {
  using raw = await rawSocket(port)
  raw.send(bytes)
  const patience = setTimeout(() => raw.socket.destroy(), PATIENCE_MS)
  const text = await raw.closed()
  clearTimeout(patience)
  return text
}

const streams = rounds(200)

test(`L07 a drain with ${streams} live streams cuts none`, async () => {
  const { fixture } = await world(stream(['One', ' two', ' three', ' four', ' five'], 100), 20_000)
  const client = new OpenAI({ apiKey: clientKey, baseURL: fixture.baseUrl, maxRetries: 0 })
  const live = await Promise.all(
    Array.from({ length: streams }, () =>
      client.chat.completions.create({ model: 'auto', stream: true, messages }),
    ),
  )
  const begun = performance.now()
  const drained = fixture.gateway.drain()
  const texts = await Promise.all(
    live.map(async (each) => (await all(each)).map((part) => part.choices[0]?.delta.content ?? '').join('')),
  )
  expect(new Set(texts)).toEqual(new Set(['One two three four five']))
  expect(await drained).toBe(0)
  noteFigure(
    `a drain with ${streams} live streams`,
    `0 cut, closed after ${Math.round(performance.now() - begun)} ms`,
  )
})
