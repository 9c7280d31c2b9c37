import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { pathOf } from '../../runtime/wire/dialect.ts'
import { dialects } from '../../runtime/wire/dialects.ts'
import { answer, error, stream } from '../support/chat-scripts.ts'
import { startFakeProvider } from '../support/fake-provider.ts'
import type { FakeProvider } from '../support/fake-provider.ts'
import { clientKey, routeAll, stage } from '../support/gateway-fixture.ts'
import { rawSocket } from '../support/raw-socket.ts'
import { startWatched } from '../support/watched-gateway.ts'
import type { WatchedGateway } from '../support/watched-gateway.ts'

let provider: FakeProvider
let watched: WatchedGateway

beforeAll(async () => {
  provider = await startFakeProvider(answer('Hello.'))
  watched = await startWatched(routeAll([stage('acme/large')]), {
    providers: { acme: { baseUrl: provider.baseUrl } },
  })
})

beforeEach(() => provider.script(answer('Hello.')))

afterAll(async () => {
  await watched[Symbol.asyncDispose]()
  await provider.close()
})

/** What every answer of ours carries, whether it went well or not. */
const always = ['x-gwc-request-id', 'x-gwc-policy'] as const

async function send(path: string, body: string, key = clientKey): Promise<Response> {
  const response = await fetch(`${watched.fixture.baseUrl}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body,
  })
  return response
}

const hello = { model: 'auto', messages: [{ role: 'user', content: 'hello' }] }

describe.each(Object.values(dialects))('$name', (dialect) => {
  const path = pathOf(dialect, 'auto', false)

  test('a refusal before any decision names the request and the policy', async () => {
    for (const response of [
      await send(path, '{}', 'gwc_unknown'),
      await send(path, '{"model": 1, "model": 2}'),
    ]) {
      expect(response.status).toBeGreaterThanOrEqual(400)
      for (const name of always) expect(response.headers.get(name)).toMatch(/^[0-9a-f-]{36,64}$/)
      expect(response.headers.has('x-gwc-rule')).toBe(false)
      expect(response.headers.get('content-type')).toMatch(/^application\/json/)
      await response.text()
    }
  })

  test('and GET /requests/{id} tells why, under the same id', async () => {
    const response = await send(path, '{"model": 1, "model": 2}')
    await response.text()
    const { body } = await watched.ask(`/requests/${response.headers.get('x-gwc-request-id')}`)
    expect(body).toMatchObject({ rule: 'gwc#undecided', status: response.status, error: 'duplicate_key' })
  })
})

test('an answer names rule, model, provider, cache, attempts and cost', async () => {
  const response = await send('/chat/completions', JSON.stringify(hello))
  await response.text()
  expect(
    Object.fromEntries([...response.headers].filter(([name]) => name.startsWith('x-gwc-'))),
  ).toMatchObject({
    'x-gwc-rule': 'main.route#everything',
    'x-gwc-model': 'acme/large',
    'x-gwc-provider': 'acme',
    'x-gwc-cache': 'off',
    'x-gwc-attempts': '1',
    'x-gwc-cost': '0.00003',
    'x-gwc-policy': watched.fixture.cell.current.version,
  })
})

test.each([
  ['an error of the provider', error(400), 400],
  ['a provider that refuses our key', error(401), 502],
  ['a provider that fails', error(500), 500],
])('%s is answered with the rule, the target and the attempts', async (_, script, status) => {
  provider.script(script)
  const response = await send('/chat/completions', JSON.stringify(hello))
  await response.text()
  expect(response.status).toBe(status)
  for (const name of [...always, 'x-gwc-rule', 'x-gwc-model', 'x-gwc-provider', 'x-gwc-attempts'])
    expect(response.headers.get(name)).not.toBeNull()
  expect(response.headers.has('x-gwc-cost')).toBe(false)
})

describe('a stream', () => {
  const asked = JSON.stringify({ ...hello, stream: true })
  const request = (te: string): string =>
    `POST /v1/chat/completions HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${clientKey}\r\n${te}` +
    `Content-Type: application/json\r\nContent-Length: ${asked.length}\r\nConnection: close\r\n\r\n${asked}`

  async function streamed(te: string): Promise<{ readonly head: string; readonly end: string }> {
    provider.script(stream(['Hello', ' there.']))
    using socket = await rawSocket(watched.fixture.gateway.port)
    socket.send(request(te))
    const text = (await socket.closed()).toLowerCase()
    const at = text.indexOf('\r\n\r\n')
    return { head: text.slice(0, at), end: text.slice(text.lastIndexOf('\r\n0\r\n')) }
  }

  test('tells its cost in a trailer, to a client that takes trailers', async () => {
    const { head, end } = await streamed('TE: trailers\r\n')
    expect(head).toContain('trailer: x-gwc-cost')
    expect(end).toContain('x-gwc-cost: 0.00003')
  })

  test('and in GET /requests/{id} to whoever runs the gateway; never in an event of its own', async () => {
    const { head, end } = await streamed('')
    expect(head + end).not.toContain('x-gwc-cost')
    const id = /x-gwc-request-id: ([0-9a-f-]+)/.exec(head)?.[1]
    const { body } = await watched.ask(`/requests/${id}`)
    expect(body).toMatchObject({ cost: 30_000, usage: { output: 5 }, status: 200 })
    expect(body['firstTokenMs']).toBeGreaterThan(0)
  })
})

test('metrics tell what was answered, and how many streams are open', async () => {
  provider.script(stream(['Hello', ' there.']))
  await (await send('/chat/completions', JSON.stringify({ ...hello, stream: true }))).text()
  const series = await watched.scrape()
  const at = (name: string): number => series.get(name) ?? 0
  expect(
    at('gwc_requests_total{endpoint="chat",provider="acme",model="acme/large",status="200"}'),
  ).toBeGreaterThan(0)
  expect(at('gwc_rule_requests_total{rule="main.route#everything"}')).toBeGreaterThan(0)
  expect(at('gwc_errors_total{code="invalid_api_key"}')).toBe(Object.keys(dialects).length)
  expect(at('gwc_breaker_state{provider="acme",account="0",model="acme/large"}')).toBeGreaterThanOrEqual(0)
  expect(at(`gwc_policy_info{version="${watched.fixture.cell.current.version}"}`)).toBe(1)
  expect([...series.keys()].join()).not.toMatch(/upstream-secret|gwc_[A-Za-z0-9_-]{43}|hello/)
  expect(series.get('gwc_streams_open')).toBe(0)
  expect(series.get('gwc_requests_in_flight')).toBe(0)
  expect(at('process_resident_memory_bytes')).toBeGreaterThan(1e7)
})
