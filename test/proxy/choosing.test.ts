import OpenAI, { APIError } from 'openai'
import { afterEach, describe, expect, test } from 'vitest'
import type { Stage } from '../../schemas/generated/decision-table.ts'
import { flagAxis, valuesAxis } from '../support/axes.ts'
import {
  chunk,
  completion,
  converse,
  error,
  event,
  httpChunk,
  streamHead,
  whole,
} from '../support/chat-scripts.ts'
import { startFakeProvider } from '../support/fake-provider.ts'
import type { FakeProvider, Script } from '../support/fake-provider.ts'
import { noteFigure, rounds } from '../support/figures.ts'
import { capable, clientKey, defaultOn, routeAll, stage, startFixture } from '../support/gateway-fixture.ts'
import type { Fixture, FixtureOptions } from '../support/gateway-fixture.ts'
import { attemptOnce, use } from '../support/table-builder.ts'
import type { TableSpec } from '../support/table-builder.ts'

const open: AsyncDisposable[] = []

afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each[Symbol.asyncDispose]()
})

interface World {
  readonly first: FakeProvider
  readonly second: FakeProvider
  readonly fixture: Fixture
  readonly ask: (said?: Said) => Promise<string>
}

interface Said {
  readonly session?: string
  readonly messages?: OpenAI.ChatCompletionMessageParam[]
  readonly project?: string
}

/** Two providers, each of which says its own name. */
async function world(
  spec: TableSpec,
  scripts: { readonly first?: Script | readonly Script[]; readonly second?: Script | readonly Script[] } = {},
  options: Partial<FixtureOptions> = {},
): Promise<World> {
  const first = await startFakeProvider(scripts.first ?? converse('first'))
  const second = await startFakeProvider(scripts.second ?? converse('second'))
  const fixture = await startFixture(spec, {
    providers: { first: { baseUrl: first.baseUrl }, second: { baseUrl: second.baseUrl } },
    ...options,
  })
  open.push({ [Symbol.asyncDispose]: first.close }, { [Symbol.asyncDispose]: second.close }, fixture)
  const ask = async ({ session, project, messages = hi }: Said = {}): Promise<string> => {
    const baseURL =
      project === undefined ? fixture.baseUrl : fixture.baseUrl.replace('/v1', `/p/${project}/v1`)
    const client = new OpenAI({ apiKey: clientKey, baseURL, maxRetries: 0 })
    const headers = session === undefined ? {} : { 'x-session-id': session }
    const got = await client.chat.completions.create({ model: 'auto', messages }, { headers })
    return got.choices[0]?.message.content ?? ''
  }
  return { first, second, fixture, ask }
}

const user = (content: string): OpenAI.ChatCompletionMessageParam => ({ role: 'user', content })
const hi = [user('Hi.')]
const models = ['first/large', 'second/large'] as const

function picking(pick: Stage['pick'], more: Partial<Stage> = {}): Stage {
  return { pick, models: [...models], on: [], shown: `${pick} of {…}`, ...more }
}

describe('fastest', () => {
  /** The first is a little faster by the catalogue; its first answer takes twice as long as that promises. */
  const speeds = [capable(models[0], { speed: 51 }), capable(models[1], { speed: 50 })]
  const slowOnce: readonly Script[] = [
    async (exchange) => {
      await exchange.wait(1_600)
      await converse('first')(exchange)
    },
    converse('first'),
  ]

  test('is told by the catalogue first, and by what is measured from then on', async () => {
    const { ask } = await world(routeAll([picking('fastest')]), { first: slowOnce }, { models: speeds })
    expect([await ask(), await ask(), await ask()]).toEqual(['first', 'second', 'second'])
  })

  test('with `affinity session` the pick stays for the session, and for no other', async () => {
    const spec = { ...routeAll([picking('fastest')]), affinity: true }
    const { ask } = await world(spec, { first: slowOnce }, { models: speeds })
    expect(await ask({ session: 'a' })).toBe('first')
    expect(await ask({ session: 'b' })).toBe('second')
    expect(await ask({ session: 'a', messages: [...hi, user('And again.')] })).toBe('first')
  })

  test('it is taken again when little of the prompt is what it was', async () => {
    const spec = { ...routeAll([picking('fastest')]), affinity: true }
    const { ask } = await world(spec, { first: slowOnce }, { models: speeds })
    expect(await ask({ session: 'a' })).toBe('first')
    expect(await ask({ session: 'a', messages: [user('Something else. '.repeat(100))] })).toBe('second')
  })

  test('a conversation that nobody names is known by how it begins', async () => {
    const spec = { ...routeAll([picking('fastest')]), affinity: true }
    const { ask } = await world(spec, { first: slowOnce }, { models: speeds })
    const begun = [{ role: 'system' as const, content: 'You are kind.' }, user('Who are you?')]
    expect(await ask({ messages: begun })).toBe('first')
    const next = [...begun, { role: 'assistant' as const, content: 'first' }, user('I see.')]
    expect(await ask({ messages: next })).toBe('first')
    expect(await ask({ messages: [user('Another beginning.')] })).toBe('second')
  })
})

