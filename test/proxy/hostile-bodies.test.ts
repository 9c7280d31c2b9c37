import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { dialects } from '../../runtime/wire/dialects.ts'
import type { DialectName } from '../../runtime/wire/dialect.ts'
import { noteFigure, isFull } from '../support/figures.ts'
import { asked as stageOfAsked, clientKey, routeAll } from '../support/gateway-fixture.ts'
import { errorIn } from '../support/error-in.ts'
import type { ErrorTold } from '../support/error-in.ts'
import { head, hostileWorld } from '../support/hostile-world.ts'
import type { HostileWorld } from '../support/hostile-world.ts'
import { parseAnswer, postRequest, rawExchange, rawSocket } from '../support/raw-socket.ts'
import { routes } from '../support/routes.ts'

const bodyBytesMax = 200_000

let world: HostileWorld

beforeAll(async () => void (world = await hostileWorld({ bodyBytesMax })))
afterEach(() => world.stillServes())
afterAll(() => world[Symbol.asyncDispose]())

const auth = `authorization: Bearer ${clientKey}`
const MiB = 1024 * 1024

/** Status and error of the answer to a body; nothing may have gone to the provider unless it is 200. */
async function ask(
  path: string,
  body: string | Buffer,
  headers: readonly string[] = [],
): Promise<{ readonly status: number; readonly error: ErrorTold }> {
  const before = world.provider.requests.length
  const answer = parseAnswer(await rawExchange(world.port, postRequest(path, clientKey, body, headers)))
  expect(world.provider.requests.length - before).toBe(answer.status === 200 ? 1 : 0)
  return { status: answer.status, error: errorIn(answer.body) }
}

const lastBody = (): unknown => JSON.parse(world.provider.requests.at(-1)!.body.toString())

describe.each(routes)('$path: H12 a body beyond the limit', ({ path, text }) => {
  const line = `POST ${path} HTTP/1.1`

  test('is refused by its announced length, before it is read', async () => {
    for (const length of [bodyBytesMax + 1, 999_999_999, 9_999_999_999, 99_999_999_999])
      for (const more of [[], ['expect: 100-continue']])
        expect(await world.refusal(head(line, 'host: a', auth, `content-length: ${length}`, ...more))).toBe(
          413,
        )
  })

  test('is refused in chunks as soon as it is too long', async () => {
    const chunk = `10000\r\n${' '.repeat(65_536)}\r\n`
    expect(
      await world.refusal(head(line, 'host: a', auth, 'transfer-encoding: chunked') + chunk.repeat(4)),
    ).toBe(413)
  })

  test('and one of exactly the limit is taken', async () => {
    const full = text.padEnd(bodyBytesMax)
    expect(await world.status(postRequest(path, clientKey, full))).toBe(200)
    expect((await ask(path, `${full} `)).status).toBe(413)
  })

  test('100 Continue is said only when the key is known and the length is fine', async () => {
    using raw = await rawSocket(world.port)
    const rest = ['host: a', `content-length: ${text.length}`, 'expect: 100-continue', 'connection: close']
    raw.send(head(line, auth, ...rest))
    await raw.until('HTTP/1.1 100 Continue\r\n\r\n')
    raw.send(text)
    expect(await raw.closed()).toContain('HTTP/1.1 200 OK')
    expect(await world.refusal(head(line, ...rest))).toBe(401)
    expect(await world.refusal(head(line, auth, ...rest).replace('100-continue', '200-please'))).toBe(417)
  })
})

test.each([
  ['with its length', 'content-length: 9000000000', ' '.repeat(65_536)],
  ['in chunks', 'transfer-encoding: chunked', `10000\r\n${' '.repeat(65_536)}\r\n`],
])(
  'H12 a body without end of a client without a key, %s: closed after a moment',
  async (_, framing, piece) => {
    using raw = await rawSocket(world.port)
    raw.send(head('POST /v1/chat/completions HTTP/1.1', 'host: a', framing))
    const flood = (): void => {
      while (!raw.socket.destroyed && raw.socket.write(piece));
    }
    raw.socket.on('drain', flood)
    flood()
    expect(parseAnswer(await raw.closed()).status).toBe(401)
  },
)

