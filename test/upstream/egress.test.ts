import { once } from 'node:events'
import { connect } from 'node:net'
import type { AddressInfo } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import { afterEach, describe, expect, test } from 'vitest'
import type { Egress } from '../../runtime/config/gateway.ts'
import { Secret } from '../../runtime/config/secret.ts'
import { makeCertificate } from '../support/certificate.ts'
import { converse } from '../support/chat-scripts.ts'
import { startConnectProxy } from '../support/connect-proxy.ts'
import type { ConnectProxyOptions } from '../support/connect-proxy.ts'
import { startFakeProvider } from '../support/fake-provider.ts'
import { clientKey, routeAll, stage, startFixture } from '../support/gateway-fixture.ts'
import type { Fixture } from '../support/gateway-fixture.ts'
import { chatRequest, parseAnswer, rawExchange } from '../support/raw-socket.ts'
import type { RawAnswer } from '../support/raw-socket.ts'

const certificate = makeCertificate()
const open: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close()
})

/** A fake provider, and the port where it also speaks TLS. */
async function startProviders(): Promise<{
  readonly plain: Awaited<ReturnType<typeof startFakeProvider>>
  readonly securePort: number
}> {
  const plain = await startFakeProvider(converse())
  const secure = createTlsServer(certificate, (socket) => {
    const inner = connect(plain.port, '127.0.0.1')
    socket.pipe(inner).pipe(socket)
    socket.on('error', () => inner.destroy())
    inner.on('error', () => socket.destroy())
  })
  secure.listen(0, '127.0.0.1')
  await once(secure, 'listening')
  open.push(async () => void secure.close(), plain.close)
  return { plain, securePort: (secure.address() as AddressInfo).port }
}

async function gatewayTo(baseUrl: string, egress: Egress, allowPrivate = false): Promise<Fixture> {
  const fixture = await startFixture(routeAll([stage('acme/large')], { connectMs: 2_000 }), {
    providers: { acme: { baseUrl, allowPrivate } },
    config: { egress },
  })
  open.push(fixture.gateway.close)
  return fixture
}

async function startProxy(
  options: ConnectProxyOptions = {},
): Promise<Awaited<ReturnType<typeof startConnectProxy>>> {
  const proxy = await startConnectProxy(options)
  open.push(proxy.close)
  return proxy
}

const through = (url: string, login?: string): Egress => ({
  proxy: {
    url,
    authorization:
      login === undefined ? undefined : new Secret(`Basic ${Buffer.from(login).toString('base64')}`),
  },
  ca: [certificate.cert],
})

const body = JSON.stringify({ model: 'auto', messages: [{ role: 'user', content: 'a private word' }] })
const ask = async ({ gateway }: Fixture): Promise<RawAnswer> =>
  parseAnswer(await rawExchange(gateway.port, chatRequest(clientKey, body)))

describe('an egress proxy', () => {
  test.each<[string, ConnectProxyOptions]>([
    ['plain', {}],
    ['over TLS', { tls: certificate }],
  ])('%s: providers are reached through it by name, and it reads no word of https', async (_, options) => {
    const proxy = await startProxy(options)
    const { plain, securePort } = await startProviders()
    const fixture = await gatewayTo(`https://localhost.:${securePort}/v1`, through(proxy.url))
    expect(await ask(fixture)).toMatchObject({
      status: 200,
      body: expect.stringContaining('Hello') as string,
    })
    expect(proxy.targets).toEqual([`localhost.:${securePort}`])
    expect(plain.requests).toHaveLength(1)
    expect(proxy.passed()).not.toContain('private word')
  })

  test('carries plain http too, and its tunnel is used again', async () => {
    const proxy = await startProxy()
    const { plain } = await startProviders()
    const fixture = await gatewayTo(`http://models.test:${plain.port}/v1`, through(proxy.url))
    expect((await ask(fixture)).status).toBe(200)
    expect((await ask(fixture)).status).toBe(200)
    expect(proxy.targets).toEqual([`models.test:${plain.port}`])
    expect(plain.requests.map(({ headers }) => headers['host'])).toEqual([
      `models.test:${plain.port}`,
      `models.test:${plain.port}`,
    ])
  })

  test('is told its password, and nobody else is', async () => {
    const proxy = await startProxy({ login: 'gwc:canary-word' })
    const { plain } = await startProviders()
    const fixture = await gatewayTo(
      `http://models.test:${plain.port}/v1`,
      through(proxy.url, 'gwc:canary-word'),
    )
    expect((await ask(fixture)).status).toBe(200)
    expect(JSON.stringify(plain.requests)).not.toMatch(/canary|proxy-auth/i)
  })

  test.each<[string, ConnectProxyOptions, string]>([
    ['that refuses the password', { login: 'gwc:other' }, 'PROXY_407'],
    ['that refuses the host', { status: 403 }, 'PROXY_403'],
  ])(
    '%s is a provider that cannot be reached: nothing was sent, and the answer tells the code',
    async (_, options, code) => {
      const proxy = await startProxy(options)
      const { plain } = await startProviders()
      const fixture = await gatewayTo(`http://models.test:${plain.port}/v1`, through(proxy.url, 'gwc:canary'))
      const answer = await ask(fixture)
      expect(answer.status).toBe(502)
      expect(answer.body).toContain(code)
      expect(answer.body).not.toMatch(/canary|127\.0\.0\.1|localhost/)
      expect(fixture.traces[0]?.attempts[0]?.outcome).toBe('unavailable')
      expect(plain.requests).toEqual([])
    },
  )

  test('that says nothing costs no more than the deadline of connecting', async () => {
    const proxy = await startProxy({ status: 0 })
    const { plain } = await startProviders()
    const fixture = await startFixture(routeAll([stage('acme/large')], { connectMs: 200 }), {
      providers: { acme: { baseUrl: `http://models.test:${plain.port}/v1` } },
      config: { egress: through(proxy.url) },
    })
    open.push(fixture.gateway.close)
    expect(await ask(fixture)).toMatchObject({
      status: 502,
      body: expect.stringContaining('no connection within 200 ms') as string,
    })
  })

  test('that is not there is a provider that cannot be reached', async () => {
    const fixture = await gatewayTo('http://models.test:1/v1', through('http://127.0.0.1:9'))
    expect(await ask(fixture)).toMatchObject({
      status: 502,
      body: expect.stringContaining('ECONNREFUSED') as string,
    })
  })

  test('is passed over for a provider in this machine or its network', async () => {
    const proxy = await startProxy()
    const { plain } = await startProviders()
    const fixture = await gatewayTo(plain.baseUrl, through(proxy.url), true)
    expect((await ask(fixture)).status).toBe(200)
    expect(proxy.targets).toEqual([])
  })
})

describe('a certificate authority of the operator', () => {
  test('is believed beside the well-known ones, which are not forgotten', async () => {
    const { securePort } = await startProviders()
    const own = { proxy: undefined, ca: [certificate.cert] }
    expect(await ask(await gatewayTo(`https://localhost:${securePort}/v1`, own, true))).toMatchObject({
      status: 200,
    })
  })

  test('without it, a provider that it signed is not believed', async () => {
    const { plain, securePort } = await startProviders()
    const fixture = await gatewayTo(`https://localhost:${securePort}/v1`, { proxy: undefined, ca: [] }, true)
    expect(await ask(fixture)).toMatchObject({
      status: 502,
      body: expect.stringContaining('DEPTH_ZERO_SELF_SIGNED_CERT') as string,
    })
    expect(plain.requests).toEqual([])
  })
})
