import { hash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { inspect } from 'node:util'
import { validate } from '../../schemas/generated/gateway.validate.js'
import { knownKeys } from '../../runtime/config/known-keys.ts'
import type { Gateway } from '../../runtime/config/gateway.ts'
import type { GatewayResult } from '../../runtime/config/load-gateway.ts'
import { gatewayOf, loadGateway } from '../../runtime/config/load-gateway.ts'
import { makeCertificate } from '../support/certificate.ts'

const certificate = makeCertificate()
const old = makeCertificate('old', 3)
const folder = mkdtempSync(join(tmpdir(), 'gwc-config-'))
afterAll(() => rmSync(folder, { recursive: true }))

const digest = `sha256:${'a'.repeat(64)}`
const otherDigest = `sha256:${'b'.repeat(64)}`
const env = {
  OPENAI_API_KEY: 'sk-canary-1',
  ANTHROPIC_API_KEY: 'sk-canary-2',
  GWC_ADMIN_KEY: 'adm-canary-3-0123456789',
  EMPTY: '',
  REDIS_URL: 'redis://:pass-canary@127.0.0.1:1',
  BROKEN: 'sk canary\n',
  CERT: certificate.cert,
  KEY: certificate.key,
  OTHER_KEY: makeCertificate().key,
  OLD_CERT: old.cert,
  OLD_KEY: old.key,
  PROXY: 'http://gwc:p%40ss-canary@proxy.example:3128',
}

const read = (document: unknown): GatewayResult =>
  gatewayOf(document, {
    file: join(folder, 'gateway.json'),
    shown: 'gateway.json',
    env,
    readFile: (name) => readFileSync(join(folder, name), 'utf8'),
  })

const openai = { dialect: 'openai', accounts: [{ key: 'env:OPENAI_API_KEY' }] }
const minimal = { policy: 'main.route', keys: 'open' }

/** The example of the gateway's manual, word for word. */
const example = {
  $schema: 'node_modules/gwc/schemas/gateway.schema.json',
  listen: '127.0.0.1:8787',
  admin: { listen: '127.0.0.1:8788', key: 'env:GWC_ADMIN_KEY' },
  policy: 'policies/main.route',
  keys: 'required',
  store: { kind: 'sqlite', path: '.gwc/gwc.db' },
  providers: {
    openai: { dialect: 'openai', accounts: [{ key: 'env:OPENAI_API_KEY', rpm: 5000, tpm: 2000000 }] },
    anthropic: { dialect: 'anthropic', accounts: [{ key: 'env:ANTHROPIC_API_KEY' }] },
    local: {
      dialect: 'openai',
      baseUrl: 'http://127.0.0.1:8000/v1',
      models: { 'qwen3-coder': { price: { input: 0, output: 0 }, context: 131072, tools: true } },
    },
  },
}

test('the example of the manual is valid', () => {
  expect(validate(example)).toBe(true)
})

test('the example of the manual starts, and all of it acts', () => {
  const result = read(example)
  if (!result.ok) throw new Error(result.message)
  expect(result.gateway.warnings).toEqual([])
  expect(result.gateway.keys).toEqual([])
})

test('defaults, absolute paths and hidden secrets', () => {
  const result = read({ ...minimal, policy: 'policies/main.route', providers: { openai } })
  if (!result.ok) throw new Error(result.message)
  const { gateway } = result
  expect(gateway).toMatchObject({
    listen: { host: '127.0.0.1', port: 8787 },
    policyPath: join(folder, 'policies/main.route'),
    env: 'prod',
    keys: 'open',
    cache: { kind: 'memory', bytesMax: 67_108_864 },
    limits: { bodyBytesMax: 33_554_432, headersMax: 100 },
    drainGraceMs: 30_000,
    logLevel: 'info',
    warnings: [],
  })
  expect(gateway.providers[0]).toMatchObject({
    name: 'openai',
    baseUrl: 'https://api.openai.com/v1',
    row: { authHeader: 'authorization', capField: 'max_completion_tokens' },
  })
  expect(gateway.providers[0]?.accounts[0]?.key?.reveal()).toBe('sk-canary-1')
  expect(
    `${JSON.stringify(gateway)}${inspect(gateway, { depth: 9 })}${String(gateway.providers[0]?.accounts[0]?.key)}`,
  ).not.toContain('canary')
})

test('providers keep the order of the file', () => {
  const local = { dialect: 'openai', baseUrl: 'http://127.0.0.1:8000/v1/' }
  const result = read({ ...minimal, providers: { zeta: local, openai, alpha: local } })
  expect(result.ok && result.gateway.providers.map((each) => each.name)).toEqual(['zeta', 'openai', 'alpha'])
  expect(result.ok && result.gateway.providers[0]?.baseUrl).toBe('http://127.0.0.1:8000/v1')
})

test('any string may point elsewhere', () => {
  writeFileSync(join(folder, 'policy-path'), 'from-file.route\n')
  const result = read({
    ...minimal,
    policy: 'file:policy-path',
    cache: { kind: 'redis', url: 'env:REDIS_URL' },
  })
  if (!result.ok) throw new Error(result.message)
  expect(result.gateway.policyPath).toBe(join(folder, 'from-file.route'))
  expect(result.gateway.cache.kind === 'redis' && result.gateway.cache.url.reveal()).toBe(env.REDIS_URL)
})

describe('around the gateway', () => {
  const accepted = (more: object): Gateway => {
    const result = read({ ...minimal, ...more })
    if (!result.ok) throw new Error(result.message)
    return result.gateway
  }

  test('nothing is there unless it is asked for', () => {
    expect(accepted({})).toMatchObject({
      tls: undefined,
      origins: [],
      trustedProxies: [],
      egress: { proxy: undefined, ca: [] },
    })
  })

  test('a certificate and its key are files, or texts of the environment', () => {
    writeFileSync(join(folder, 'cert.pem'), certificate.cert)
    writeFileSync(join(folder, 'key.pem'), certificate.key)
    expect(accepted({ tls: { cert: 'cert.pem', key: 'file:key.pem' } }).tls).toEqual({
      cert: { file: join(folder, 'cert.pem') },
      key: { file: join(folder, 'key.pem') },
    })
    const { tls } = accepted({ tls: { cert: 'env:CERT', key: 'env:KEY' } })
    expect(`${JSON.stringify(tls)}${inspect(tls)}`).not.toContain('BEGIN')
  })

  test('plain HTTP beyond loopback is warned of, TLS is not; a certificate that ends soon is', () => {
    const keys = [{ digest }]
    const listen = '0.0.0.0:8787'
    expect(accepted({ keys, listen }).warnings).toEqual([
      expect.stringContaining('travel unencrypted') as string,
    ])
    expect(accepted({ keys, listen, tls: { cert: 'env:CERT', key: 'env:KEY' } }).warnings).toEqual([])
    expect(accepted({ tls: { cert: 'env:OLD_CERT', key: 'env:OLD_KEY' } }).warnings).toEqual([
      expect.stringContaining('tls.cert: the certificate expires at') as string,
    ])
  })

  test('the password of a proxy is hidden, and sent as it was meant', () => {
    const { egress, warnings } = accepted({ proxy: 'env:PROXY', ca: 'env:CERT' })
    expect(egress.proxy?.url).toBe('http://proxy.example:3128')
    const basic = `Basic ${Buffer.from('gwc:p@ss-canary').toString('base64')}`
    expect(egress.proxy?.authorization?.reveal()).toBe(basic)
    expect(`${JSON.stringify(egress)}${inspect(egress, { depth: 9 })}`).not.toMatch(/canary|Basic/)
    expect(warnings).toEqual([expect.stringContaining('unencrypted to proxy.example:3128') as string])
    expect(egress.ca).toHaveLength(1)
  })
})

describe('a mistake is told by its place, what is wrong and the fix', () => {
  test.each<[unknown, string, string, string?]>([
    [{ keys: 'open' }, '', '`policy` is missing', 'main.route'],
    [{ polcy: 'x', keys: 'open' }, '', 'there is no key `polcy`', 'did you mean `policy`?'],
    [{ ...minimal, keys: 'opne' }, 'keys', '"opne" is not one of "required", "open"', 'did you mean "open"?'],
    [{ ...minimal, keys: 5 }, 'keys', 'this must be a list, not a number', 'sha256:'],
    [
      { ...minimal, keys: [{ digest: 'gwc_key-canary' }] },
      'keys[0].digest',
      'this is no digest',
      'sha256sum',
    ],
    [{ ...minimal, keys: [{ digest, team: 7 }] }, 'keys[0].team', 'this must be a string, not a number'],
    [
      { ...minimal, keys: [{ digest }, { digest }] },
      'keys[1].digest',
      'keys[0] has the same digest',
      'remove',
    ],
    [
      {
        ...minimal,
        keys: [
          { digest, name: 'ci' },
          { digest: otherDigest, name: 'ci' },
        ],
      },
      'keys[1].name',
      'keys[0] is also called "ci"',
      'give each its own',
    ],
    [
      { ...minimal, keys: [{ digest }, { digest: `${digest.slice(0, -1)}b` }] },
      'keys[1].name',
      'keys[0] is also called "aaaaaaaa"',
    ],
    [
      { ...minimal, keys: [{ digest, expires: 'tomorrow' }] },
      'keys[0].expires',
      '"tomorrow" is no moment in time',
      '2027-01-31T00:00:00Z',
    ],
    [
      { ...minimal, keys: [{ digest, expires: '2027-02-30T99:00:00Z' }] },
      'keys[0].expires',
      'is no moment in time',
    ],
    [{ policy: 'x' }, 'keys', 'who may come in', 'gwc keys create'],
    [{ ...minimal, keys: [] }, 'keys', 'who may come in', 'gwc keys create'],
    [{ ...minimal, listen: '0.0.0.0:8787' }, 'keys', '"open" lets anyone in', '127.0.0.1'],
    [{ ...minimal, listen: 'localhost' }, 'listen', 'this is no address', 'host:port'],
    [{ ...minimal, listen: '127.0.0.1:99999' }, 'listen', 'there is no port 99999'],
    [{ ...minimal, env: 'production' }, 'env', '"production" is not one of "dev", "test", "stage", "prod"'],
    [
      { ...minimal, cache: { kind: 'reddis', url: 'x' } },
      'cache.kind',
      '"reddis" is not one of "memory", "redis"',
      'did you mean "redis"?',
    ],
    [{ ...minimal, cache: { kind: 'redis' } }, 'cache', '`url` is missing', 'redis://127.0.0.1:6379'],
    [{ ...minimal, cache: { kind: 'memory', bytesMax: -1 } }, 'cache.bytesMax', 'must be >= 0'],
    [{ ...minimal, cache: 'redis' }, 'cache', 'this must be an object, not a string'],
    [
      { ...minimal, limits: { bodyByteMax: 5 } },
      'limits',
      'there is no key `bodyByteMax`',
      'did you mean `bodyBytesMax`?',
    ],
    [{ ...minimal, providers: { OpenAI: openai } }, 'providers.OpenAI', 'lower case'],
    [
      { ...minimal, providers: { openai: { dialect: 'opnai' } } },
      'providers.openai.dialect',
      '"opnai" is not one of',
      'did you mean "openai"?',
    ],
    [
      { ...minimal, providers: { openai: { dialect: 'grpc' } } },
      'providers.openai.dialect',
      '"grpc" is not one of',
      '"bedrock" is accepted, but not spoken',
    ],
    [
      { ...minimal, providers: { openai: { accounts: [{}] } } },
      'providers.openai',
      '`dialect` is missing',
      '"openai" (most servers speak it), "anthropic" or "gemini"; "bedrock" is accepted, but not spoken',
    ],
    [
      { ...minimal, providers: { openai: { dialect: 'openai', acounts: [] } } },
      'providers.openai',
      'there is no key `acounts`',
      'did you mean `accounts`?',
    ],
    [
      { ...minimal, providers: { openai: { dialect: 'openai', accounts: [{ key: 'sk-canary' }] } } },
      'providers.openai.accounts[0].key',
      'not written here',
      'env:NAME',
    ],
    [
      { ...minimal, providers: { openai: { dialect: 'openai', accounts: [{ key: 'env:NOWHERE' }] } } },
      'providers.openai.accounts[0].key',
      'the environment variable NOWHERE is not set',
      'export NOWHERE=',
    ],
    [
      { ...minimal, providers: { openai: { dialect: 'openai', accounts: [{ key: 'env:EMPTY' }] } } },
      'providers.openai.accounts[0].key',
      'the environment variable EMPTY is empty',
    ],
    [
      { ...minimal, providers: { openai: { dialect: 'openai', accounts: [{ key: 'file:absent.txt' }] } } },
      'providers.openai.accounts[0].key',
      'the file absent.txt cannot be read (ENOENT)',
    ],
    [
      { ...minimal, providers: { openai: { dialect: 'openai', accounts: [{ key: 'env:BROKEN' }] } } },
      'providers.openai.accounts[0].key',
      'cannot carry',
    ],
    [
      { ...minimal, providers: { openai: { dialect: 'openai' } } },
      'providers.openai.accounts[0].key',
      'this provider wants a key',
    ],
    [
      { ...minimal, providers: { mine: { dialect: 'openai' } } },
      'providers.mine.baseUrl',
      'knows no endpoint',
      'add "baseUrl"',
    ],
    [
      { ...minimal, providers: { mine: { dialect: 'openai', baseUrl: 'ftp://x/v1' } } },
      'providers.mine.baseUrl',
      'only http: and https:',
    ],
    [
      { ...minimal, providers: { mine: { dialect: 'openai', baseUrl: 'http://u:canary@x/v1' } } },
      'providers.mine.baseUrl',
      'no credentials',
    ],
    [
      { ...minimal, providers: { mine: { dialect: 'openai', baseUrl: 'http://x/v1?key=canary' } } },
      'providers.mine.baseUrl',
      'no query',
    ],
    [
      { ...minimal, providers: { mine: { dialect: 'openai', baseUrl: 'nonsense' } } },
      'providers.mine.baseUrl',
      'this is no URL',
    ],
    [{ ...minimal, tls: { cert: 'c.pem' } }, 'tls', '`key` is missing'],
    [{ ...minimal, tls: { cert: 'env:CERT', key: 'k.pem' } }, 'tls.key', 'k.pem cannot be read'],
    [{ ...minimal, tls: { cert: 'env:CERT', key: 'env:CERT' } }, 'tls.key', 'no private key'],
    [{ ...minimal, tls: { cert: 'env:OPENAI_API_KEY', key: 'env:KEY' } }, 'tls.cert', 'no certificate'],
    [{ ...minimal, tls: { cert: 'env:CERT', key: 'env:OTHER_KEY' } }, 'tls.key', 'not the key of'],
    [
      { ...minimal, providers: { openai: { ...openai, models: { größe: {} } } } },
      'providers.openai.models.größe',
      'a model is named in at most 128',
    ],
    [
      { ...minimal, providers: { openai: { ...openai, models: { big: { upstream: 'ü' } } } } },
      'providers.openai.models.big.upstream',
      'no header or request line',
      'the name in ASCII',
    ],
    [{ ...minimal, cors: { origins: ['*'] } }, 'cors.origins[0]', 'origins are exact'],
    [
      { ...minimal, cors: { origins: ['https://a.example/'] } },
      'cors.origins[0]',
      'this is no origin',
      '"https://a.example"',
    ],
    [{ ...minimal, cors: { origins: ['a.example'] } }, 'cors.origins[0]', 'this is no origin'],
    [{ ...minimal, trustedProxies: ['10.0.0.0/33'] }, 'trustedProxies[0]', 'this is no network'],
    [{ ...minimal, trustedProxies: ['10.1.2.3/8'] }, 'trustedProxies[0]', 'inside', 'write "10.0.0.0/8"'],
    [{ ...minimal, proxy: 'socks5://p:1080' }, 'proxy', 'reached by http: or https:'],
    [{ ...minimal, proxy: 'http://u:canary@p:3128' }, 'proxy', 'not written here', 'env:HTTPS_PROXY'],
    [{ ...minimal, proxy: 'http://p:3128/path' }, 'proxy', 'has no path'],
    [{ ...minimal, proxy: 'env:OPENAI_API_KEY' }, 'proxy', 'this is no URL'],
    [{ ...minimal, ca: 'x.pem' }, 'ca', 'x.pem cannot be read'],
    [{ ...minimal, ca: 'env:KEY' }, 'ca', 'no certificates'],
    [[], '', 'this must be an object, not a list'],
    [null, '', 'this must be an object, not null'],
  ])('%j', (document, path, message, help) => {
    const result = read(document)
    if (result.ok) throw new Error('this must be refused')
    expect(result.problems).toHaveLength(1)
    expect(result.problems[0]).toMatchObject({ path, message: expect.stringContaining(message) as string })
    if (help !== undefined) expect(result.problems[0]?.help).toContain(help)
    expect(result.message).toContain(path === '' ? 'gateway.json: ' : `gateway.json: ${path}: `)
    expect(result.message).not.toContain('canary')
  })

  test('several mistakes are told at once', () => {
    const result = read({ policy: 3, keys: 'opne', providers: { openai: { dialect: 'x' } } })
    expect(result.ok || result.problems.map((each) => each.path)).toEqual([
      'policy',
      'keys',
      'providers.openai.dialect',
    ])
  })
})

describe('what a provider speaks', () => {
  const speaks = (name: string, more: object = {}): readonly string[] => {
    const baseUrl = 'http://127.0.0.1:8000/v1'
    const accounts = [{ key: 'env:OPENAI_API_KEY' }]
    const result = read({
      ...minimal,
      providers: { [name]: { dialect: 'openai', baseUrl, accounts, ...more } },
    })
    if (!result.ok) throw new Error(result.message)
    return result.gateway.providers[0]!.row.speaks
  }

  test('is what its row says; a server that is not known is believed to speak all of OpenAI', () => {
    expect(speaks('mistral')).toEqual(['openai-chat', 'openai-embeddings'])
    expect(speaks('mine')).toContain('openai-responses')
  })

  test('is what gateway.json says, where it does', () => {
    expect(speaks('mine', { speaks: ['chat', 'embeddings'] })).toEqual(['openai-chat', 'openai-embeddings'])
    const wrong = read({ ...minimal, providers: { openai: { ...openai, speaks: ['chats'] } } })
    expect(!wrong.ok && wrong.problems).toEqual([
      { path: 'providers.openai.speaks[0]', message: expect.any(String), help: 'did you mean "chat"?' },
    ])
  })
})

test('accounts keep their weight, limits and region; a weight is 1 unless it is given', () => {
  const accounts = [
    { key: 'env:OPENAI_API_KEY', rpm: 5, tpm: 1000, weight: 2, region: 'eu' },
    { key: 'env:OPENAI_API_KEY' },
  ]
  const result = read({ ...minimal, providers: { openai: { ...openai, accounts } } })
  if (!result.ok) throw new Error(result.message)
  expect(result.gateway.providers[0]?.accounts).toMatchObject([
    { rpm: 5, tpm: 1000, weight: 2, region: 'eu' },
    { rpm: undefined, tpm: undefined, weight: 1, region: undefined },
  ])
})

test('what does nothing yet is accepted and named', () => {
  const { store } = example
  const keys = [{ digest, name: 'old', expires: '2020-01-01T00:00:00Z' }]
  const far = {
    dialect: 'bedrock',
    baseUrl: 'http://models.example/v1',
    accounts: [{ key: 'env:OPENAI_API_KEY' }],
  }
  const result = read({
    policy: 'x',
    keys,
    listen: '0.0.0.0:1',
    store,
    providers: { openai, far },
  })
  if (!result.ok) throw new Error(result.message)
  for (const word of ['plain HTTP', 'expired', 'dialect `bedrock`', 'unencrypted to models.example'])
    expect(result.gateway.warnings.join('\n')).toContain(word)
  expect(result.gateway.warnings).toHaveLength(4)
})

describe('admin', () => {
  const around = { ...env, SHORT: 'canary', SPACED: 'a canary that sings all day' }
  const readAdmin = (admin: object, more: object = {}): GatewayResult =>
    gatewayOf(
      { ...minimal, admin, ...more },
      { file: join(folder, 'gateway.json'), shown: 'gateway.json', env: around, readFile: String },
    )

  test('of its key only the digest is kept', () => {
    const result = readAdmin({ listen: '127.0.0.1:8788', key: 'env:GWC_ADMIN_KEY' })
    if (!result.ok) throw new Error(result.message)
    expect(result.gateway.admin).toMatchObject({
      listen: { host: '127.0.0.1', port: 8788 },
      keyDigest: hash('sha256', env.GWC_ADMIN_KEY, 'buffer'),
    })
    expect(`${JSON.stringify(result.gateway)}${inspect(result.gateway, { depth: 9 })}`).not.toContain(
      'canary',
    )
  })

  test('beyond loopback it warns of plain HTTP', () => {
    const result = readAdmin({ listen: '0.0.0.0:8788', key: 'env:GWC_ADMIN_KEY' })
    expect(result.ok && result.gateway.warnings.join()).toContain('admin.listen: 0.0.0.0:8788 is reachable')
  })

  test.each([
    ['a key that can be guessed', 'env:SHORT', {}, 'admin.key', 'shorter than 16'],
    ['a key that no header carries', 'env:SPACED', {}, 'admin.key', 'holds a space'],
    ['a variable that is not set', 'env:ABSENT', {}, 'admin.key', 'is not set'],
    [
      'a key of a client',
      'env:GWC_ADMIN_KEY',
      { keys: [{ digest: `sha256:${hash('sha256', env.GWC_ADMIN_KEY)}` }] },
      'admin.key',
      'one of the client keys',
    ],
    [
      'the address of the data listener',
      'env:GWC_ADMIN_KEY',
      { listen: '127.0.0.1:8788' },
      'admin.listen',
      'the same address',
    ],
  ])('refuses %s', (_, key, more, path, message) => {
    const result = readAdmin({ listen: '127.0.0.1:8788', key }, more)
    if (result.ok) throw new Error('it was accepted')
    expect(result.problems).toMatchObject([{ path, message: expect.stringContaining(message) as string }])
    expect(result.message).not.toContain('canary')
  })
})

describe('the file', () => {
  test.each([
    ['absent', undefined, 'there is no such file'],
    ['not JSON', '{ "policy": "x",\n  "keys": sk-canary }', 'it is not JSON'],
    ['cut', '{ "policy": ', 'it is not JSON'],
    ['too deep', '['.repeat(100_000), 'nests deeper'],
    ['too large', ' '.repeat(1024 * 1024 + 1), 'the limit is'],
  ])('%s', (name, text, message) => {
    const file = join(folder, `${name}.json`)
    if (text !== undefined) writeFileSync(file, text)
    const result = loadGateway(file, env)
    expect(result).toMatchObject({ ok: false, message: expect.stringContaining(message) as string })
    expect(result.ok || result.message).not.toContain('canary')
  })

  test('is read, and paths are relative to it', () => {
    const file = join(folder, 'good.json')
    writeFileSync(file, JSON.stringify(minimal))
    expect(loadGateway(file, env)).toMatchObject({
      ok: true,
      gateway: { policyPath: join(folder, 'main.route'), stateFolder: join(folder, '.gwc') },
    })
  })
})

test('suggestions know every key of the schema', () => {
  const schema = JSON.parse(
    readFileSync(new URL('../../schemas/gateway.schema.json', import.meta.url), 'utf8'),
  ) as {
    properties: Record<string, { properties?: object }>
    definitions: Record<string, { properties?: object }>
  }
  expect(knownKeys('')).toEqual(Object.keys(schema.properties))
  const places = {
    '/keys/0': 'StaticKey',
    '/providers/x': 'Provider',
    '/providers/x/accounts/0': 'Account',
    '/providers/x/models/y': 'GatewayModel',
  }
  for (const [place, name] of Object.entries(places))
    expect(knownKeys(place)).toEqual(Object.keys(schema.definitions[name]?.properties ?? {}))
  for (const name of ['limits', 'admin', 'alerts', 'drain', 'log'])
    expect(knownKeys(`/${name}`)).toEqual(Object.keys(schema.properties[name]?.properties ?? {}))
})
