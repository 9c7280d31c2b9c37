import { afterEach, describe, expect, test } from 'vitest'
import { Shadowing } from '../../runtime/shadow-policy/shadowing.ts'
import type { ShadowReport } from '../../runtime/shadow-policy/shadow.ts'
import { Differences } from '../../runtime/shadow-policy/differences.ts'
import { flagAxis } from '../support/axes.ts'
import { converse } from '../support/chat-scripts.ts'
import { startFakeProvider } from '../support/fake-provider.ts'
import type { FakeProvider } from '../support/fake-provider.ts'
import { clientKey, routeAll, stage, startFixture } from '../support/gateway-fixture.ts'
import type { Fixture } from '../support/gateway-fixture.ts'
import { chatRequest, parseAnswer, rawExchange } from '../support/raw-socket.ts'
import type { RawAnswer } from '../support/raw-socket.ts'
import { startWatched } from '../support/watched-gateway.ts'
import type { WatchedGateway } from '../support/watched-gateway.ts'
import { buildTable, bytesOf, use } from '../support/table-builder.ts'
import type { TableSpec } from '../support/table-builder.ts'

const open: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close()
})

const current = routeAll([stage('acme/large')])
const tableOf = (spec: TableSpec): Buffer => bytesOf(buildTable(spec))

/** The same but for streams, which go elsewhere. */
const otherForStreams: TableSpec = {
  ...routeAll([stage(['acme/large', 'acme/small'])]),
  axes: [flagAxis('stream')],
  route: [
    { allow: { stream: [1] }, action: use('acme/small'), rule: 'streams' },
    { allow: {}, action: use('acme/large'), rule: 'everything' },
  ],
}

const shadowSeries = async (scrape: WatchedGateway['scrape']): Promise<object> =>
  Object.fromEntries([...(await scrape())].filter(([name]) => name.startsWith('gwc_shadow_policy_')))

async function world(): Promise<{
  readonly provider: FakeProvider
  readonly fixture: Fixture
  readonly shadowing: Shadowing
}> {
  const shadowing = new Shadowing()
  const provider = await startFakeProvider(converse())
  const fixture = await startFixture(current, {
    providers: { acme: { baseUrl: provider.baseUrl } },
    shadowing,
  })
  open.push(provider.close, fixture.gateway.close)
  return { provider, fixture, shadowing }
}

const body = (stream: boolean): string =>
  JSON.stringify({ model: 'auto', stream, messages: [{ role: 'user', content: 'Hi.' }] })
const ask = async ({ gateway }: Fixture, stream: boolean): Promise<RawAnswer> =>
  parseAnswer(await rawExchange(gateway.port, chatRequest(clientKey, body(stream))))

describe('a shadow policy', () => {
  test('is counted in the metrics, and has no series once it has stopped', async () => {
    const shadowing = new Shadowing()
    const provider = await startFakeProvider(converse())
    const providers = { acme: { baseUrl: provider.baseUrl } }
    const watched = await startWatched(current, { providers, shadowing })
    open.push(provider.close, async () => watched[Symbol.asyncDispose]())
    expect(await shadowSeries(watched.scrape)).toEqual({})
    shadowing.start(tableOf(otherForStreams), watched.fixture.cell.current.gateway)
    for (const stream of [true, false, false]) await ask(watched.fixture, stream)
    await expect
      .poll(() => shadowSeries(watched.scrape))
      .toEqual({
        'gwc_shadow_policy_requests_total{result="same"}': 2,
        'gwc_shadow_policy_requests_total{result="different"}': 1,
        'gwc_shadow_policy_requests_total{result="skipped"}': 0,
        'gwc_shadow_policy_requests_total{result="failed"}': 0,
        'gwc_shadow_policy_differences_total{kind="models"}': 1,
      })
    shadowing.stop()
    expect(await shadowSeries(watched.scrape)).toEqual({})
  })

  test('L08 has no effect: the current policy serves, what differs is counted by the two rules', async () => {
    const { provider, fixture, shadowing } = await world()
    const { gateway } = fixture.cell.current
    expect(shadowing.start(tableOf(otherForStreams), gateway)).toMatchObject({ ok: true })
    const ids: string[] = []
    for (let i = 0; i < 40; i++) {
      const { status, headers } = await ask(fixture, i % 4 === 0)
      expect([status, headers['x-gwc-model'], headers['x-gwc-policy']]).toEqual([
        200,
        'acme/large',
        fixture.cell.current.version,
      ])
      if (i % 4 === 0) ids.push(headers['x-gwc-request-id']!)
    }
    await expect.poll(() => (shadowing.report?.same ?? 0) + (shadowing.report?.different ?? 0)).toBe(40)
    expect(shadowing.report).toMatchObject({
      against: fixture.cell.current.version,
      same: 30,
      different: 10,
      kinds: { models: 10 },
      skipped: 0,
      failed: 0,
      others: 0,
      pairs: [
        {
          current: 'main.route#everything',
          candidate: 'main.route#streams',
          kinds: ['models'],
          count: 10,
          examples: ids.slice(0, 5),
        },
      ],
    } satisfies Partial<ShadowReport>)
    expect(provider.requests).toHaveLength(40)
    expect(fixture.bugs).toEqual([])
  })

  test('counts anew when the policy it is held against is replaced', async () => {
    const { fixture, shadowing } = await world()
    shadowing.start(tableOf(otherForStreams), fixture.cell.current.gateway)
    await ask(fixture, true)
    await expect.poll(() => shadowing.report?.different).toBe(1)
    const version = fixture.publish(otherForStreams)
    await ask(fixture, true)
    await expect.poll(() => shadowing.report?.against).toBe(version)
    expect(shadowing.report).toMatchObject({ same: 1, different: 0 })
  })

  test('is refused as a reload would be, and the one before goes on', async () => {
    const { fixture, shadowing } = await world()
    const { gateway } = fixture.cell.current
    shadowing.start(tableOf(otherForStreams), gateway)
    const { candidate } = shadowing.report!
    expect(shadowing.start(tableOf(current).subarray(0, 99), gateway)).toMatchObject({ ok: false })
    const elsewhere = shadowing.start(tableOf(routeAll([stage('nobody/x')])), gateway)
    expect(elsewhere).toMatchObject({ ok: false, message: expect.stringContaining('no provider') as string })
    expect(shadowing.report?.candidate).toBe(candidate)
  })

  test('is promoted by its very bytes, and gone when it is stopped', async () => {
    const { fixture, shadowing } = await world()
    const candidate = tableOf(otherForStreams)
    shadowing.start(candidate, fixture.cell.current.gateway)
    let put: Buffer | undefined
    const result = await shadowing.promote(async (bytes) => {
      put = bytes
      return { kind: 'published', version: 'x' }
    })
    expect(result).toMatchObject({ kind: 'published' })
    expect([put, shadowing.report]).toEqual([candidate, undefined])
    expect(await shadowing.promote(async () => Promise.reject(new Error('nothing to put')))).toBeUndefined()
  })
})

test('differences are told apart for 200 pairs of rules, five examples each; all are counted', () => {
  const differences = new Differences()
  for (let i = 0; i < 3_000; i++) differences.add(`r${i}`, `a#${i % 300}`, 'b#x', ['models'])
  const { different, pairs, others, kinds } = differences.counts
  expect([different, pairs.length, others, kinds.models]).toEqual([3_000, 200, 1_000, 3_000])
  expect(pairs.every(({ count, examples }) => count === 10 && examples.length === 5)).toBe(true)
})