test('with `affinity session` a split takes the arm that the session has, whatever it is split by', async () => {
  const split: Stage['split'] = { axis: 0, salt: 'canary', shares: [5_000, 5_000] }
  const spec = {
    ...routeAll([picking('split', { split })]),
    axes: [valuesAxis('path_project', ['none'])],
    affinity: true,
  }
  const { ask } = await world(spec)
  const projects = Array.from({ length: 12 }, (_, index) => `project-${index}`)
  const arms = (session: (project: string) => string): Promise<readonly string[]> =>
    Promise.all(projects.map((project) => ask({ project, session: session(project) })))
  expect(new Set(await arms((project) => project)).size).toBe(2)
  const begun = await ask({ project: projects[0]!, session: 'one' })
  expect(new Set(await arms(() => 'one'))).toEqual(new Set([begun]))
})

describe('cheapest', () => {
  const rates = (
    input: number,
    cacheRead: number,
  ): { readonly prices: ReturnType<typeof capable>['prices'] } => ({
    prices: [{ rates: { input, cacheRead, output: 1_000_000_000 }, source: 'gwc', date: '2026-11-22' }],
  })
  const priced = [
    capable(models[0], rates(1_000_000_000, 100_000_000)),
    capable(models[1], rates(600_000_000, 600_000_000)),
  ]
  const long = [user('All that was said before. '.repeat(400))]

  test('counts what the session has in a cache: a dearer model that has read it all is cheaper', async () => {
    const { ask } = await world(
      routeAll([picking('cheapest')], { retries: 1 }),
      { second: [error(503), converse('second')] },
      { models: priced },
    )
    expect(await ask({ session: 'a', messages: long })).toBe('first')
    expect(await ask({ session: 'a', messages: [...long, user('Go on.')] })).toBe('first')
    expect(await ask({ session: 'b', messages: long })).toBe('second')
    expect(await ask({ messages: long })).toBe('second')
  })
})

describe('a shadow', () => {
  const shadowed = (share = 10_000): TableSpec => {
    const said = { ...stage(models[0]), shadow: { share, model: models[1] } }
    return { ...routeAll([said]), models: models.map((id) => capable(id) as never) }
  }

  test('gets a copy, whose answer nobody sees and whose cost is told apart', async () => {
    const { ask, second, fixture } = await world(shadowed())
    expect(await ask()).toBe('first')
    await expect.poll(() => fixture.traces.length).toBe(1)
    const { attempts, copies, cost, model } = fixture.traces[0]!
    expect([attempts.length, model]).toEqual([1, 'first/large'])
    expect(copies).toMatchObject([
      { kind: 'shadow', model: 'second/large', outcome: 'ok', cost, usage: { output: 5 } },
    ])
    expect(JSON.parse(second.requests[0]!.body.toString())).toMatchObject({ model: 'large', messages: hi })
  })

  test('gets its share of the traffic only', async () => {
    const { ask, second } = await world(shadowed(1))
    for (let i = 0; i < 20; i++) await ask()
    expect(second.requests.length).toBeLessThan(5)
  })

  test.each([
    ['refuses', error(500)],
    ['never answers', async ({ wait }) => wait(60_000)],
    ['breaks off', ({ rst }) => rst()],
  ] satisfies [string, Script][])('that %s takes nothing from the answer', async (_, script) => {
    const { ask } = await world(shadowed(), { second: script })
    expect([await ask(), await ask()]).toEqual(['first', 'first'])
  })

  test('goes on when the client leaves; a drain waits for it, but not beyond its grace', async () => {
    const endless: Script = async ({ socket, write, wait }) => {
      await write(streamHead)
      while (!socket.destroyed) {
        await write(httpChunk(event(chunk({ content: 'word ' }))))
        await wait(5)
      }
    }
    const { fixture, first, second } = await world(shadowed(), { first: endless, second: endless })
    const client = new OpenAI({ apiKey: clientKey, baseURL: fixture.baseUrl, maxRetries: 0 })
    const got = await client.chat.completions.create({ model: 'auto', messages: hi, stream: true })
    for await (const _ of got) if (second.requests.length > 0) break
    await expect.poll(() => first.openConnections).toBe(0)
    expect(second.openConnections).toBe(1)
    expect(fixture.traces).toHaveLength(0)
    await fixture.gateway.drain(300)
    await expect.poll(() => second.openConnections).toBe(0)
    expect(fixture.traces[0]).toMatchObject({
      attempts: [{ outcome: 'cancelled' }],
      copies: [{ outcome: 'cancelled' }],
    })
  })

  test('that the guard forbids is not sent', async () => {
    const spec = shadowed()
    const guard = [{ allow: {}, action: { kind: 'never-use' as const, models: [models[1]] } }]
    const { ask, second, fixture } = await world({ ...spec, guard })
    expect(await ask()).toBe('first')
    await expect.poll(() => fixture.traces.length).toBe(1)
    expect(second.requests).toHaveLength(0)
  })
})

