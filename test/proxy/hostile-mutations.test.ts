import { afterEach, expect, test } from 'vitest'
import { gzipSync } from 'node:zlib'
import { noteFigure, quantile, rounds } from '../support/figures.ts'
import { clientKey } from '../support/gateway-fixture.ts'
import { exchangeUnlessOpen, head, hostileWorld } from '../support/hostile-world.ts'
import type { HostileWorld } from '../support/hostile-world.ts'
import { randomFrom } from '../support/random.ts'
import type { Random } from '../support/random.ts'
import { chatRequest, parseAnswer, postRequest, rawExchange } from '../support/raw-socket.ts'
import { routes } from '../support/routes.ts'
import type { RouteUnderTest } from '../support/routes.ts'
import { runSeed } from '../support/seed.ts'

const LONG_MS = 600_000
const PATIENCE_MS = 400

let world: HostileWorld

afterEach(() => world[Symbol.asyncDispose]())

/** Never a bug of ours, never a provider's fault. 501 and 505 name what HTTP itself lets nobody send here. */
const refused = new Set([400, 401, 403, 404, 405, 408, 411, 413, 414, 415, 417, 426, 431, 501, 505])

/** Every route, whole and streamed, with its length, in chunks and packed. */
const valid = routes.flatMap(({ path, body, text, streams }) => [
  postRequest(path, clientKey, text, ['x-stainless-os: Linux', 'accept: application/json']),
  ...(streams ? [postRequest(path, clientKey, JSON.stringify({ ...body, stream: true }))] : []),
  postRequest(`/p/alpha${path}?beta=true`, clientKey, gzipSync(text), ['content-encoding: gzip']),
  chunkedRequest(path, text),
])

function chunkedRequest(path: string, text: string): Buffer {
  const lines = ['host: a', `x-api-key: ${clientKey}`, 'transfer-encoding: chunked', 'connection: close']
  const half = text.length >> 1
  const chunk = (part: string): string => `${part.length.toString(16)}\r\n${part}\r\n`
  const body = `${chunk(text.slice(0, half))}${chunk(text.slice(half))}0\r\n\r\n`
  return Buffer.from(head(`POST ${path} HTTP/1.1`, ...lines) + body)
}

const mutations = rounds(10_000)

test(
  `H16 ${mutations} requests bent at random: refused, or sent as they were understood; the gateway goes on`,
  async () => {
    world = await hostileWorld()
    const random = randomFrom(runSeed())
    const counts = new Map<number, number>()
    const tryOne = async (): Promise<void> => {
      const text = await exchangeUnlessOpen(world.port, bend(random.pick(valid), random), PATIENCE_MS)
      const status = text === '' ? 0 : parseAnswer(text).status
      if (status !== 0 && status !== 200) expect(refused, text).toContain(status)
      counts.set(status, (counts.get(status) ?? 0) + 1)
    }
    for (let i = 0; i < mutations; i += 100) await Promise.all(Array.from({ length: 100 }, tryOne))
    expect(counts.get(200)).toBeGreaterThan(0)
    const served = new Map(routes.map((route) => [route.upstream, route]))
    for (const { method, path, headers, body } of world.provider.requests) {
      const route = served.get(path.split('?')[0]!)
      expect([method, route !== undefined], path).toEqual(['POST', true])
      expect(headers['authorization']).toBe('Bearer upstream-secret')
      const { model } = JSON.parse(body.toString()) as { model?: string }
      // Google's bodies need not name the model again.
      if (model !== undefined || !path.includes(':'))
        expect(['large', 'vectors'].map(route!.namesModel)).toContain(model)
    }
    await world.stillServes()
    noteFigure(
      `H16: ${mutations} requests bent at random, over ${routes.length} routes`,
      `${shown(counts)}; 0 crashes, 0 of 500`,
    )
  },
  LONG_MS,
)

const shown = (counts: ReadonlyMap<number, number>): string =>
  [...counts]
    .toSorted(([a], [b]) => a - b)
    .map(([status, count]) => `${count} × ${status || 'no answer'}`)
    .join(', ')

