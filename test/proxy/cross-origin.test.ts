import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { converse } from '../support/chat-scripts.ts'
import { startFakeProvider } from '../support/fake-provider.ts'
import type { FakeProvider } from '../support/fake-provider.ts'
import { clientKey, routeAll, stage, startFixture } from '../support/gateway-fixture.ts'
import type { Fixture } from '../support/gateway-fixture.ts'
import { chatRequest, parseAnswer, rawExchange } from '../support/raw-socket.ts'
import type { RawAnswer } from '../support/raw-socket.ts'

const page = 'https://chat.example.com'
const other = 'https://elsewhere.example.com'
const body = JSON.stringify({ model: 'auto', messages: [{ role: 'user', content: 'Hi.' }] })

const open: (() => Promise<void>)[] = []
let provider: FakeProvider
beforeEach(async () => {
  provider = await startFakeProvider(converse())
  open.push(provider.close)
})
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close()
})

async function gateway(origins: readonly string[], keys?: 'open'): Promise<Fixture> {
  const fixture = await startFixture(routeAll([stage('acme/large')]), {
    providers: { acme: { baseUrl: provider.baseUrl } },
    ...(keys === undefined ? {} : { keys }),
    config: { origins },
  })
  open.push(fixture.gateway.close)
  return fixture
}

const ask = async (fixture: Fixture, headers: readonly string[], sent = body): Promise<RawAnswer> =>
  parseAnswer(await rawExchange(fixture.gateway.port, chatRequest(clientKey, sent, headers)))

async function preflight(fixture: Fixture, headers: readonly string[]): Promise<RawAnswer> {
  const lines = ['OPTIONS /v1/chat/completions HTTP/1.1', 'host: a', 'connection: close', ...headers]
  return parseAnswer(await rawExchange(fixture.gateway.port, `${lines.join('\r\n')}\r\n\r\n`))
}

const asksFor = (...names: readonly string[]): readonly string[] => [
  `origin: ${page}`,
  'access-control-request-method: POST',
  `access-control-request-headers: ${names.join(', ')}`,
]

describe('a page of a listed origin', () => {
  test('may read the answer and what gwc says of it', async () => {
    const { status, headers } = await ask(await gateway([page]), [`origin: ${page}`])
    expect(status).toBe(200)
    expect(headers).toMatchObject({ 'access-control-allow-origin': page, vary: 'origin' })
    expect(headers['access-control-expose-headers']).toContain('x-gwc-rule')
    expect(headers['access-control-expose-headers']).toContain('x-gwc-warnings')
    expect(headers['access-control-expose-headers']).toContain('x-gwc-estimated')
    expect(headers).not.toHaveProperty('access-control-allow-credentials')
  })

  test('may read an error too', async () => {
    const { status, headers } = await ask(await gateway([page]), [`origin: ${page}`], '{')
    expect([status, headers['access-control-allow-origin']]).toEqual([400, page])
  })

  test('may read a stream', async () => {
    const stream = JSON.stringify({ model: 'auto', stream: true, messages: [] })
    const { status, headers } = await ask(await gateway([page]), [`origin: ${page}`], stream)
    expect([status, headers['access-control-allow-origin']]).toEqual([200, page])
  })

  test('asks before: what an SDK sends is allowed, what no API takes is not', async () => {
    const { status, headers } = await preflight(
      await gateway([page]),
      asksFor('Authorization', 'content-type', 'x-stainless-os', 'cookie', 'proxy-authorization'),
    )
    expect(status).toBe(204)
    expect(headers).toMatchObject({
      'access-control-allow-origin': page,
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-headers': 'authorization, content-type, x-stainless-os',
      'access-control-max-age': '600',
    })
    expect(provider.requests).toEqual([])
  })

  test('on the public web may ask for a gateway on a private network', async () => {
    const wanted = [...asksFor('authorization'), 'access-control-request-private-network: true']
    const { headers } = await preflight(await gateway([page]), wanted)
    expect(headers['access-control-allow-private-network']).toBe('true')
  })
})

describe('a page of any other origin', () => {
  test.each([[other], ['null'], [`${page}.evil.example`], [page.toUpperCase()], ['http://chat.example.com']])(
    '%s: its preflight is refused, and an answer that it may not read says nothing of origins',
    async (origin) => {
      const fixture = await gateway([page])
      const refused = await preflight(fixture, [`origin: ${origin}`, 'access-control-request-method: POST'])
      expect(refused.status).toBe(403)
      expect(refused.body).toContain('origin_not_allowed')
      expect(refused.headers).not.toHaveProperty('access-control-allow-origin')
      const { status, headers } = await ask(fixture, [`origin: ${origin}`])
      expect(status).toBe(200)
      expect(headers).not.toHaveProperty('access-control-allow-origin')
    },
  )
})

test('without origins there is no CORS at all', async () => {
  const fixture = await gateway([])
  const { headers } = await ask(fixture, [`origin: ${page}`])
  expect(Object.keys(headers).filter((name) => /^access-control|^vary/.test(name))).toEqual([])
  expect((await preflight(fixture, asksFor('authorization'))).status).toBe(403)
})

test('a gateway that lets anyone in lets in a listed page, and no other', async () => {
  const fixture = await gateway([page], 'open')
  expect((await ask(fixture, [`origin: ${page}`])).status).toBe(200)
  expect((await ask(fixture, [`origin: ${other}`])).status).toBe(403)
  expect(provider.requests).toHaveLength(1)
})