describe.each(routes)('$path: H13 a packed body', ({ path, text, body }) => {
  test.each([
    ['gzip', gzipSync(text)],
    ['x-gzip', gzipSync(text)],
    ['GZIP', gzipSync(text)],
    ['zstd', zstdCompressSync(text)],
    ['identity', Buffer.from(text)],
  ])('in %s is unpacked and sent plain', async (encoding, packed) => {
    expect((await ask(path, packed, [`content-encoding: ${encoding}`])).status).toBe(200)
    expect(lastBody()).toMatchObject({ ...body, model: expect.any(String) })
    expect(world.provider.requests.at(-1)!.headers).not.toHaveProperty('content-encoding')
  })

  const frame = (part: string): Buffer => zstdCompressSync(part)
  const spaces = Buffer.alloc(150_000, 0x20)
  const sixfold = Array.from({ length: 6 }).reduce<Buffer>((bytes) => gzipSync(bytes), Buffer.from(text))

  test.each([
    ['a bomb', 'gzip', gzipSync(spaces), 413],
    ['a bomb of many members', 'gzip', Buffer.concat(Array(40).fill(gzipSync(Buffer.alloc(9_000)))), 413],
    ['a bomb', 'zstd', zstdCompressSync(spaces), 413],
    ['a second frame behind the first', 'zstd', Buffer.concat([frame('{'), frame(text.slice(1))]), 400],
    ['a window of 128 MiB', 'zstd', wideWindow, 400],
    ['nothing', 'gzip', Buffer.alloc(0), 400],
    ['nothing', 'zstd', Buffer.alloc(0), 400],
    ['half of it', 'gzip', gzipSync(text).subarray(0, 20), 400],
    ['half of it', 'zstd', zstdCompressSync(text).subarray(0, 20), 400],
    ['what is not gzip', 'gzip', Buffer.from('nonsense'), 400],
    ['what is not zstd', 'zstd', Buffer.from('nonsense'), 400],
    ['a wrong checksum', 'gzip', Buffer.concat([gzipSync(text).subarray(0, -8), Buffer.alloc(8)]), 400],
    ['a chain', 'gzip, gzip', gzipSync(gzipSync(text)), 415],
    ['six packed in one another', 'gzip,gzip,gzip,gzip,gzip,gzip', sixfold, 415],
    ['one packed more often than it says', 'gzip', sixfold, 400],
    ['brotli', 'br', brotliCompressSync(text), 415],
    ['deflate', 'deflate', deflateSync(text), 415],
    ['what an object has by itself', 'constructor', Buffer.from('x'), 415],
    ['__proto__', '__proto__', Buffer.from('x'), 415],
    ['a coding that nobody knows', 'aes128gcm', Buffer.from('x'), 415],
  ])('%s (%s) is refused', async (_, encoding, packed, status) => {
    expect((await ask(path, packed, [`content-encoding: ${encoding}`])).status).toBe(status)
  })

  test('two headers of it are one chain', async () => {
    const twice = ['content-encoding: gzip', 'content-encoding: gzip']
    expect((await ask(path, gzipSync(gzipSync(text)), twice)).status).toBe(415)
  })
})

/** A zstd frame of one raw block `{}` that asks for a window of 2^27 bytes (RFC 8878, 3.1.1.1.2). */
const wideWindow = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x88, 0x11, 0x00, 0x00, 0x7b, 0x7d])

const bombs = isFull ? 200 : 20

