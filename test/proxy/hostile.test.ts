import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { gzipSync, zstdCompressSync } from 'node:zlib'
import { converse } from '../support/chat-scripts.ts'
import { startFakeProvider } from '../support/fake-provider.ts'
import type { FakeProvider } from '../support/fake-provider.ts'
import { clientKey, routeAll, stage, startFixture } from '../support/gateway-fixture.ts'
import type { Fixture } from '../support/gateway-fixture.ts'
import { chatRequest, parseAnswer, rawExchange, rawSocket } from '../support/raw-socket.ts'

let provider: FakeProvider
let fixture: Fixture

beforeAll(async () => {
  provider = await startFakeProvider(converse())
  fixture = await startFixture(routeAll([stage('acme/large')]), {
    providers: { acme: { baseUrl: provider.baseUrl } },
    bodyBytesMax: 200_000,
  })
})

afterEach(async () => {
  expect(fixture.bugs).toEqual([])
  expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('admin')
  expect(parseAnswer(await rawExchange(fixture.gateway.port, chatRequest(clientKey, good))).status).toBe(200)
})

afterAll(async () => {
  await fixture.gateway.close()
  await provider.close()
})

const good = JSON.stringify({ model: 'auto', messages: [{ role: 'user', content: 'Hi.' }] })
const auth = `authorization: Bearer ${clientKey}`
const post = 'POST /v1/chat/completions HTTP/1.1'

/** Status of the answer to raw bytes; 0 when the socket was closed without one. Checks that nothing went upstream. */
async function refusal(bytes: string | Buffer): Promise<number> {
  const before = provider.requests.length
  const text = await rawExchange(fixture.gateway.port, bytes)
  expect(provider.requests.length).toBe(before)
  return text === '' ? 0 : parseAnswer(text).status
}

function request(line: string, ...headers: readonly string[]): string {
  return `${[line, ...headers].join('\r\n')}\r\n\r\n`
}

describe('H01 framing of the body', () => {
  test.each([
    ['length and chunks', ['host: a', auth, 'content-length: 4', 'transfer-encoding: chunked']],
    ['two lengths', ['host: a', auth, 'content-length: 4', 'content-length: 5']],
    ['the same length twice', ['host: a', auth, 'content-length: 4', 'content-length: 4']],
    ['gzip before chunked', ['host: a', auth, 'transfer-encoding: gzip, chunked']],
    ['chunked twice', ['host: a', auth, 'transfer-encoding: chunked, chunked']],
    ['a space before the colon', ['host: a', auth, 'transfer-encoding : chunked']],
    ['identity', ['host: a', auth, 'transfer-encoding: identity']],
    ['a length with a sign', ['host: a', auth, 'content-length: +4']],
    ['a negative length', ['host: a', auth, 'content-length: -4']],
    ['a length in hex', ['host: a', auth, 'content-length: 0x4']],
  ])('%s', async (_, headers) => {
    expect([400, 501]).toContain(await refusal(`${request(post, ...headers)}0\r\n\r\n`))
  })
})

describe('H02 chunks', () => {
  const chunked = request(post, 'host: a', auth, 'transfer-encoding: chunked')
  test.each([
    ['a size beyond 64 bits', `${chunked}fffffffffffffffff\r\n`],
    ['a bare line feed', `${chunked}1\n{\n0\n\n`],
    ['an extension of 20 kB', `${chunked}1;${'x'.repeat(20_000)}\r\n{\r\n0\r\n\r\n`],
  ])('%s', async (_, bytes) => expect([400, 413]).toContain(await refusal(bytes)))

  test('plain extensions and trailers are dropped on the way', async () => {
    const size = Buffer.byteLength(good).toString(16)
    const text = await rawExchange(
      fixture.gateway.port,
      `${request(post, 'host: a', auth, 'connection: close', 'transfer-encoding: chunked')}${size};name=x\r\n${good}\r\n0\r\nx-trailer: 1\r\n\r\n`,
    )
    expect(parseAnswer(text).status).toBe(200)
    expect(provider.requests.at(-1)!.rawHead).not.toContain('trailer')
  })
})

