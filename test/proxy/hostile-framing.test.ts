import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { clientKey } from '../support/gateway-fixture.ts'
import { head, hostileWorld } from '../support/hostile-world.ts'
import type { HostileWorld } from '../support/hostile-world.ts'
import { parseAnswer, postRequest, rawExchange, rawSocket } from '../support/raw-socket.ts'
import { routes } from '../support/routes.ts'

let world: HostileWorld

beforeAll(async () => void (world = await hostileWorld()))
afterEach(() => world.stillServes())
afterAll(() => world[Symbol.asyncDispose]())

const auth = `authorization: Bearer ${clientKey}`
const post = 'POST /v1/chat/completions HTTP/1.1'
const good = routes[0]!.text

describe('H01 a body whose length two parsers could see differently', () => {
  const length = 'content-length: 4'
  const chunks = 'transfer-encoding: chunked'
  const forms: readonly (readonly string[])[] = [
    [length, chunks],
    [chunks, length],
    ['content-length: 0', chunks],
    [length, 'transfer-encoding: identity'],
    [length, 'transfer-encoding: gzip'],
    [length, 'transfer-encoding: x'],
    [length, 'transfer-encoding:'],
    [length, 'Transfer-Encoding: Chunked'],
    [length, 'transfer-encoding: chunked', chunks],
    ...['5', '4', '04', '0', ' '].map((other) => [length, `content-length: ${other}`]),
    ...['4, 4', '4,5', '4 4', '4;', '4.0', '4e0', '0x4', '4h', '+4', '-4', '-0', '"4"', '٤', 'four', ','].map(
      (value) => [`content-length: ${value}`],
    ),
    ['content-length: 99999999999999999999'],
    ['content-length: 18446744073709551620'],
    ['content-length : 4'],
    ['content-length\t: 4'],
    [' content-length: 4'],
    ['content-length\0: 4'],
    ['content-length: 4\0'],
    ['content-length: 4\v'],
    ['content-length: 4\r'],
    ...['gzip, chunked', 'chunked, gzip', 'chunked, chunked', 'identity, chunked', 'chunked, identity'].map(
      (value) => [`transfer-encoding: ${value}`],
    ),
    ...['identity', 'gzip', 'deflate', 'xchunked', 'chunkedx', 'chunked;q=1', '"chunked"', 'chu nked'].map(
      (value) => [`transfer-encoding: ${value}`],
    ),
    ...[
      '',
      ',',
      'chunked,',
      ',chunked',
      'chunked\v',
      '\vchunked',
      'chunked\0',
      'trailers',
      'cow, chunked',
    ].map((value) => [`transfer-encoding: ${value}`]),
    [chunks, 'transfer-encoding: gzip'],
    ['transfer-encoding: gzip', chunks],
    [chunks, chunks],
    ['transfer-encoding : chunked'],
    ['transfer-encoding\t: chunked'],
    [' transfer-encoding: chunked'],
    ['x: y', ' transfer-encoding: chunked'],
    ['transfer-encoding:\r\n chunked'],
  ]

  test(`is not guessed: ${forms.length} forms`, async () => {
    expect(forms.length).toBeGreaterThanOrEqual(60)
    for (const headers of forms) {
      const bytes = Buffer.from(`${head(post, 'host: a', auth, ...headers)}0\r\n\r\n`, 'latin1')
      expect([400, 501], JSON.stringify(headers)).toContain(await world.refusal(bytes))
    }
  })
})

