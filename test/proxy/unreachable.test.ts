import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import { afterEach, describe, expect, test } from 'vitest'
import type { FindAddresses } from '../../runtime/upstream/guarded-lookup.ts'
import { makeCertificate } from '../support/certificate.ts'
import type { Certificate } from '../support/certificate.ts'
import { startChaosProxy } from '../support/chaos-proxy.ts'
import { startFakeProvider } from '../support/fake-provider.ts'
import { noteFigure } from '../support/figures.ts'
import { defaultOn, routeAll, stage, startFixture } from '../support/gateway-fixture.ts'
import { say } from '../support/provider/say.ts'
import { askIn, tongues } from '../support/tongues.ts'

const CONNECT_MS = 500

const open: (() => unknown)[] = []

afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close()
})

/** A provider that cannot be reached, and what of the gateway's configuration it takes to fail in that way alone. */
interface Unreachable {
  readonly baseUrl: string
  readonly ca?: string
}

/** `nowhere.test` is no name; every other one is this machine. */
const find: FindAddresses = (hostname, _, done) => {
  const unknown = Object.assign(new Error(`getaddrinfo ENOTFOUND ${hostname}`), { code: 'ENOTFOUND' })
  if (hostname === 'nowhere.test') process.nextTick(done, unknown, [])
  else process.nextTick(done, null, [{ address: '127.0.0.1', family: 4 }])
}

async function closedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** Takes a handshake and answers nothing; whatever is said on it has been said to a stranger. */
async function tlsServer({ cert, key }: Certificate, heard: Buffer[]): Promise<number> {
  const server = createTlsServer({ cert, key }, (socket) => {
    socket.on('data', (piece) => void heard.push(piece))
    socket.on('error', () => socket.destroy())
  })
  server.on('tlsClientError', () => undefined)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  open.push(() => server.close())
  return (server.address() as AddressInfo).port
}

/** Lets whoever connects wait for ever. */
async function blackhole(): Promise<number> {
  const proxy = await startChaosProxy(await closedPort(), { blackhole: true })
  open.push(proxy.close)
  return proxy.port
}

const forms: Readonly<Record<string, (heard: Buffer[]) => Promise<Unreachable>>> = {
  'a name that is none': async () => ({ baseUrl: 'http://nowhere.test/v1' }),
  'a port that nobody listens at': async () => ({ baseUrl: `http://127.0.0.1:${await closedPort()}/v1` }),
  'a handshake that nobody answers': async () => ({ baseUrl: `https://127.0.0.1:${await blackhole()}/v1` }),
  'a certificate that nobody known has signed': async (heard) => ({
    baseUrl: `https://127.0.0.1:${await tlsServer(makeCertificate(), heard)}/v1`,
  }),
  'a certificate for another name': async (heard) => {
    const certificate = makeCertificate()
    const port = await tlsServer(certificate, heard)
    return { baseUrl: `https://elsewhere.test:${port}/v1`, ca: certificate.cert }
  },
}

describe('U01 a provider that cannot be reached: nothing was sent, so the next stage answers', () => {
  test.each(Object.entries(forms))('%s', async (what, make) => {
    const heard: Buffer[] = []
    const { baseUrl, ca } = await make(heard)
    const spare = await startFakeProvider(say({ text: 'From the spare.' }))
    open.push(spare.close)
    // Nobody may ask twice where it is in doubt whether the first asking arrived.
    const attempt = { connectMs: CONNECT_MS, ambiguous: 'never' as const }
    await using fixture = await startFixture(
      routeAll([stage('first/large'), stage('spare/large', defaultOn)], attempt),
      {
        providers: { first: { baseUrl, allowPrivate: true }, spare: { baseUrl: spare.baseUrl } },
        find,
        ...(ca && { config: { egress: { proxy: undefined, ca: [ca] } } }),
      },
    )
    for (const stream of [false, true]) {
      const told = await askIn(fixture, tongues[0]!, stream)
      expect(told).toMatchObject({ status: 200, text: expect.stringContaining('spare.') })
    }
    await expect.poll(() => fixture.traces.length).toBe(2)
    const [first] = fixture.traces
    expect(first!.attempts.map(({ provider }) => provider)).toEqual(['first', 'spare'])
    expect(spare.requests).toHaveLength(2)
    expect(heard).toEqual([])
    expect(fixture.bugs).toEqual([])
    noteFigure(
      `U01 ${what}`,
      `given up after ${Math.round(first!.attempts[0]!.ms ?? 0)} ms (connect ${CONNECT_MS} ms), 0 bytes of the request sent`,
    )
  })
})
