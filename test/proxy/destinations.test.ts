import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo, Server } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { LookupAddress } from 'node:dns'
import { gatewayOf } from '../../runtime/config/load-gateway.ts'
import type { ProviderConfig } from '../../runtime/config/gateway.ts'
import { guardedLookup } from '../../runtime/upstream/guarded-lookup.ts'
import type { FindAddresses } from '../../runtime/upstream/guarded-lookup.ts'
import { addressForms } from '../support/address-forms.ts'
import { converse, whole } from '../support/chat-scripts.ts'
import { startFakeProvider } from '../support/fake-provider.ts'
import type { FakeProvider } from '../support/fake-provider.ts'
import { clientKey, routeAll, stage, startFixture } from '../support/gateway-fixture.ts'
import type { Fixture, FixtureProvider } from '../support/gateway-fixture.ts'
import { chatRequest, parseAnswer, rawExchange } from '../support/raw-socket.ts'

/** Answers nobody, on every address of this machine; whoever connects has been led astray. */
const trapped: string[] = []
let trap: Server
let port: number
let provider: FakeProvider

beforeAll(async () => {
  trap = createServer((socket) => {
    trapped.push(`${socket.localAddress}`)
    socket.destroy()
  })
  trap.listen(0, '0.0.0.0')
  await once(trap, 'listening')
  ;({ port } = trap.address() as AddressInfo)
  provider = await startFakeProvider(converse())
})

beforeEach(() => void (trapped.length = 0))

afterAll(async () => {
  trap.close()
  await provider.close()
})

const good = JSON.stringify({ model: 'auto', messages: [{ role: 'user', content: 'Hi.' }] })

function gateway(acme: FixtureProvider, find?: FindAddresses): Promise<Fixture> {
  return startFixture(routeAll([stage('acme/large')]), { providers: { acme }, ...(find && { find }) })
}

async function ask(fixture: Fixture): Promise<number> {
  return parseAnswer(await rawExchange(fixture.gateway.port, chatRequest(clientKey, good))).status
}

/** A resolver that gives one answer after the other, the last one for ever, and keeps the names it was asked for. */
function resolver(...answers: readonly (readonly string[])[]): FindAddresses & { readonly asked: string[] } {
  const asked: string[] = []
  const find: FindAddresses = (hostname, _, done) => {
    const answer = answers[Math.min(asked.push(hostname) - 1, answers.length - 1)]!
    process.nextTick(done, null, answer.map(entry))
  }
  return Object.assign(find, { asked })
}

const entry = (address: string): LookupAddress => ({ address, family: address.includes(':') ? 6 : 4 })

/** The provider that a base URL in gateway.json makes, or why there is none. */
function configured(baseUrl: string, more: object = {}): ProviderConfig | string {
  const document = {
    policy: 'main.route',
    keys: 'open',
    providers: { acme: { dialect: 'openai', baseUrl, ...more } },
  }
  const place = { file: '/gateway.json', shown: 'gateway.json', env: {}, readFile: () => '' }
  const result = gatewayOf(document, place)
  return result.ok ? result.gateway.providers[0]! : result.message
}

describe('S10 a base URL of gateway.json', () => {
  test('leads where a reader of the file sees that it leads, and nowhere else: 300 forms', async () => {
    const forms = addressForms(port)
    expect(forms).toHaveLength(300)
    const read = forms.map((form) => ({ form, config: configured(form) }))
    const taken = read.flatMap(({ form, config }) => (typeof config === 'string' ? [] : [{ form, config }]))
    const plain = new Set(taken.filter(({ config }) => config.allowPrivate).map(({ form }) => hostOf(form)))
    expect(plain).toEqual(literallyPrivate)
    for (const { config } of taken.filter(({ config: { allowPrivate } }) => !allowPrivate)) {
      await using fixture = await gateway({ baseUrl: config.baseUrl }, resolver(['127.0.0.1']))
      expect(await ask(fixture), config.baseUrl).toBe(502)
      expect(fixture.warnings).toHaveLength(1)
    }
    expect(trapped).toEqual([])
  })

  const hostOf = (form: string): string => /^https?:\/\/(.*):\d+\/v1$/.exec(form)![1]!

  const literallyPrivate = new Set([
    '127.0.0.1',
    '127.0.0.2',
    '127.255.255.254',
    '[::1]',
    '[::ffff:7f00:1]',
    '10.0.0.1',
    '172.16.0.1',
    '192.168.0.1',
    '100.64.0.1',
    '[fec0::1]',
    '[64:ff9b::7f00:1]',
    '[2002:7f00:1::]',
    '[2001:0:7f00:1::]',
    'localhost',
    'LOCALHOST',
    'localhost.',
    'models.localhost',
    'metadata.google.internal',
  ])

  test.each([
    ['http://169.254.169.254/v1', 'where a cloud keeps its metadata'],
    ['http://[fd00:ec2::254]/v1', 'where a cloud keeps its metadata'],
    ['http://0.0.0.0:8000/v1', 'unspecified'],
    ['http://0x7f.1/v1', 'write http://127.0.0.1'],
    ['http://127。0。0。1/v1', 'write http://127.0.0.1'],
    ['http://@127.0.0.1/v1', 'written in another way'],
  ])('%s is refused, whatever `allowPrivate` says', (baseUrl, message) => {
    expect(configured(baseUrl, { allowPrivate: true })).toContain(message)
  })
})

