import { expect } from 'vitest'
import { startFakeProvider } from './fake-provider.ts'
import type { FakeProvider } from './fake-provider.ts'
import { capable, clientKey, routeAll, stage, startFixture } from './gateway-fixture.ts'
import type { Fixture, FixtureOptions } from './gateway-fixture.ts'
import { say } from './provider/say.ts'
import { chatRequest, parseAnswer, rawExchange, rawSocket } from './raw-socket.ts'
import { routes } from './routes.ts'
import type { TableSpec } from './table-builder.ts'

/** A gateway between hostile clients and a provider that answers every API. */
export interface HostileWorld extends AsyncDisposable {
  readonly provider: FakeProvider
  readonly fixture: Fixture
  readonly port: number
  /** Status of the answer to raw bytes, 0 where the socket was closed without one. Nothing may have gone to the provider. */
  readonly refusal: (bytes: string | Buffer) => Promise<number>
  /** The same, also of bytes that leave the gateway waiting for more. */
  readonly refusalUnlessOpen: (bytes: string | Buffer, patienceMs?: number) => Promise<number>
  /** Status of the answer to raw bytes. */
  readonly status: (bytes: string | Buffer) => Promise<number>
  /** The gateway serves on, has met no bug of its own, and nobody's prototype has grown. */
  readonly stillServes: () => Promise<void>
}

/** Starts one whose policy sends all requests to one model, unless a table says otherwise. */
export async function hostileWorld({
  table = routeAll([stage('acme/large')]),
  accounts,
  ...more
}: Partial<FixtureOptions> & {
  readonly table?: TableSpec
  readonly accounts?: readonly string[]
} = {}): Promise<HostileWorld> {
  const provider = await startFakeProvider(say())
  const fixture = await startFixture(table, {
    providers: { acme: { baseUrl: provider.baseUrl, ...(accounts && { accounts }) } },
    models: [capable('acme/large'), capable('acme/vectors', { kind: 'embedding' })],
    ...more,
  })
  const { port } = fixture.gateway
  const prototype = prototypeNow()
  const status = async (bytes: string | Buffer): Promise<number> => statusOf(await rawExchange(port, bytes))
  const unsent = async (answer: Promise<number>): Promise<number> => {
    const before = provider.requests.length
    const seen = await answer
    expect(provider.requests.length).toBe(before)
    return seen
  }
  return {
    provider,
    fixture,
    port,
    status,
    refusal: (bytes) => unsent(status(bytes)),
    refusalUnlessOpen: (bytes, patienceMs = 400) =>
      unsent(exchangeUnlessOpen(port, bytes, patienceMs).then(statusOf)),
    stillServes: async () => {
      expect(fixture.bugs).toEqual([])
      expect(prototypeNow()).toEqual(prototype)
      expect(await status(chatRequest(clientKey, routes[0]!.text))).toBe(200)
    },
    [Symbol.asyncDispose]: async () => {
      await fixture.gateway.close()
      await provider.close()
    },
  }
}

const prototypeNow = (): readonly string[] => Reflect.ownKeys(Object.prototype).map(String)

const statusOf = (text: string): number => (text === '' ? 0 : parseAnswer(text).status)

/** All that comes back until the gateway closes, or until the client has waited long enough for it to say anything. */
export async function exchangeUnlessOpen(
  port: number,
  bytes: string | Buffer,
  patienceMs: number,
): Promise<string> {
  using raw = await rawSocket(port)
  raw.send(bytes)
  const patience = setTimeout(() => raw.socket.destroy(), patienceMs)
  const text = await raw.closed()
  clearTimeout(patience)
  return text
}

/** The head of a request, with its blank line. */
export function head(line: string, ...headers: readonly string[]): string {
  return `${[line, ...headers].join('\r\n')}\r\n\r\n`
}
