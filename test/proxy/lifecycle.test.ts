import { afterEach, describe, expect, test } from 'vitest'
import OpenAI from 'openai'
import { Agent, request } from 'undici'
import { all } from '../support/all.ts'
import {
  answer,
  chunk,
  converse,
  error,
  event,
  httpChunk,
  lastChunk,
  stream,
  streamHead,
} from '../support/chat-scripts.ts'
import { startFakeProvider } from '../support/fake-provider.ts'
import type { FakeProvider, Script } from '../support/fake-provider.ts'
import { noteFigure, rounds } from '../support/figures.ts'
import { clientKey, routeAll, stage, startFixture } from '../support/gateway-fixture.ts'
import type { Fixture, FixtureOptions } from '../support/gateway-fixture.ts'
import { chatRequest, rawSocket } from '../support/raw-socket.ts'
import { use } from '../support/table-builder.ts'
import type { TableSpec } from '../support/table-builder.ts'
import type { AttemptAction } from '../../schemas/generated/decision-table.ts'

const open: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close()
})

async function world(
  script: Script,
  attempt: Partial<AttemptAction> = {},
  options: Partial<FixtureOptions> = {},
): Promise<{ readonly provider: FakeProvider; readonly fixture: Fixture; readonly client: OpenAI }> {
  const provider = await startFakeProvider(script)
  const fixture = await startFixture(routeAll([stage('acme/large')], attempt), {
    providers: { acme: { baseUrl: provider.baseUrl } },
    ...options,
  })
  open.push(provider.close, fixture.gateway.close)
  return {
    provider,
    fixture,
    client: new OpenAI({ apiKey: clientKey, baseURL: fixture.baseUrl, maxRetries: 0 }),
  }
}

const streamBody = JSON.stringify({
  model: 'auto',
  stream: true,
  messages: [{ role: 'user', content: 'Hi.' }],
})
const wholeBody = JSON.stringify({ model: 'auto', messages: [{ role: 'user', content: 'Hi.' }] })

/** Streams a first word and then says no more. */
const beginAndHang: Script = async (exchange) => {
  await exchange.write(streamHead + httpChunk(event(chunk({ content: 'Begin' }))))
  await exchange.wait(60_000)
}

describe('a client that goes away', () => {
  test.each([
    ['before the answer began', async ({ wait }) => wait(60_000), wholeBody, ''],
    ['in the middle of a stream', beginAndHang, streamBody, 'Begin'],
  ] as const satisfies readonly (readonly [string, Script, string, string])[])(
    '%s: the connection to the provider is closed at once',
    async (_, script, body, until) => {
      const { provider, fixture } = await world(script)
      {
        using raw = await rawSocket(fixture.gateway.port)
        raw.send(chatRequest(clientKey, body))
        await expect.poll(() => provider.requests.length).toBe(1)
        await raw.until(until)
      }
      await expect.poll(() => provider.openConnections, { timeout: 1_000, interval: 5 }).toBe(0)
      await expect.poll(() => fixture.traces.length).toBe(1)
      expect(fixture.traces[0]?.attempts[0]?.outcome).toMatch(/aborted|cancelled/)
      expect(fixture.bugs).toEqual([])
    },
  )

  test('during a wait between attempts: the wait ends, nothing more is sent', async () => {
    const { provider, fixture } = await world(error(429, { 'retry-after': '5' }), { retries: 3 })
    {
      using raw = await rawSocket(fixture.gateway.port)
      raw.send(chatRequest(clientKey, wholeBody))
      await expect.poll(() => provider.requests.length).toBe(1)
    }
    await expect.poll(() => fixture.traces.length, { timeout: 1_000 }).toBe(1)
    expect(provider.requests).toHaveLength(1)
  })
})

test('a client that does not read holds the provider back, and gets every byte when it does', async () => {
  const words = Array.from({ length: 400 }, (_, i) => `${i} ${'x'.repeat(32_768)}`)
  let written = 0
  const flood: Script = async ({ write }) => {
    await write(streamHead)
    for (const word of words) {
      await write(httpChunk(event(chunk({ content: word }))))
      written++
    }
    await write(httpChunk(event(chunk({}, 'stop')) + event('[DONE]')) + lastChunk)
  }
  const { fixture } = await world(flood)
  using raw = await rawSocket(fixture.gateway.port)
  raw.send(chatRequest(clientKey, streamBody))
  await raw.until('HTTP/1.1 200')
  raw.socket.pause()
  let before = -1
  await expect
    .poll(
      () => {
        const still = written === before
        before = written
        return still
      },
      { interval: 200 },
    )
    .toBe(true)
  expect(written).toBeLessThan(words.length)
  raw.socket.resume()
  const text = await raw.closed()
  for (const at of [0, 199, 399]) expect(text).toContain(`"${at} xxx`)
  expect(text).toContain('data: [DONE]')
})