/** One to three changes: a bit, a byte more, a piece less, a piece twice, an early end. */
function bend(request: Buffer, random: Random): Buffer {
  let bytes = Buffer.from(request)
  for (let left = 1 + random.below(3); left > 0; left--) {
    const at = random.below(bytes.length)
    const size = 1 + random.below(12)
    switch (random.below(5)) {
      case 0:
        bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8))
        break
      case 1:
        bytes = Buffer.concat([bytes.subarray(0, at), Buffer.from([random.below(256)]), bytes.subarray(at)])
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

// ------------------------------------------------------------------------------------------- malformed by construction

/** Makes of a valid request one that no reading of it makes valid. */
type Spoil = (route: RouteUnderTest, random: Random) => string | Buffer

const auth = `authorization: Bearer ${clientKey}`

/** A body with something put in behind its opening brace. */
const inFront = (route: RouteUnderTest, json: string): Buffer =>
  postRequest(route.path, clientKey, `{${json},${route.text.slice(1)}`)

const withLines = (route: RouteUnderTest, ...lines: readonly string[]): string =>
  head(`POST ${route.path} HTTP/1.1`, ...lines, `content-length: ${route.text.length}`) + route.text

const digits = (random: Random): string => String(random.below(1e6))

const spoils: Readonly<Record<string, Spoil>> = {
  'a body torn off': (route, random) =>
    postRequest(route.path, clientKey, route.text.slice(0, random.below(route.text.length))),
  'a body twice': (route) => postRequest(route.path, clientKey, route.text + route.text),
  'the model twice': (route, random) => inFront(route, `"model":"m${digits(random)}"`),
  'any key twice': (route, random) => {
    const key = `k${digits(random)}`
    return inFront(route, `"${key}":1,"x":[],"${key}":2`)
  },
  __proto__: (route, random) =>
    inFront(route, `${'"a":{'.repeat(random.below(20))}"__proto__":{"admin":true}${'}'.repeat(0)}`),
  'too deep': (route, random) => inFront(route, `"x":${'['.repeat(64 + random.below(9_000))}`),
  'too many keys': (route, random) =>
    inFront(route, Array.from({ length: 10_001 + random.below(50) }, (_, i) => `"k${i}":0`).join(',')),
  'no UTF-8': (route, random) => {
    const bytes = postRequest(route.path, clientKey, route.text)
    bytes[bytes.length - 3 - random.below(route.text.length - 8)] = 0xf8 + random.below(8)
    return bytes
  },
  'a model of odd letters': (route, random) =>
    postRequest(
      route.path,
      clientKey,
      JSON.stringify({ ...route.body, model: `gpt${String.fromCharCode(0x80 + random.below(60_000))}` }),
    ),
  'a model that is none': (route, random) =>
    postRequest(
      route.path,
      clientKey,
      JSON.stringify({ ...route.body, model: random.pick<unknown>([1, true, [], {}, '']) }),
    ),
  'no object': (route, random) =>
    postRequest(route.path, clientKey, random.pick(['[]', '1', 'null', '"x"', 'true', '', ' ', '<xml/>'])),
  'two hosts': (route) => withLines(route, 'host: a', 'host: b', auth),
  'two keys': (route, random) => withLines(route, 'host: a', auth, `x-api-key: other${digits(random)}`),
  'a foreign key': (route, random) =>
    withLines(route, 'host: a', 'connection: close', `authorization: Bearer gwc_${digits(random)}`),
  'no key': (route) => withLines(route, 'host: a', 'connection: close'),
  'length and chunks': (route) => withLines(route, 'host: a', auth, 'transfer-encoding: chunked'),
  'two lengths': (route, random) => withLines(route, 'host: a', auth, `content-length: ${digits(random)}`),
  'a coding before chunks': (route, random) =>
    head(
      `POST ${route.path} HTTP/1.1`,
      'host: a',
      auth,
      `transfer-encoding: ${random.pick(['gzip', 'x', 'chunked'])}, chunked`,
    ),
  'a bad chunk': (route, random) =>
    `${head(`POST ${route.path} HTTP/1.1`, 'host: a', auth, 'transfer-encoding: chunked')}${random.pick(['g', '-1', '0x2', ' 2', ';', ''])}\r\n{}\r\n0\r\n\r\n`,
  'a bad header': (route, random) =>
    withLines(
      route,
      'host: a',
      auth,
      `x${random.pick([' ', '\t', '(', ')', '"', '/', '@', '\x01', '\0'])}y: 1`,
    ),
  'a control character': (route, random) =>
    withLines(
      route,
      'host: a',
      auth,
      `x-a: ${String.fromCharCode(random.pick([0, 1, 2, 7, 8, 11, 12, 14, 27, 31, 127]))}`,
    ),
  'a header that is a prototype': (route, random) =>
    withLines(
      route,
      'host: a',
      auth,
      `${random.pick(['__proto__', '__PROTO__', '__Proto__'])}: ${digits(random)}`,
    ),
  'many headers': (route, random) =>
    withLines(
      route,
      'host: a',
      auth,
      ...Array.from({ length: 100 + random.below(200) }, (_, i) => `x-${i}: 1`),
    ),
  'a long header': (route, random) =>
    withLines(route, 'host: a', auth, `x-a: ${'x'.repeat(16_384 + random.below(9_000))}`),
  'another version': (route, random) =>
    withLines(route, 'host: a', auth).replace(
      'HTTP/1.1',
      random.pick(['HTTP/1.0', 'HTTP/1.2', 'HTTP/3.0', 'HTTQ/1.1', 'HTTP/11']),
    ),
  'an absolute target': (route, random) =>
    withLines(route, 'host: a', auth).replace('POST /', `POST http://evil${digits(random)}/`),
  'a query': (route, random) =>
    withLines(route, 'host: a', auth, 'connection: close').replace(
      ' HTTP/1.1',
      `?${random.pick(['model', 'url', 'x'])}=${digits(random)} HTTP/1.1`,
    ),
  'another method': (route, random) =>
    withLines(route, 'host: a', auth, 'connection: close').replace(
      'POST',
      random.pick(['PUT', 'DELETE', 'PATCH', 'BREW', 'post']),
    ),
  'an encoding': (route, random) =>
    postRequest(route.path, clientKey, route.text, [
      `content-encoding: ${random.pick(['br', 'deflate', 'gzip, gzip', 'x', 'gzip', 'zstd'])}`,
    ]),
}

const malformed = rounds(10_000)

test(
  `G2 ${malformed} malformed requests: none crashes, none is a fault of ours, none goes to a provider`,
  async () => {
    world = await hostileWorld()
    const random = randomFrom(runSeed())
    const kinds = Object.entries(spoils)
    const counts = new Map<number, number>()
    const canaries: number[] = []
    const tryOne = async (): Promise<void> => {
      const [name, spoil] = random.pick(kinds)
      const text = await exchangeUnlessOpen(world.port, spoil(random.pick(routes), random), 5_000)
      const status = text === '' ? 0 : parseAnswer(text).status
      expect(refused, `${name}: ${text}`).toContain(status)
      counts.set(status, (counts.get(status) ?? 0) + 1)
    }
    for (let done = 0; done < malformed; done += 100) {
      for (let i = 0; i < 4; i++) await Promise.all(Array.from({ length: 25 }, tryOne))
      expect(world.provider.requests).toHaveLength(canaries.length)
      const asked = performance.now()
      const canary = await rawExchange(world.port, chatRequest(clientKey, routes[0]!.text))
      canaries.push(performance.now() - asked)
      expect(parseAnswer(canary).status).toBe(200)
    }
    await world.stillServes()
    noteFigure(
      `G2: ${malformed} malformed requests of ${kinds.length} kinds, over ${routes.length} routes`,
      `${shown(counts)}; 0 crashes, 0 of 500, 0 forwarded; a good one after each 100: p99 ${quantile(canaries, 0.99).toFixed(1)} ms`,
    )
  },
  LONG_MS,
)