test(`H12, H13 memory stays bounded under ${bombs} bombs and bodies without end`, async () => {
  await using big = await hostileWorld()
  const limit = 32 * MiB
  const flat = gzipSync(Buffer.alloc(1024 * MiB, 0x20), { level: 1 })
  const line = head('POST /v1/chat/completions HTTP/1.1', 'host: a', auth, 'transfer-encoding: chunked')
  const piece = Buffer.from(`100000\r\n${' '.repeat(MiB)}\r\n`)
  const endless = async (): Promise<number> => {
    using raw = await rawSocket(big.port)
    raw.send(line)
    const flood = (): void => {
      while (!raw.socket.destroyed && raw.socket.write(piece));
    }
    raw.socket.on('drain', flood)
    flood()
    return parseAnswer(await raw.closed()).status
  }
  await endless()
  globalThis.gc?.()
  const before = process.memoryUsage().rss
  let most = 0
  for (let round = 0; round < bombs; round++) {
    const packed = postRequest('/v1/chat/completions', clientKey, flat, ['content-encoding: gzip'])
    expect(await big.refusal(packed)).toBe(413)
    if (round % 10 === 0) expect(await endless()).toBe(413)
    most = Math.max(most, process.memoryUsage().rss - before)
  }
  await big.stillServes()
  // The row's own bound is for a quiet run; in CI, where garbage of both sides waits longer, what expands or is kept would still show.
  expect(most).toBeLessThan((isFull ? 2 : 8) * limit + flat.length)
  noteFigure(
    `H12, H13: ${bombs} gzip bombs of 1 GiB, ${Math.ceil(bombs / 10)} bodies without end`,
    `all 413; ${Math.round(most / MiB)} MiB more memory at most, the limit of a body being ${limit / MiB} MiB`,
  )
}, 120_000)

describe.each(routes)('$path: J what the body says', ({ path, body, text, namesModel }) => {
  const inside = (json: string): string => `${text.slice(0, -1)},${json}}`

  test.each([
    ['J01 the model twice', inside('"model":"b"'), 'duplicate_key'],
    ['J01 the model twice, escaped', inside('"m\\u006fdel":"b"'), 'duplicate_key'],
    [
      'J01 the model twice, all of it escaped',
      inside('"\\u006d\\u006f\\u0064\\u0065\\u006c":"b"'),
      'duplicate_key',
    ],
    ['J01 a nested key twice', inside('"metadata":{"a":"1","b":"2","a":"3"}'), 'duplicate_key'],
    ['J03 65 levels', inside(`"x":${'['.repeat(64)}${']'.repeat(64)}`), 'too_deep'],
    ['J03 50,000 levels', inside(`"x":${'['.repeat(50_000)}${']'.repeat(50_000)}`), 'too_deep'],
    ['J03 50,000 levels without end', inside(`"x":${'[{"a":'.repeat(20_000)}`), 'too_deep'],
    [
      'J03 10,001 keys',
      inside(Array.from({ length: 10_001 }, (_, i) => `"k${i}":0`).join(',')),
      'too_many_keys',
    ],
    ['J04 __proto__', inside('"__proto__":{"admin":true}'), 'forbidden_key'],
    ['J04 __proto__ deep inside', inside('"x":[{"y":{"__proto__":{"admin":true}}}]'), 'forbidden_key'],
    ['J04 __proto__, escaped', inside('"x":{"\\u005f\\u005fproto__":{"admin":true}}'), 'forbidden_key'],
    ['J06 a byte order mark', `\ufeff${text}`, 'invalid_json'],
    ['J06 a raw NUL', inside('"x":"\0"'), 'invalid_json'],
    ['J06 half a surrogate pair in a key', inside('"\\ud800":1'), 'invalid_json'],
    [
      'J06 a byte that is not UTF-8',
      Buffer.concat([Buffer.from(inside('"x":"').slice(0, -1)), Buffer.from([0xff]), Buffer.from('"}')]),
      'invalid_utf8',
    ],
    ['J06 an overlong slash', Buffer.from(inside('"x":"\xc0\xaf"'), 'latin1'), 'invalid_utf8'],
    ['J06 a surrogate in UTF-8', Buffer.from(inside('"x":"\xed\xa0\x80"'), 'latin1'), 'invalid_utf8'],
    ['J06 UTF-16', Buffer.from(text, 'utf16le'), 'invalid_json'],
    ['two objects', `${text}${text}`, 'invalid_json'],
    ['a list', `[${text}]`, 'invalid_json'],
    ['a string', JSON.stringify(text), 'invalid_json'],
    ['null', 'null', 'invalid_json'],
    ['half an object', text.slice(0, -1), 'invalid_json'],
    ['nothing', '', 'invalid_json'],
    ['a form', 'model=auto&messages=hi', 'invalid_json'],
    [
      'many parts',
      '--x\r\ncontent-disposition: form-data; name="model"\r\n\r\nauto\r\n--x--',
      'invalid_json',
    ],
  ])('%s is refused', async (_, bytes, code) => {
    expect(await ask(path, bytes)).toMatchObject({ status: 400, error: { code } })
  })

  test('J01 another case is another key', async () => {
    expect((await ask(path, inside('"Model":"b","MODEL":"c"'))).status).toBe(200)
    expect(lastBody()).toMatchObject({
      Model: 'b',
      MODEL: 'c',
      model: expect.toBeOneOf(['large', 'vectors'].map(namesModel)),
    })
  })

  test('J03 a key of 100 kB is a key', async () => {
    expect((await ask(path, inside(`"${'k'.repeat(100_000)}":0`))).status).toBe(200)
  })

  test('J04 `constructor` is passed on and merged into nothing', async () => {
    const odd = { constructor: { prototype: { admin: true } }, toString: 1, hasOwnProperty: null }
    expect(
      (await ask(path, JSON.stringify({ ...body, ...odd, metadata: { constructor: 'x' } }))).status,
    ).toBe(200)
    expect(lastBody()).toMatchObject(odd)
  })

  test('J06 half a surrogate pair in content stays as it was written', async () => {
    expect((await ask(path, inside('"x":"\\ud800 \\uDFFF \\u0000 \u2028"'))).status).toBe(200)
    expect(world.provider.requests.at(-1)!.body.toString()).toContain('"x":"\\ud800 \\uDFFF \\u0000 \u2028"')
  })
})

