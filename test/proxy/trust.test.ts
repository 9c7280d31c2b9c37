import { afterEach, expect, test } from 'vitest'
import OpenAI from 'openai'
import { all } from '../support/all.ts'
import { chunk, event, httpChunk, stream, streamHead } from '../support/chat-scripts.ts'
import { startFakeProvider } from '../support/fake-provider.ts'
import type { FakeProvider, Script } from '../support/fake-provider.ts'
import { noteFigure, quantile, rounds } from '../support/figures.ts'
import { clientKey, routeAll, stage, startFixture } from '../support/gateway-fixture.ts'
import type { Fixture } from '../support/gateway-fixture.ts'
import { chatRequest, rawSocket } from '../support/raw-socket.ts'
import { runSeed } from '../support/seed.ts'
import { seededRandom } from '../support/seeded-random.ts'

const LONG_MS = 600_000
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
      const round = Number(request.headers['x-stainless-round'])
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
      raw.send(chatRequest(clientKey, body(true), [`x-stainless-round: ${round}`]))
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
