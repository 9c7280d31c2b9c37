import type { DialectName } from '../../runtime/wire/dialect.ts'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { clientKey } from '../support/gateway-fixture.ts'
import { head, hostileWorld } from '../support/hostile-world.ts'
import type { HostileWorld } from '../support/hostile-world.ts'
import { whole } from '../support/chat-scripts.ts'
import { hello } from '../support/provider/said.ts'
import { say, wholeOf } from '../support/provider/say.ts'
import { parseAnswer, postRequest, rawExchange } from '../support/raw-socket.ts'
import { routes } from '../support/routes.ts'

let world: HostileWorld

beforeAll(async () => void (world = await hostileWorld()))
afterEach(() => world.stillServes())
afterAll(() => world[Symbol.asyncDispose]())

const bearer = `authorization: Bearer ${clientKey}`

describe.each(routes)('$path: H05 two keys', ({ path, text }) => {
  test.each([
    ['the same twice', [bearer, bearer]],
    ['two of one header', [bearer, 'authorization: Bearer other']],
    ['two of `x-api-key`', [`x-api-key: ${clientKey}`, 'x-api-key: other']],
    ['two headers that differ', [bearer, 'x-api-key: other']],
    ['two headers that differ, the good one last', ['x-goog-api-key: other', `x-api-key: ${clientKey}`]],
    ['one made of two', [`x-api-key: ${clientKey}, other`]],
    ['basic and bearer', ['authorization: Basic dTpw', `x-api-key: ${clientKey}`]],
  ])('%s', async (_, headers) => {
    const bytes = head(
      `POST ${path} HTTP/1.1`,
      'host: a',
      'connection: close',
      ...headers,
      `content-length: ${text.length}`,
    )
    expect([400, 401]).toContain(await world.refusal(bytes + text))
  })
})

test('H05 one key in two headers is one key', async () => {
  const [{ path, text }] = routes as [(typeof routes)[0]]
  expect(await world.status(postRequest(path, clientKey, text, [`x-api-key: ${clientKey}`]))).toBe(200)
})

/** What clients, browsers, proxies and attackers put beside a request. */
const sent = [
  'cookie: session=1',
  'x-forwarded-for: 1.2.3.4',
  'x-forwarded-host: evil.example',
  'x-forwarded-proto: https',
  'x-real-ip: 1.2.3.4',
  'forwarded: for=1.2.3.4',
  'via: 1.1 elsewhere',
  'proxy-authorization: Basic dTpw',
  'proxy-connection: keep-alive',
  'proxy-authenticate: x',
  'te: trailers',
  'keep-alive: timeout=5',
  'x-http-method-override: DELETE',
  'x-original-url: /admin',
  'x-rewrite-url: /admin',
  `x-api-key: ${clientKey}`,
  `x-goog-api-key: ${clientKey}`,
  'openai-organization: org-theirs',
  'openai-project: proj-theirs',
  'x-codex-turn-metadata: {"workspaces":["/home/ada"]}',
  'x-codex-window-id: w1',
  'x-claude-code-session-id: s1',
  'anthropic-dangerous-direct-browser-access: true',
  'origin: https://evil.example',
  'referer: https://evil.example/',
  'user-agent: me',
  'accept-encoding: gzip, br',
  'accept-language: de',
  'content-language: de',
  'content-md5: x',
  'range: bytes=0-1',
  'if-none-match: x',
  'x-custom: 1',
  'x-gwc-rule: mine',
  'traceparent: 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
]

const passing = {
  'openai-beta': 'assistants=v2',
  'x-stainless-os': 'Linux',
  'x-stainless-retry-count': '0',
  accept: 'application/json',
}
const isGoogle = (dialect: DialectName): boolean => dialect.startsWith('gemini')