describe('drain', () => {
  test('streams under way are finished, idle connections closed, new ones refused', async () => {
    const { fixture, client } = await world(stream(['One', ' two', ' three', ' four'], 60))
    using idle = await rawSocket(fixture.gateway.port)
    idle.send('GET /healthz HTTP/1.1\r\nhost: a\r\n\r\n')
    await idle.until('"ok"')
    const got = await client.chat.completions.create({ model: 'auto', stream: true, messages: [] })
    const drained = fixture.gateway.drain()
    expect((await all(got)).map((each) => each.choices[0]?.delta.content ?? '').join('')).toBe(
      'One two three four',
    )
    await idle.closed()
    expect(await drained).toBe(0)
    await expect(rawSocket(fixture.gateway.port)).rejects.toThrow('ECONNREFUSED')
  })

  test('what does not end within the grace is cut, and counted', async () => {
    const { fixture } = await world(beginAndHang)
    using raw = await rawSocket(fixture.gateway.port)
    raw.send(chatRequest(clientKey, streamBody))
    await raw.until('Begin')
    expect(await fixture.gateway.drain(100)).toBe(1)
    await raw.closed()
  })
})

describe('reload', () => {
  const policies = ['a', 'b'].map((name): TableSpec => ({
    ...routeAll([stage(`acme/${name}`)]),
    route: [{ allow: {}, action: use(`acme/${name}`), rule: `rule_${name}` }],
  }))
  const reloads = rounds(1_000)

  test(`${reloads} under load: no request fails, no answer names a policy that it did not obey`, async () => {
    const { fixture } = await world(converse())
    const versions = new Map(policies.map((policy, i) => [fixture.publish(policy), ['a', 'b'][i]]))
    const over = new AbortController()
    const connections = new Agent({ connections: 16 })
    const begun = performance.now()
    let answered = 0
    const asker = async (): Promise<void> => {
      while (!over.signal.aborted) {
        const response = await request(`${fixture.baseUrl}/chat/completions`, {
          method: 'POST',
          headers: { authorization: `Bearer ${clientKey}` },
          body: answered % 4 === 0 ? streamBody : wholeBody,
          dispatcher: connections,
        })
        const text = await response.body.text()
        expect([response.statusCode, text.includes('Hello')]).toEqual([200, true])
        const name = versions.get(String(response.headers['x-gwc-policy']))
        expect([response.headers['x-gwc-rule'], response.headers['x-gwc-model']]).toEqual([
          `main.route#rule_${name}`,
          `acme/${name}`,
        ])
        answered++
      }
    }
    const askers = Array.from({ length: 16 }, asker)
    for (let i = 0; i < reloads; i++) {
      fixture.publish(policies[i % 2]!)
      await new Promise((resolve) => setTimeout(resolve, 15))
    }
    over.abort()
    await Promise.all(askers)
    await connections.close()
    expect(answered).toBeGreaterThan(reloads)
    expect(fixture.bugs).toEqual([])
    const perSecond = Math.round((answered / (performance.now() - begun)) * 1000)
    noteFigure(
      `${reloads} reloads under load`,
      `${answered} requests at ${perSecond}/s: 0 failed, 0 whose version disagrees with the rule they obeyed`,
    )
  }, 300_000)

  test('a stream that is under way keeps the policy it began with', async () => {
    const { fixture } = await world(stream(['One', ' two', ' three'], 50))
    fixture.publish(policies[0]!)
    const asked = fetch(`${fixture.baseUrl}/chat/completions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${clientKey}` },
      body: streamBody,
    })
    const response = await asked
    for (let i = 0; i < 10; i++) fixture.publish(policies[(i + 1) % 2]!)
    expect(response.headers.get('x-gwc-rule')).toBe('main.route#rule_a')
    expect(await response.text()).toContain('data: [DONE]')
  })
})

test('L04 a stream goes on across ten reloads though its provider is taken out; then its connections are closed', async () => {
  const { provider, fixture } = await world(stream(['One', ' two', ' three', ' four'], 80))
  const response = await fetch(`${fixture.baseUrl}/chat/completions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${clientKey}` },
    body: streamBody,
  })
  const { version } = fixture.cell.current
  for (let i = 0; i < 10; i++) {
    const { current } = fixture.cell
    const gateway = { ...current.gateway, providers: [] }
    fixture.cell.publish({ ...current, gateway, version: `without-${i}`, generation: current.generation + 1 })
  }
  expect(response.headers.get('x-gwc-policy')).toBe(version)
  expect(await response.text()).toContain('data: [DONE]')
  await expect.poll(() => provider.openConnections, { timeout: 2_000 }).toBe(0)
  const next = await fetch(`${fixture.baseUrl}/chat/completions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${clientKey}` },
    body: wholeBody,
  })
  expect([next.headers.get('x-gwc-policy'), provider.requests.length]).toEqual(['without-9', 1])
  expect(fixture.bugs).toEqual([])
})

test('a key may ask only for the models on its list, and is shown no others', async () => {
  const { digestOf, makeKey } = await import('../../runtime/identity/key-format.ts')
  const key = makeKey()
  const { fixture } = await world(
    answer(),
    {},
    { keys: [{ digest: digestOf(key), models: ['acme/small*'] }] },
  )
  const client = new OpenAI({ apiKey: key, baseURL: fixture.baseUrl, maxRetries: 0 })
  await expect(client.chat.completions.create({ model: 'acme/large', messages: [] })).rejects.toMatchObject({
    status: 403,
    code: 'model_not_allowed',
  })
  expect(await all(client.models.list())).toEqual([])
})