/** The numbers that each dialect's requests carry and gwc reads. */
const numbers: Readonly<Record<DialectName, readonly string[]>> = {
  'openai-chat': ['max_tokens', 'max_completion_tokens', 'n', 'temperature'],
  'openai-responses': ['max_output_tokens', 'temperature'],
  'openai-completions': ['max_tokens', 'n', 'best_of', 'temperature'],
  'openai-embeddings': [],
  // Its `max_tokens` may be 0: that only fills the prompt cache.
  'anthropic-messages': ['temperature'],
  // Its numbers stand within `generationConfig`.
  'gemini-generate': [],
  'gemini-embed': [],
  'gemini-embed-batch': [],
}

const notNumbers = ['1e400', '-1e400', '-1', '"10"', '""', 'true', '[]', '[1]', '{}', '{"valueOf":1}']
const notCounts = ['0', '-0', '0.5', '1e-7', '9007199254740993', '1e300', '18446744073709551616']

const withNumbers = routes.filter(({ dialect }) => numbers[dialect].length > 0)

describe.each(withNumbers)('$path: J05 numbers', ({ path, body, dialect }) => {
  const cases = numbers[dialect].flatMap((field) => {
    const values = field === 'temperature' ? notNumbers : [...notNumbers, ...notCounts]
    return values.map((value) => [field, value] as const)
  })

  test('of a wrong form are named', async () => {
    for (const [field, value] of cases) {
      const text = JSON.stringify({ ...body, [field]: 'HERE' }).replace('"HERE"', value)
      const { status, error } = await ask(path, text)
      expect([status, error.code, error.param], text).toEqual([400, 'invalid_value', field])
      expect(error.message).toContain(`\`${field}\``)
    }
  })

  test('that are null are absent', async () => {
    const absent = Object.fromEntries(numbers[dialect].map((field) => [field, null]))
    expect((await ask(path, JSON.stringify({ ...body, ...absent }))).status).toBe(200)
    expect(lastBody()).toMatchObject(absent)
  })
})