describe('H03, H04 the request line and who is asked', () => {
  test.each([
    ['two hosts', request(post, 'host: a', 'host: b', auth, 'content-length: 0')],
    ['a host with a path', request(post, 'host: a/#@b', auth, 'content-length: 0')],
    ['no host', request(post, auth, 'content-length: 0')],
    [
      'an absolute target',
      request('POST http://evil/v1/chat/completions HTTP/1.1', 'host: a', auth, 'content-length: 0'),
    ],
    ['an asterisk', request('OPTIONS * HTTP/1.1', 'host: a', auth)],
    ['HTTP/0.9', 'GET /healthz\r\n\r\n'],
    ['HTTP/1.0', request('GET /healthz HTTP/1.0', 'host: a')],
    ['HTTP/1.2', request('GET /healthz HTTP/1.2', 'host: a')],
    ['an HTTP/2 preface', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    ['a TLS hello', Buffer.from([0x16, 3, 1, 2, 0, 1, 0, 1, 0xfc, 3, 3])],
    ['CONNECT', request('CONNECT evil:443 HTTP/1.1', 'host: evil:443')],
    ['a control character in the path', 'GET /healthz\x01 HTTP/1.1\r\nhost: a\r\n\r\n'],
    ['GET with a body', request('GET /v1/models HTTP/1.1', 'host: a', auth, 'content-length: 4') + 'body'],
  ])('%s', async (_, bytes) => {
    const status = await refusal(bytes)
    expect([0, 400, 405, 505]).toContain(status)
  })

  test('an upgrade is answered with 426 at once', async () => {
    expect(
      await refusal(
        request(
          'GET /v1/responses HTTP/1.1',
          'host: a',
          'connection: Upgrade',
          'upgrade: websocket',
          'sec-websocket-version: 13',
        ),
      ),
    ).toBe(426)
  })

  test('an offer of h2c, as the JDK and `curl --http2` make it, is passed over; the connection goes on', async () => {
    using raw = await rawSocket(fixture.gateway.port)
    const offer = ['connection: Upgrade, HTTP2-Settings', 'upgrade: h2c', 'http2-settings: AAMAAABk']
    for (const headers of [offer, [], offer]) {
      const before = raw.received().length
      raw.send(request(post, 'host: a', auth, ...headers, `content-length: ${good.length}`) + good)
      await expect.poll(() => raw.received().slice(before)).toMatch(/^HTTP\/1\.1 200[^]*Hello/)
    }
    expect(provider.requests.at(-1)!.headers).not.toHaveProperty('upgrade')
    expect(provider.requests.at(-1)!.headers).not.toHaveProperty('http2-settings')
  })
})

describe('H05, H06, H07 headers', () => {
  test.each([
    ['two keys in one header name', [auth, auth]],
    ['two different keys', [auth, 'x-api-key: other']],
  ])('%s', async (_, headers) =>
    expect(await refusal(request(post, 'host: a', ...headers, `content-length: ${good.length}`) + good)).toBe(
      400,
    ),
  )

  test.each([
    ['a bare carriage return', 'x-a: 1\rx-b: 2'],
    ['a folded line', 'x-a: 1\r\n 2'],
    ['NUL', 'x-a: \0'],
    ['a name with a space', 'x a: 1'],
    ['__proto__', '__proto__: 1'],
  ])('%s', async (_, header) =>
    expect(await refusal(request(post, 'host: a', auth, header, 'content-length: 0'))).toBe(400),
  )

  test('101 headers, 3,000 headers, a header of 20 kB, a path of 16 kB', async () => {
    const many = (count: number): string[] => Array.from({ length: count }, (_, i) => `x-${i}: 1`)
    expect(await refusal(request(post, 'host: a', auth, ...many(101), 'content-length: 0'))).toBe(431)
    expect(await refusal(request(post, 'host: a', auth, ...many(3_000), 'content-length: 0'))).toBe(431)
    expect(
      await refusal(request(post, 'host: a', auth, `x-a: ${'x'.repeat(20_000)}`, 'content-length: 0')),
    ).toBe(431)
    expect([414, 431]).toContain(await refusal(request(`GET /${'x'.repeat(16_384)} HTTP/1.1`, 'host: a')))
  })

  test('a key that is not known: 401 in OpenAI’s form, and not to be retried', async () => {
    const answer = parseAnswer(await rawExchange(fixture.gateway.port, chatRequest('gwc_wrong', good)))
    expect(answer.status).toBe(401)
    expect(answer.headers['x-should-retry']).toBe('false')
    expect(answer.headers['x-request-id']).toBe(answer.headers['x-gwc-request-id'])
    expect(JSON.parse(answer.body)).toMatchObject({
      error: { type: 'authentication_error', code: 'invalid_api_key', param: null },
    })
  })
})

test('H08 only the allow-list passes, both ways', async () => {
  const sent = [
    'cookie: a=b',
    'x-forwarded-for: 1.2.3.4',
    'proxy-authorization: x',
    'te: trailers',
    'x-codex-turn-metadata: {}',
    'x-codex-session: 1',
    'openai-beta: assistants=v2',
    'idempotency-key: k1',
    'x-stainless-os: Linux',
    'accept: application/json',
    'accept-encoding: gzip',
    'user-agent: me',
    'x-custom: 1',
  ]
  const answer = parseAnswer(await rawExchange(fixture.gateway.port, chatRequest(clientKey, good, sent)))
  const { headers } = provider.requests.at(-1)!
  expect(headers).toEqual({
    host: `127.0.0.1:${provider.port}`,
    connection: 'keep-alive',
    'content-type': 'application/json',
    'accept-encoding': 'identity',
    'user-agent': 'gwc',
    authorization: 'Bearer upstream-secret',
    'openai-beta': 'assistants=v2',
    'idempotency-key': 'k1',
    'x-stainless-os': 'Linux',
    accept: 'application/json',
    'content-length': String(Buffer.byteLength(good.replace('auto', 'large'))),
  })
  expect(
    Object.keys(answer.headers)
      .filter((name) => !name.startsWith('x-gwc-'))
      .sort(),
  ).toEqual(['connection', 'content-length', 'content-type', 'date'])
})

test('H08 what Connection names is of this hop only', async () => {
  const sent = ['connection: X-Stainless-OS, close', 'x-stainless-os: Linux', 'x-stainless-lang: js']
  const bytes = chatRequest(clientKey, good, sent).toString().replace('connection: close\r\n', '')
  expect(parseAnswer(await rawExchange(fixture.gateway.port, bytes)).status).toBe(200)
  const { headers } = provider.requests.at(-1)!
  expect(headers).not.toHaveProperty('x-stainless-os')
  expect(headers).toHaveProperty('x-stainless-lang', 'js')
})

test('H09 pipelined requests are answered in order, a broken one ends the connection', async () => {
  using raw = await rawSocket(fixture.gateway.port)
  const one = request('GET /healthz HTTP/1.1', 'host: a')
  raw.send(one.repeat(5) + 'BROKEN\r\n\r\n' + one)
  const text = await raw.closed()
  expect(text.match(/HTTP\/1\.1 200/g)).toHaveLength(5)
  expect(text.match(/HTTP\/1\.1 400/g)).toHaveLength(1)
})

test('H10 a request inside a body is body', async () => {
  const before = provider.requests.length
  const smuggled = JSON.stringify({
    model: 'auto',
    messages: [{ role: 'user', content: request(post, 'host: a', auth, 'content-length: 2') + '{}' }],
  })
  expect(parseAnswer(await rawExchange(fixture.gateway.port, chatRequest(clientKey, smuggled))).status).toBe(
    200,
  )
  expect(provider.requests.length).toBe(before + 1)
})

describe('H12, H13 size and encoding of the body', () => {
  test('a length over the limit is refused before the body is read', async () => {
    expect(await refusal(request(post, 'host: a', auth, 'content-length: 999999999'))).toBe(413)
    expect(
      await refusal(request(post, 'host: a', auth, 'content-length: 999999999', 'expect: 100-continue')),
    ).toBe(413)
  })

  test('who waits for 100 Continue is told to go on only when the key is known and the length is fine', async () => {
    using raw = await rawSocket(fixture.gateway.port)
    const head = ['host: a', `content-length: ${good.length}`, 'expect: 100-continue', 'connection: close']
    raw.send(request(post, auth, ...head))
    await raw.until('HTTP/1.1 100 Continue\r\n\r\n')
    raw.send(good)
    expect(await raw.closed()).toContain('HTTP/1.1 200 OK')
    expect(await refusal(request(post, ...head))).toBe(401)
  })

  test('chunks over the limit are refused at the limit', async () => {
    const chunk = `10000\r\n${' '.repeat(65_536)}\r\n`
    expect(
      await refusal(request(post, 'host: a', auth, 'transfer-encoding: chunked') + chunk.repeat(4)),
    ).toBe(413)
  })

  test.each([
    ['gzip', gzipSync(good)],
    ['zstd', zstdCompressSync(good)],
  ])('%s is unpacked and sent plain', async (encoding, packed) => {
    expect(
      parseAnswer(
        await rawExchange(
          fixture.gateway.port,
          chatRequest(clientKey, packed, [`content-encoding: ${encoding}`]),
        ),
      ).status,
    ).toBe(200)
    expect(JSON.parse(provider.requests.at(-1)!.body.toString())).toMatchObject({ model: 'large' })
    expect(provider.requests.at(-1)!.headers).not.toHaveProperty('content-encoding')
  })

  test.each([
    ['a bomb', 'gzip', gzipSync(Buffer.alloc(150_000, 0x20)), 413],
    ['a bomb', 'zstd', zstdCompressSync(Buffer.alloc(150_000, 0x20)), 413],
    ['nothing', 'gzip', Buffer.alloc(0), 400],
    ['a chain', 'gzip, gzip', gzipSync(gzipSync(good)), 415],
    ['brotli', 'br', Buffer.from('x'), 415],
    ['what is not gzip', 'gzip', Buffer.from('nonsense'), 400],
  ])('%s is refused', async (_, encoding, body, status) => {
    expect(await refusal(chatRequest(clientKey, body, [`content-encoding: ${encoding}`]))).toBe(status)
  })
})

describe('J what the body says', () => {
  test.each([
    ['J01 the model twice', '{"model":"a","model":"b","messages":[]}', 'duplicate_key'],
    ['J01 the model twice, escaped', '{"model":"a","m\\u006fdel":"b","messages":[]}', 'duplicate_key'],
    ['J03 too deep', `{"messages":${'['.repeat(70)}${']'.repeat(70)}}`, 'too_deep'],
    ['J04 __proto__', '{"messages":[{"__proto__":{"admin":true}}]}', 'forbidden_key'],
    ['J05 an infinite number', '{"max_tokens":1e400,"messages":[]}', 'invalid_value'],
    ['J06 a byte order mark', '\ufeff{"messages":[]}', 'invalid_json'],
    ['J07 a look-alike of a model', '{"model":"gрt-4","messages":[]}', 'invalid_value'],
    ['bad JSON', '{', 'invalid_json'],
    ['an empty body', '', 'invalid_json'],
  ])('%s', async (_, body, code) => {
    const before = provider.requests.length
    const answer = parseAnswer(await rawExchange(fixture.gateway.port, chatRequest(clientKey, body)))
    expect(provider.requests.length).toBe(before)
    expect(answer.status).toBe(400)
    expect(JSON.parse(answer.body)).toMatchObject({ error: { code, type: 'invalid_request_error' } })
  })

  test.each([
    ['stream', '"yes"'],
    ['temperature', '"0.1"'],
    ['temperature', '1e400'],
    ['max_tokens', '-1'],
    ['max_tokens', '0.5'],
    ['max_completion_tokens', '"10"'],
    ['n', '0'],
    ['model', '5'],
    ['model', '""'],
    ['model', '"a%2fb"'],
    ['model', JSON.stringify('a'.repeat(10_000))],
    ['messages', '"hello"'],
    ['metadata', '[]'],
  ])('J05, J07 `%s` of %s: 400 that names the field', async (field, value) => {
    const answer = parseAnswer(
      await rawExchange(fixture.gateway.port, chatRequest(clientKey, `{"${field}":${value}}`)),
    )
    expect(answer.status).toBe(400)
    const { error } = JSON.parse(answer.body) as { error: { message: string } }
    expect(error).toMatchObject({ code: 'invalid_value', param: field })
    expect(error.message).toContain(`\`${field}\``)
  })

  test('J02 a query chooses nothing', async () => {
    expect(
      await refusal(
        request(
          'POST /v1/chat/completions?model=a HTTP/1.1',
          'host: a',
          auth,
          'connection: close',
          `content-length: ${good.length}`,
        ) + good,
      ),
    ).toBe(400)
  })
})

describe('routes', () => {
  test('the wrong method: 405 that says which is right', async () => {
    const text = await rawExchange(
      fixture.gateway.port,
      request('DELETE /v1/models HTTP/1.1', 'host: a', auth, 'connection: close'),
    )
    expect(parseAnswer(text)).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } })
  })

  test.each([
    ['GET', '/nowhere', 404],
    ['GET', '/v1/chat/completions', 405],
    ['HEAD', '/api/hello', 404],
    ['GET', '/healthz', 200],
    ['GET', '/readyz', 200],
    ['GET', '/v1/models/acme/large', 200],
    ['GET', '/v1/models/nobody/none', 404],
    ['GET', '/p/alpha/v1/models?limit=10', 200],
  ])('%s %s is %d', async (method, path, status) => {
    const text = await rawExchange(
      fixture.gateway.port,
      request(`${method} ${path} HTTP/1.1`, 'host: a', auth, 'connection: close'),
    )
    expect(parseAnswer(text).status).toBe(status)
    if (method === 'GET') expect(() => JSON.parse(parseAnswer(text).body) as unknown).not.toThrow()
  })
})