describe('S10 a redirect', () => {
  test('is not followed: 300 places', async () => {
    const before = provider.requests.length
    for (const [index, form] of addressForms(port).entries()) {
      // One of its own: an account that has failed rests.
      await using fixture = await gateway({ baseUrl: provider.baseUrl })
      const status = [301, 302, 303, 307, 308][index % 5]!
      const location = Buffer.from(form).toString('latin1')
      provider.script((exchange) => exchange.write(Buffer.from(whole(status, '{}', { location }), 'latin1')))
      expect(await ask(fixture), form).toBe(502)
    }
    provider.script(converse())
    expect(provider.requests.length - before).toBe(300)
    expect(trapped).toEqual([])
  })
})

describe('S11 the name of a provider', () => {
  test.each([
    ['loopback', ['127.0.0.1']],
    ['loopback over IPv6', ['::1']],
    ['a private network', ['10.1.2.3']],
    ['carrier-grade NAT', ['100.64.0.1']],
    ['link-local', ['fe80::1%eth0']],
    ['metadata through NAT64', ['64:ff9b::a9fe:a9fe']],
    ['6to4', ['2002:7f00:1::']],
    ['nowhere', []],
  ])(
    'that is public and leads to %s is not connected to, and the operator is told once',
    async (_, answer) => {
      await using fixture = await gateway(
        { baseUrl: `http://models.example.com:${port}/v1` },
        resolver(answer),
      )
      expect([await ask(fixture), await ask(fixture)]).toEqual([502, 502])
      expect(fixture.warnings).toEqual([
        `providers.acme: models.example.com leads to ${answer.join(', ')} and is not connected to; if it is to be there, set providers.acme.allowPrivate to true`,
      ])
      expect(trapped).toEqual([])
    },
  )

  test('leads to a private address where gateway.json says so, to metadata never', async () => {
    const acme = { baseUrl: `http://models.example.com:${provider.port}/v1`, allowPrivate: true }
    await using inside = await gateway(acme, resolver(['169.254.169.254', '127.0.0.1']))
    expect(await ask(inside)).toBe(200)
    expect(provider.requests.at(-1)!.headers['host']).toBe(`models.example.com:${provider.port}`)
    await using metadata = await gateway(acme, resolver(['169.254.169.254']))
    expect(await ask(metadata)).toBe(502)
  })

  test('is asked for once a connection: the address that was checked is the one that is connected to', async () => {
    const find = resolver(['93.184.215.14', '127.0.0.1'], ['127.0.0.1'])
    const lookup = guardedLookup({ allowPrivate: false, find })
    const connect = (): Promise<unknown> =>
      new Promise((resolve) =>
        lookup('models.example.com', { all: true }, (error, addresses) => resolve(error?.code ?? addresses)),
      )
    expect(await connect()).toEqual([{ address: '93.184.215.14', family: 4 }])
    expect(find.asked).toHaveLength(1)
    expect(await connect()).toBe('ERR_ADDRESS_REFUSED')
  })

  test('stays the name that TLS is asked for', async () => {
    const names: string[] = []
    const server = createTlsServer({ SNICallback: (name) => void names.push(name) })
    server.on('tlsClientError', () => undefined)
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port: tlsPort } = server.address() as AddressInfo
    const acme = { baseUrl: `https://models.example.com:${tlsPort}/v1`, allowPrivate: true }
    const limits = { connectMs: 500 }
    await using fixture = await startFixture(routeAll([stage('acme/large')], limits), {
      providers: { acme },
      find: resolver(['127.0.0.1']),
    })
    expect(await ask(fixture)).toBe(502)
    expect(names).toEqual(['models.example.com'])
    server.close()
  })
})

describe('S12 a client', () => {
  const headers = [
    'x-base-url',
    'x-gwc-base-url',
    'x-openai-base-url',
    'x-portkey-custom-host',
    'helicone-target-url',
    'x-forwarded-host',
    'forwarded',
    'x-original-url',
    'x-rewrite-url',
    'referer',
    'openai-organization',
  ]
  const fields = ['base_url', 'baseUrl', 'api_base', 'endpoint', 'url', 'custom_host', 'api_key', 'provider']

  test('names no host, by no header and no field of the body: 300 places', async () => {
    await using fixture = await gateway({ baseUrl: provider.baseUrl })
    for (const form of addressForms(port)) {
      const body = JSON.stringify({
        ...Object.fromEntries(fields.map((field) => [field, form])),
        ...JSON.parse(good),
      })
      const written = headers.map((name) => `${name}: ${Buffer.from(form).toString('latin1')}`)
      const bytes = Buffer.from(
        chatRequest(clientKey, '', written)
          .toString('utf8')
          .replace('content-length: 0', `content-length: ${Buffer.byteLength(body)}`),
        'latin1',
      )
      const text = await rawExchange(fixture.gateway.port, Buffer.concat([bytes, Buffer.from(body)]))
      expect(parseAnswer(text).status, form).toBe(200)
      expect(provider.requests.at(-1)!.rawHead).not.toContain(String(port))
    }
    expect(trapped).toEqual([])
  })

  test.each([
    ['x-openai-api-key: sk-theirs'],
    ['x-portkey-api-key: sk-theirs'],
    ['openai-api-key: sk-theirs'],
    ['api-key: sk-theirs'],
    ['x-provider-authorization: Bearer sk-theirs'],
    ['proxy-authorization: Bearer sk-theirs'],
    ['x-stainless-authorization: Bearer sk-theirs'],
  ])('brings no key of a provider: %s', async (header) => {
    await using fixture = await gateway({ baseUrl: provider.baseUrl })
    const text = await rawExchange(fixture.gateway.port, chatRequest(clientKey, good, [header]))
    expect(parseAnswer(text).status).toBe(200)
    const { headers: sent } = provider.requests.at(-1)!
    expect(sent['authorization']).toBe('Bearer upstream-secret')
    if (!header.startsWith('x-stainless-')) expect(JSON.stringify(sent)).not.toContain('sk-theirs')
  })
})