test('`up(provider)` is what the provider has shown: three failures in a row, and a rule that asks for it takes another', async () => {
  const up = flagAxis('up(first)', {
    source: 'state',
    origin: { kind: 'provider', name: 'first' },
    default: true,
  })
  const spec: TableSpec = {
    axes: [up],
    route: [
      { allow: { 'up(first)': [1] }, action: use(models[0]), rule: 'usual' },
      { allow: {}, action: use(models[1]), rule: 'spare' },
    ],
    attempt: [{ allow: {}, action: { ...attemptOnce, retries: 0 } as typeof attemptOnce, rule: null }],
    models: models.map((id) => capable(id) as never),
  }
  const { ask, first } = await world(spec, { first: error(503) })
  for (let i = 0; i < 3; i++) await expect(ask()).rejects.toThrow(APIError)
  expect(await ask()).toBe('second')
  expect(first.requests).toHaveLength(3)
})

describe('accounts', () => {
  const keyOf = ({ requests }: FakeProvider): readonly (string | undefined)[] =>
    requests.map(({ headers }) => headers['authorization'])

  test('one whose provider says that nothing is left is spared until it is', async () => {
    const spent = { 'x-ratelimit-remaining-tokens': '0', 'x-ratelimit-reset-tokens': '1m0s' }
    const first = await startFakeProvider(async ({ request, write }) =>
      write(whole(200, completion(), request.headers['authorization'] === 'Bearer empty' ? spent : {})),
    )
    const { ask } = await world(
      routeAll([stage(models[0])]),
      {},
      {
        providers: { first: { baseUrl: first.baseUrl, accounts: ['empty', 'full'] } },
      },
    )
    open.push({ [Symbol.asyncDispose]: first.close })
    for (let i = 0; i < 12; i++) await ask()
    expect(keyOf(first).filter((key) => key === 'Bearer empty').length).toBeLessThan(2)
  })

  test('requests per minute of gateway.json are kept: the client is told when to come back', async () => {
    const first = await startFakeProvider(converse('first'))
    open.push({ [Symbol.asyncDispose]: first.close })
    const { ask } = await world(
      routeAll([stage(models[0])]),
      {},
      {
        providers: { first: { baseUrl: first.baseUrl, accounts: [{ key: 'only', rpm: 2 }] } },
      },
    )
    expect([await ask(), await ask()]).toEqual(['first', 'first'])
    const refused: unknown = await ask().catch((reason: unknown) => reason)
    expect(refused).toMatchObject({ status: 429, code: 'rate_limit_exceeded' })
    expect(Number((refused as APIError).headers?.get('retry-after'))).toBeGreaterThan(0)
    expect(first.requests).toHaveLength(2)
  })

  test('a 429 goes to another account of the same model before it goes to another model', async () => {
    const first = await startFakeProvider((exchange) =>
      exchange.request.headers['authorization'] === 'Bearer busy'
        ? error(429)(exchange)
        : converse('first')(exchange),
    )
    const second = await startFakeProvider(converse('second'))
    open.push({ [Symbol.asyncDispose]: first.close }, { [Symbol.asyncDispose]: second.close })
    const { ask } = await world(
      routeAll([stage(models)], { retries: 1 }),
      {},
      {
        providers: {
          first: { baseUrl: first.baseUrl, accounts: ['busy', 'free'] },
          second: { baseUrl: second.baseUrl },
        },
      },
    )
    for (let i = 0; i < 8; i++) expect(await ask()).toBe('first')
    expect(keyOf(first).filter((key) => key === 'Bearer busy')).toHaveLength(1)
  })
})

const seconds = rounds(60)

test(`U16 two providers that flap at 1 Hz for ${seconds} s: most requests are answered, and all once they stand`, async () => {
  const begunMs = performance.now()
  const flapping =
    (name: string, phaseMs: number): Script =>
    (exchange) => {
      const atMs = performance.now() - begunMs + phaseMs
      const isDown = atMs < (seconds + 1) * 1_000 && Math.floor(atMs / 500) % 2 === 1
      return (isDown ? error(503) : converse(name))(exchange)
    }
  const stages = [stage(models[0]), stage(models[1], defaultOn)]
  const { ask, fixture } = await world(
    routeAll(stages, { retries: 1, backoffMinMs: 20, backoffMaxMs: 100 }),
    { first: flapping('first', 0), second: flapping('second', 250) },
  )
  let [answered, asked] = [0, 0]
  while (performance.now() - begunMs < seconds * 1_000) {
    asked++
    answered += await ask().then(
      () => 1,
      () => 0,
    )
    await new Promise((resolve) => setTimeout(resolve, 15))
  }
  expect(answered / asked).toBeGreaterThanOrEqual(1 - 0.5 ** 2 - 0.01)
  noteFigure(
    `two providers that flap at 1 Hz for ${seconds} s`,
    `${((100 * answered) / asked).toFixed(1)}% of ${asked} requests answered (at least 74%)`,
  )
  while (performance.now() - begunMs < (seconds + 2) * 1_000)
    await new Promise((resolve) => setTimeout(resolve, 50))
  for (let i = 0; i < 20; i++) await ask()
  expect(fixture.bugs).toEqual([])
}, 120_000)