describe.each(routes)('$path: J05 fields of a wrong type', ({ path, body, dialect }) => {
  type Case = readonly [field: string, value: unknown]
  const fields: Readonly<Record<DialectName, readonly Case[]>> = {
    'openai-chat': [
      ['stream', 'yes'],
      ['messages', 'hello'],
      ['metadata', []],
      ['tools', {}],
      ['stream_options', 1],
    ],
    'openai-responses': [
      ['stream', 1],
      ['metadata', 'x'],
      ['tools', {}],
    ],
    'openai-completions': [
      ['stream', 'true'],
      ['stream_options', []],
    ],
    'openai-embeddings': [],
    'anthropic-messages': [
      ['stream', 'yes'],
      ['max_tokens', '10'],
      ['max_tokens', 0.5],
      ['max_tokens', -1],
      ['messages', 'hello'],
      ['metadata', []],
      ['tools', {}],
      ['thinking', true],
      ['output_config', 'high'],
    ],
    'gemini-generate': [
      ['tools', 'search'],
      ['generationConfig', 'warm'],
      ['generation_config', []],
      ['generationConfig', { maxOutputTokens: 0 }],
      ['generationConfig', { maxOutputTokens: '10.5' }],
      ['generationConfig', { max_output_tokens: -1 }],
      ['generationConfig', { maxOutputTokens: 10, max_output_tokens: 10 }],
      ['generationConfig', { candidateCount: 1e6 }],
      ['generationConfig', { temperature: 'warm' }],
      ['labels', 'x'],
    ],
    'gemini-embed': [],
    'gemini-embed-batch': [],
  }
  test.each<[...Case]>([
    ...fields[dialect].map(([field, value]): [...Case] => [field, value]),
    ['model', 5],
    ['model', ['auto']],
    ['model', {}],
    ['model', true],
  ])('`%s`: %j is named', async (field, value) => {
    const answer = await ask(path, JSON.stringify({ ...body, [field]: value }))
    expect(answer).toMatchObject({ status: 400, error: { code: 'invalid_value', param: field } })
  })
})

describe.each(routes)('$path: J07 names that look like a model’s', ({ path, body }) => {
  /** A name with one of its characters replaced, added to or cut at any place. */
  function lookAlikes(name: string): readonly string[] {
    const odd = [
      '\u200b',
      '\u200d',
      '\u00ad',
      '\u2010',
      '\u2044',
      '\uff0f',
      '\u0430',
      '\u043e',
      '\u212a',
      '\u0131',
      '\u0000',
      '\n',
      '\t',
      ' ',
      '%',
      '%2f',
      '\\',
      '*',
      '?',
      '#',
      '&',
      ';',
      '"',
      "'",
      '`',
      '<',
      '$',
      '{',
      '|',
      '~',
      '!',
      '+',
      ',',
      '\u202e',
      '\ud800',
      '🦊',
    ]
    const places = Array.from({ length: name.length + 1 }, (_, at) => at)
    return places.flatMap((at) => odd.map((character) => name.slice(0, at) + character + name.slice(at)))
  }
  const fullWidth = (name: string): string =>
    name.replaceAll(/[!-~]/g, (each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0))
  const names = [
    ...lookAlikes('acme/large').slice(0, 396),
    ...lookAlikes('auto').slice(0, 100),
    fullWidth('acme/large'),
    'a'.repeat(129),
    'a'.repeat(10_000),
    '',
  ]

  test(`${names.length} of them are refused as written, none is taken for the model`, async () => {
    expect(names).toHaveLength(500)
    for (const name of names) {
      const answer = await ask(path, JSON.stringify({ ...body, model: name }))
      expect(answer, JSON.stringify(name)).toMatchObject({
        status: 400,
        error: { code: 'invalid_value', param: 'model' },
      })
    }
  })
})

test('J07 names of permitted characters that no provider has are unknown, whatever they spell', async () => {
  await using asked = await hostileWorld({ table: routeAll([stageOfAsked]) })
  const odd = [
    '..',
    '../acme/large',
    './acme/large',
    'acme//large',
    'acme/large/',
    '/acme/large',
    'acme/large.',
    'ACME/large',
    'acme/Large',
    'acme/large@',
    'acme:large',
    '__proto__',
    'constructor',
    'toString',
    'acme/constructor',
    'acme/__proto__',
    '-',
    '@',
  ]
  for (const name of odd) {
    const text = JSON.stringify({ ...routes[0]!.body, model: name })
    expect(await asked.refusal(postRequest('/v1/chat/completions', clientKey, text)), name).toBe(404)
  }
})

test('every dialect stands in these tables', () => {
  expect(routes.map(({ dialect }) => dialect)).toEqual(Object.keys(dialects))
})