describe('H02 chunks', () => {
  const chunked = head(post, 'host: a', auth, 'transfer-encoding: chunked')

  test.each([
    ['a size beyond 64 bits', 'fffffffffffffffff\r\n'],
    ['a size of no digits', '\r\n{\r\n0\r\n\r\n'],
    ['a size with a sign', '+1\r\n{\r\n0\r\n\r\n'],
    ['a size in the C way', '0x1\r\n{\r\n0\r\n\r\n'],
    ['a size with a space before it', ' 1\r\n{\r\n0\r\n\r\n'],
    ['bare line feeds', '1\n{\n0\n\n'],
    ['a bare carriage return', '1\r{\r0\r\r'],
    ['a chunk that is longer than it says', '1\r\n{}\r\n0\r\n\r\n'],
    ['a chunk that is shorter than it says', '3\r\n{\r\n0\r\n\r\n0\r\n\r\n'],
    ['a carriage return in an extension', '1;a=\rb\r\n{\r\n0\r\n\r\n'],
    ['a line feed in an extension', '1;a=\nb\r\n{\r\n0\r\n\r\n'],
    ['an extension of 20 kB', `1;${'x'.repeat(20_000)}\r\n{\r\n0\r\n\r\n`],
    ['trailers of 20 kB', `1\r\n{\r\n0\r\nx: ${'x'.repeat(20_000)}\r\n\r\n`],
    ['a trailer that speaks of the length', '1\r\n{\r\n0\r\ncontent-length: 7\r\n\r\n'],
    ['a trailer that is no header', '1\r\n{\r\n0\r\nno header\r\n\r\n'],
  ])('with %s are refused', async (_, bytes) =>
    expect([400, 413, 431]).toContain(await world.refusal(chunked + bytes)),
  )

  test.each(routes)('of $path: plain extensions and trailers are dropped on the way', async (route) => {
    const size = Buffer.byteLength(route.text).toString(16)
    const start = head(
      `POST ${route.path} HTTP/1.1`,
      'host: a',
      'connection: close',
      'transfer-encoding: chunked',
      auth,
    )
    const trailers = 'x-stainless-os: trailing\r\nauthorization: Bearer other\r\n'
    const text = await rawExchange(
      world.port,
      `${start}${size};name="x"\r\n${route.text}\r\n0\r\n${trailers}\r\n`,
    )
    expect(parseAnswer(text).status).toBe(200)
    const { rawHead, body } = world.provider.requests.at(-1)!
    expect(rawHead).not.toContain('trailing')
    expect(rawHead).not.toContain('other')
    expect(JSON.parse(body.toString())).toMatchObject({
      ...route.body,
      model: expect.toBeOneOf(['large', 'vectors'].map(route.namesModel)),
    })
  })
})