function passingTo(dialect: DialectName): Readonly<Record<string, string>> {
  const { 'openai-beta': _, ...ofOthers } = passing
  return isGoogle(dialect) || dialect === 'anthropic-messages' ? ofOthers : passing
}
const linesOf = (headers: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(headers).map(([name, value]) => `${name}: ${value}`)

/** What a provider may put beside an answer; the first four are for the client. */
const answered = {
  'content-type': 'application/json',
  'request-id': 'req_1',
  'x-request-id': 'req_2',
  'x-codex-turn-state': 'turn',
  'set-cookie': 'session=1',
  'openai-organization': 'org-ours',
  'openai-model': 'another',
  'openai-processing-ms': '5',
  'openai-version': '2020-10-01',
  'anthropic-organization-id': 'org-ours',
  'anthropic-ratelimit-tokens-remaining': '1',
  'x-ratelimit-remaining-tokens': '1',
  'access-control-allow-origin': '*',
  'strict-transport-security': 'max-age=1',
  'alt-svc': 'h3=":443"',
  'cf-ray': 'x',
  server: 'cloudflare',
  via: '1.1 elsewhere',
  'keep-alive': 'timeout=1',
  'proxy-authenticate': 'Basic',
  'x-gwc-rule': 'forged#rule',
  'x-gwc-model': 'forged',
  'x-gwc-cost': '0',
  'x-should-retry': 'true',
  location: 'http://evil.example/',
  'content-encoding': 'identity',
  etag: 'x',
}

describe.each(routes)('$path: H08 of the headers', ({ path, text, dialect }) => {
  test('a provider sees those on the list and no others', async () => {
    expect(await world.status(postRequest(path, clientKey, text, [...sent, ...linesOf(passing)]))).toBe(200)
    const { headers, body } = world.provider.requests.at(-1)!
    expect(headers).toEqual({
      host: `127.0.0.1:${world.provider.port}`,
      connection: 'keep-alive',
      'content-type': 'application/json',
      'accept-encoding': 'identity',
      'user-agent': 'gwc',
      authorization: 'Bearer upstream-secret',
      'content-length': String(body.length),
      ...passingTo(dialect),
    })
  })

  test('a client sees those on the list and no others', async () => {
    world.provider.script(async (exchange) => {
      const answer = wholeOf(exchange, hello)
      await exchange.write(whole(200, answer, answered))
    })
    const answer = parseAnswer(await rawExchange(world.port, postRequest(path, clientKey, text)))
    world.provider.script(say())
    expect(answer.status).toBe(200)
    expect(JSON.stringify(answer.headers)).not.toContain('forged')
    const others = Object.keys(answer.headers).filter((name) => !name.startsWith('x-gwc-'))
    expect(others.toSorted()).toEqual(
      [...Object.keys(answered).slice(0, 4), 'connection', 'content-length', 'date'].toSorted(),
    )
  })

  test('those that Connection names are of this hop only', async () => {
    const named = ['connection: X-Stainless-OS, close', 'x-stainless-os: Linux', 'x-stainless-lang: js']
    const bytes = postRequest(path, clientKey, text, named).toString().replace('connection: close\r\n', '')
    expect(await world.status(bytes)).toBe(200)
    const { headers } = world.provider.requests.at(-1)!
    expect(headers).not.toHaveProperty('x-stainless-os')
    expect(headers).toHaveProperty('x-stainless-lang', 'js')
  })

  test('no name that Connection gives takes away what the gateway itself sends', async () => {
    const bytes = postRequest(path, clientKey, text, [
      'connection: authorization, content-length, host, close',
    ])
      .toString()
      .replace('connection: close\r\n', '')
    expect(await world.status(bytes)).toBe(200)
    expect(world.provider.requests.at(-1)!.headers['authorization']).toBe('Bearer upstream-secret')
  })
})

describe('J02 a query', () => {
  const refused = [
    'model=a',
    'Model=a',
    'beta=true&model=a',
    'api_base=http://evil',
    'x',
    '=',
    '%6dodel=a',
    'key=a&key=b',
    'constructor=1',
    '__proto__=1',
    'key[]=a',
    'beta=true;model=a',
    '?',
    '&=&',
  ]

  test.each(routes.flatMap(({ path, text }) => refused.map((query) => [path, query, text] as const)))(
    'of %s chooses nothing: ?%s',
    async (path, query, text) => {
      const bytes = postRequest(`${path}?${query}`, clientKey, text)
      expect([400, 401]).toContain(await world.refusal(bytes))
    },
  )

  test.each(routes)(
    'of $path may be `beta`, `alt`, `key`; only `beta` is passed on',
    async ({ path, upstream, dialect, text }) => {
      const bytes = postRequest(`${path}?beta=true&alt=sse&key=${clientKey}`, clientKey, text)
      expect(await world.status(bytes)).toBe(200)
      expect(world.provider.requests.at(-1)!.rawHead.split('\r\n')[0]).toBe(
        `POST ${upstream}${isGoogle(dialect) ? '' : '?beta=true'} HTTP/1.1`,
      )
    },
  )

  test('carries a key that no log line and no answer repeats', async () => {
    const [{ path, text }] = routes as [(typeof routes)[0]]
    const wrong = 'gwc_canary-in-the-query'
    const bytes = head(
      `POST ${path}?key=${wrong} HTTP/1.1`,
      'host: a',
      'connection: close',
      `content-length: ${text.length}`,
    )
    const answer = await rawExchange(world.port, bytes + text)
    expect(parseAnswer(answer).status).toBe(401)
    expect(answer + JSON.stringify(world.fixture.traces)).not.toContain('canary')
  })

  test.each(['x-model: gpt-5', 'x-gwc-model: gpt-5', 'openai-model: gpt-5'])(
    'and a header choose nothing either: %s',
    async (header) => {
      const [{ path, text }] = routes as [(typeof routes)[0]]
      expect(await world.status(postRequest(path, clientKey, text, [header]))).toBe(200)
      expect(JSON.parse(world.provider.requests.at(-1)!.body.toString())).toMatchObject({ model: 'large' })
    },
  )
})

test('a key that is not known: 401 in OpenAI’s form, and not to be retried', async () => {
  const [{ path, text }] = routes as [(typeof routes)[0]]
  const answer = parseAnswer(await rawExchange(world.port, postRequest(path, 'gwc_wrong', text)))
  expect(answer.status).toBe(401)
  expect(answer.headers['x-should-retry']).toBe('false')
  expect(answer.headers['x-request-id']).toBe(answer.headers['x-gwc-request-id'])
  expect(JSON.parse(answer.body)).toMatchObject({
    error: { type: 'authentication_error', code: 'invalid_api_key', param: null },
  })
})

describe('routes', () => {
  test('the wrong method: 405 that says which is right', async () => {
    const text = await rawExchange(
      world.port,
      head('DELETE /v1/models HTTP/1.1', 'host: a', bearer, 'connection: close'),
    )
    expect(parseAnswer(text)).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } })
  })

  test.each<[method: string, path: string, status: number]>([
    ['GET', '/nowhere', 404],
    ...routes.map(({ path }) => ['GET', path, 405] satisfies [string, string, number]),
    ['HEAD', '/api/hello', 404],
    ['GET', '/healthz', 200],
    ['GET', '/readyz', 200],
    ['GET', '/v1/models/acme/large', 200],
    ['GET', '/v1/models/nobody/none', 404],
    ['GET', '/v1/models/%', 404],
    ['GET', '/v1/models/..%2f..%2fhealthz', 404],
    ['GET', '/p/alpha/v1/models?limit=10', 200],
    ['GET', '/p/alpha/p/beta/v1/models', 404],
    ['GET', '/metrics', 404],
    ['GET', '/status', 404],
  ])('%s %s is %d', async (method, path, status) => {
    const text = await rawExchange(
      world.port,
      head(`${method} ${path} HTTP/1.1`, 'host: a', bearer, 'connection: close'),
    )
    expect(parseAnswer(text).status).toBe(status)
    if (method === 'GET') expect(() => JSON.parse(parseAnswer(text).body) as unknown).not.toThrow()
  })
})