describe('H03, H04 the request line and who is asked', () => {
  const none = 'content-length: 0'
  test.each([
    ['two hosts', head(post, 'host: a', 'host: b', auth, none)],
    ['the same host twice', head(post, 'host: a', 'host: a', auth, none)],
    ['two hosts in one', head(post, 'host: a, b', auth, none)],
    ['a host with a path', head(post, 'host: a/#@b', auth, none)],
    ['a host with credentials', head(post, 'host: u:p@a', auth, none)],
    ['a host with a space', head(post, 'host: a b', auth, none)],
    ['an empty host', head(post, 'host:', auth, none)],
    ['a host with a port of six digits', head(post, 'host: a:123456', auth, none)],
    ['no host', head(post, auth, none)],
    ['an absolute target', head('POST http://evil/v1/chat/completions HTTP/1.1', 'host: a', auth, none)],
    ['an authority as target', head('GET evil:443 HTTP/1.1', 'host: evil:443', auth)],
    ['an asterisk', head('OPTIONS * HTTP/1.1', 'host: a', auth)],
    ['no slash', head('POST v1/chat/completions HTTP/1.1', 'host: a', auth, none)],
    ['a fragment', head('POST /v1/chat/completions#x HTTP/1.1', 'host: a', auth, none)],
    ['a backslash', head('POST \\v1\\chat\\completions HTTP/1.1', 'host: a', auth, none)],
    ['two slashes', head('POST //v1/chat/completions HTTP/1.1', 'host: a', auth, none)],
    ['an escaped slash', head('POST /v1%2fchat/completions HTTP/1.1', 'host: a', auth, none)],
    ['a step up', head('POST /v1/x/../chat/completions HTTP/1.1', 'host: a', auth, none)],
    ['parameters of the path', head('POST /v1/chat/completions;x=1 HTTP/1.1', 'host: a', auth, none)],
    ['HTTP/0.9', 'GET /healthz\r\n\r\n'],
    ['HTTP/1.0', head('GET /healthz HTTP/1.0', 'host: a')],
    ['HTTP/1.2', head('GET /healthz HTTP/1.2', 'host: a')],
    ['HTTP/2.0', head('GET /healthz HTTP/2.0', 'host: a')],
    ['http/1.1 in lower case', head('GET /healthz http/1.1', 'host: a')],
    ['an HTTP/2 preface', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    ['a TLS hello', Buffer.from([0x16, 3, 1, 2, 0, 1, 0, 1, 0xfc, 3, 3])],
    ['CONNECT', head('CONNECT evil:443 HTTP/1.1', 'host: evil:443')],
    ['TRACE', head('TRACE /v1/models HTTP/1.1', 'host: a', 'connection: close')],
    ['a method that nobody knows', head('BREW /v1/models HTTP/1.1', 'host: a')],
    ['a method in lower case', head('get /healthz HTTP/1.1', 'host: a')],
    ['a control character in the path', 'GET /healthz\x01 HTTP/1.1\r\nhost: a\r\n\r\n'],
    ['UTF-8 in the path', head('GET /healthzé HTTP/1.1', 'host: a')],
    ['a space in the path', head('GET /health z HTTP/1.1', 'host: a')],
    ['a tab for a space', head('GET\t/healthz HTTP/1.1', 'host: a')],
    ['GET with a body', `${head('GET /v1/models HTTP/1.1', 'host: a', auth, 'content-length: 4')}body`],
    [
      'GET with chunks',
      `${head('GET /v1/models HTTP/1.1', 'host: a', auth, 'transfer-encoding: chunked')}0\r\n\r\n`,
    ],
  ])('%s', async (_, bytes) => {
    expect([0, 400, 404, 405, 505]).toContain(await world.refusalUnlessOpen(bytes))
  })

  test('an upgrade to WebSocket is answered with 426 at once', async () => {
    const offer = ['connection: Upgrade', 'upgrade: websocket', 'sec-websocket-version: 13']
    expect(await world.refusal(head('GET /v1/responses HTTP/1.1', 'host: a', ...offer))).toBe(426)
  })

  test('an offer of h2c, as the JDK and `curl --http2` make it, is passed over; the connection goes on', async () => {
    using raw = await rawSocket(world.port)
    const offer = ['connection: Upgrade, HTTP2-Settings', 'upgrade: h2c', 'http2-settings: AAMAAABk']
    for (const headers of [offer, [], offer]) {
      const before = raw.received().length
      raw.send(head(post, 'host: a', auth, ...headers, `content-length: ${good.length}`) + good)
      await expect.poll(() => raw.received().slice(before)).toMatch(/^HTTP\/1\.1 200[^]*Hello/)
    }
    const { headers } = world.provider.requests.at(-1)!
    expect(headers).not.toHaveProperty('upgrade')
    expect(headers).not.toHaveProperty('http2-settings')
  })
})

describe('H06 a header that is none', () => {
  test.each([
    ['a bare carriage return', 'x-a: 1\rx-b: 2'],
    ['a bare line feed', 'x-a: 1\nx-b: 2'],
    ['a folded line', 'x-a: 1\r\n 2'],
    ['NUL in a value', 'x-a: \0'],
    ['NUL in a name', 'x\0a: 1'],
    ['a control character', 'x-a: \x01'],
    ['delete', 'x-a: \x7f'],
    ['a name with a space', 'x a: 1'],
    ['a name with a space after it', 'x-a : 1'],
    ['a name beyond ASCII', 'x-é: 1'],
    ['no name', ': 1'],
    ['no colon', 'x-a'],
    ['__proto__', '__proto__: 1'],
    ['__proto__ in capitals', '__PROTO__: 1'],
    ['__Proto__', '__Proto__: {"admin":true}'],
  ])('%s', async (_, header) =>
    expect(
      await world.refusal(Buffer.from(head(post, 'host: a', auth, header, 'content-length: 0'), 'latin1')),
    ).toBe(400),
  )

  test.each([
    'constructor',
    'Constructor',
    'prototype',
    'hasownproperty',
    'toString',
    'valueOf',
    '__defineGetter__',
  ])('the name `%s` is a name like any other', async (name) => {
    expect(await world.status(postRequest('/v1/chat/completions', clientKey, good, [`${name}: 1`]))).toBe(200)
    expect(world.provider.requests.at(-1)!.rawHead.toLowerCase()).not.toContain(name.toLowerCase())
  })
})

describe('H07 more than fits', () => {
  const many = (count: number): string[] => Array.from({ length: count }, (_, i) => `x-${i}: 1`)

  test.each([
    ['101 headers', head(post, 'host: a', auth, ...many(99), 'content-length: 0'), 431],
    ['3,000 headers', head(post, 'host: a', auth, ...many(3_000), 'content-length: 0'), 431],
    [
      '3,000 headers of one name',
      head(post, 'host: a', auth, ...Array<string>(3_000).fill('x: 1'), 'content-length: 0'),
      431,
    ],
    [
      'a header of 20 kB',
      head(post, 'host: a', auth, `x-a: ${'x'.repeat(20_000)}`, 'content-length: 0'),
      431,
    ],
    ['a name of 20 kB', head(post, 'host: a', auth, `${'x'.repeat(20_000)}: 1`, 'content-length: 0'), 431],
    ['a path of 16 kB', head(`GET /${'x'.repeat(16_384)} HTTP/1.1`, 'host: a'), 431],
    ['a query of 16 kB', head(`GET /v1/models?after=${'x'.repeat(16_384)} HTTP/1.1`, 'host: a'), 431],
  ])('%s', async (_, bytes, status) => expect(await world.refusal(bytes)).toBe(status))

  test('100 headers fit', async () => {
    // Five of its own stand before these.
    expect(await world.status(postRequest('/v1/chat/completions', clientKey, good, many(95)))).toBe(200)
  })
})

describe('H09 pipelining', () => {
  test('of 50 requests, the 26th broken: 25 answers in order, one 400, and the end', async () => {
    using raw = await rawSocket(world.port)
    const ask = (i: number): string => head(`GET /v1/models/acme/none-${i} HTTP/1.1`, 'host: a', auth)
    const asked = Array.from({ length: 50 }, (_, i) => (i === 25 ? 'BROKEN\r\n\r\n' : ask(i)))
    raw.send(asked.join(''))
    const statuses = (await raw.closed()).match(/HTTP\/1\.1 \d+/g)
    expect(statuses).toEqual([...Array<string>(25).fill('HTTP/1.1 404'), 'HTTP/1.1 400'])
  })

  test.each(routes)('of 20 requests to $path: each is answered with its own answer', async (route) => {
    using raw = await rawSocket(world.port)
    const ask = (i: number): string =>
      head(
        `POST ${route.path} HTTP/1.1`,
        'host: a',
        auth,
        `x-stainless-retry-count: ${i}`,
        `content-length: ${route.text.length}`,
        ...(i === 19 ? ['connection: close'] : []),
      ) + route.text
    const before = world.provider.requests.length
    raw.send(Array.from({ length: 20 }, (_, i) => ask(i)).join(''))
    expect((await raw.closed()).match(/HTTP\/1\.1 200/g)).toHaveLength(20)
    const order = world.provider.requests
      .slice(before)
      .map(({ headers }) => headers['x-stainless-retry-count'])
    expect(order).toEqual(Array.from({ length: 20 }, (_, i) => String(i)))
  })
})

describe('H10 a request inside a request', () => {
  const inner = `${head(post, 'host: a', auth, 'content-length: 2')}{}`

  test.each(routes)('in a body of $path is body', async (route) => {
    const before = world.provider.requests.length
    const body = JSON.stringify({ ...route.body, user: inner })
    expect(await world.status(postRequest(route.path, clientKey, body))).toBe(200)
    expect(world.provider.requests.length).toBe(before + 1)
    expect(JSON.parse(world.provider.requests.at(-1)!.body.toString())).toMatchObject({ user: inner })
  })

  test('behind a GET that announces it as body is not one more request', async () => {
    const outer = head('GET /v1/models HTTP/1.1', 'host: a', auth, `content-length: ${inner.length}`)
    const text = await rawExchange(world.port, outer + inner)
    expect(text.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 400'])
  })

  test('behind a refused body is not one more request', async () => {
    const outer = head(
      post,
      'host: a',
      'authorization: Bearer gwc_wrong',
      `content-length: ${inner.length}`,
      'connection: close',
    )
    const before = world.provider.requests.length
    const text = await rawExchange(world.port, outer + inner)
    expect(text.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 401'])
    expect(world.provider.requests.length).toBe(before)
  })
})
