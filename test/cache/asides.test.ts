import { afterEach, describe, expect, test } from 'vitest'
import { openMemoryStore } from '../../runtime/money/open-memory-store.ts'
import type { Settlement } from '../../runtime/money/store.ts'
import type { Action } from '../../schemas/generated/decision-table.ts'
import { startCacheWorld } from '../support/cache-world.ts'
import type { CacheWorld, WorldOptions } from '../support/cache-world.ts'
import { whole } from '../support/chat-scripts.ts'
import { startFakeProvider } from '../support/fake-provider.ts'
import type { FakeProvider, Script } from '../support/fake-provider.ts'
import { capable } from '../support/gateway-fixture.ts'
import { say } from '../support/provider/say.ts'
import type { RowSpec } from '../support/table-builder.ts'

const open: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close()
})

/** The verifier leaves one word of them open. */
const tides = 'What causes tides?'
const oceanTides = 'What causes ocean tides?'

interface AsideWorld extends CacheWorld {
  /** Where judge and embedder are. */
  readonly aside: FakeProvider
  /** Every hold's attempt, and what it is for where the cache asks. */
  readonly held: readonly (readonly [string, string | undefined])[]
  /** What each of them was charged to. */
  readonly charged: ReadonlyMap<string, readonly string[]>
  readonly settled: readonly Settlement[]
}

async function world(script: Script | readonly Script[], options: WorldOptions): Promise<AsideWorld> {
  const aside = await startFakeProvider(script)
  const held: (readonly [string, string | undefined])[] = []
  const charged = new Map<string, readonly string[]>()
  const settled: Settlement[] = []
  const store = openMemoryStore({ writing: () => undefined, alarm: () => undefined })
  const money = {
    ...store,
    reserve: (hold: Parameters<typeof store.reserve>[0]) => {
      const attempt = hold.attemptId.replace(/^.*\./, '')
      held.push([attempt, hold.origin.cache?.part])
      charged.set(
        attempt,
        hold.charges.map(({ name }) => name),
      )
      return store.reserve(hold)
    },
    settle: async (settlement: Settlement) => {
      settled.push(settlement)
      await store.settle(settlement)
    },
  }
  const made = await startCacheWorld({
    ...options,
    asideUrl: aside.baseUrl,
    models: options.models ?? [
      capable('aside/judge', { capabilities: { streaming: true } }),
      { ...capable('aside/embed'), kind: 'embedding' },
    ],
    options: { ...options.options, money },
  })
  open.push(made.close, aside.close)
  return { ...made, aside, held, charged, settled }
}

const judged: WorldOptions = { cache: { judge: { model: 'aside/judge', withinMs: 2_000 } } }
const semantic = { entriesMax: 100, bytesMax: 1 << 20, shadow: 0, budget: undefined, embedder: undefined }

describe('a judge', () => {
  test('decides where the verifier leaves one word open; it has a hold and a row of its own', async () => {
    const { ask, aside, held, settled, fixture } = await world(say({ text: 'same' }), judged)
    await ask({ text: tides })
    const hit = await ask({ text: oceanTides })
    expect(hit).toMatchObject({ cache: 'semantic', said: 'Answer 1.' })
    expect(Number(hit.details['score'])).toBeLessThan(1)
    const asked = JSON.parse(aside.requests[0]!.body.toString()) as { messages: { content: string }[] }
    expect(JSON.parse(asked.messages[1]!.content)).toEqual({ first: oceanTides, second: tides })
    expect(aside.requests[0]!.headers).not.toHaveProperty('x-client')
    expect(held).toEqual([
      ['1', undefined],
      ['judge', 'judge'],
      ['cache', 'semantic'],
    ])
    expect(settled.find(({ attemptId }) => attemptId.endsWith('.judge'))?.certainNanos).toBeGreaterThan(0)
    expect(fixture.traces.at(-1)?.copies).toMatchObject([
      { kind: 'judge', model: 'aside/judge', outcome: 'ok' },
    ])
  })

  const late: Script = async (exchange) => {
    await exchange.wait(400)
    await say({ text: 'same' })(exchange)
  }
  test.each<readonly [string, Script]>([
    ['says that they differ', say({ text: 'Different.' })],
    ['says something else', say({ text: 'Perhaps the same?' })],
    ['fails', async ({ write }) => write(whole(500, { error: { message: 'no' } }))],
    ['is late', late],
  ])('is a miss where it %s', async (_, script) => {
    const { ask, fixture } = await world(script, {
      cache: { judge: { model: 'aside/judge', withinMs: 100 } },
    })
    await ask({ text: tides })
    expect(await ask({ text: oceanTides })).toMatchObject({ cache: 'miss', said: 'Answer 2.' })
    expect(fixture.bugs).toEqual([])
  })

  test('is not asked about what the verifier refuses or accepts, nor where the policy names none', async () => {
    const { ask, aside } = await world(say({ text: 'same' }), judged)
    await ask({ text: 'What is the capital of France?' })
    expect((await ask({ text: 'Please, what is the capital of France?' })).cache).toBe('semantic')
    expect((await ask({ text: 'What is the capital of Germany?' })).cache).toBe('miss')
    const without = await world(say({ text: 'same' }), {})
    await without.ask({ text: tides })
    expect((await without.ask({ text: oceanTides })).cache).toBe('miss')
    expect([...aside.requests, ...without.aside.requests]).toEqual([])
  })

  test('is a miss where no budget has room for it', async () => {
    const prices = [{ rates: { input: 1e15, output: 1e15 }, source: 'gwc', date: '2026-11-22' }]
    const judge = capable('aside/judge', { prices })
    const { ask, aside } = await world(say({ text: 'same' }), {
      ...judged,
      ...budgetOf('month', 10e9),
      models: [judge],
    })
    const asked = (content: string): object => ({ max_tokens: 10, messages: [{ role: 'user', content }] })
    expect((await ask({ more: asked(tides) })).status).toBe(200)
    expect(await ask({ more: asked(oceanTides) })).toMatchObject({ status: 200, cache: 'miss' })
    expect(aside.requests).toEqual([])
  })
})

/** A hard budget of so many nano-dollars a month, for every request. */
function budgetOf(name: string, amountNanos: number): Pick<WorldOptions, 'charges'> {
  const action: Action = {
    kind: 'budget',
    name,
    amountNanos,
    period: 'month',
    soft: false,
    fit: false,
    warnAtBasisPoints: [],
  }
  return { charges: { budget: [{ allow: {}, action, rule: name }] } }
}

describe('an embedder', () => {
  const embedder = { model: 'aside/embed', dimensions: 32, withinMs: 500 }
  const embedded = (embed: Partial<typeof embedder> = {}): WorldOptions => ({
    semantic: { ...semantic, embedder: { ...embedder, ...embed } },
  })
  const vector =
    (embedding: readonly unknown[]): Script =>
    async (exchange) => {
      exchange.bill()
      const usage = { prompt_tokens: 5, total_tokens: 5 }
      await exchange.write(
        whole(200, {
          object: 'list',
          model: 'e',
          data: [{ object: 'embedding', index: 0, embedding }],
          usage,
        }),
      )
    }
  const filled = (value: unknown): unknown[] => Array.from({ length: 32 }, () => value)
  const same = vector(filled(0.1))

  test('proposes in place of the words, the verifier decides; each call has a hold and a row of its own', async () => {
    const { ask, aside, held, settled } = await world(same, embedded())
    await ask({ text: tides })
    expect(aside.requests.map(({ path }) => path)).toEqual(['/v1/embeddings'])
    expect((await ask({ text: oceanTides })).cache).toBe('miss')
    expect((await ask({ text: 'Please, what causes tides?' })).cache).toBe('semantic') // by its canonical form: nobody is asked
    expect(aside.requests).toHaveLength(2)
    expect(held.filter(([, part]) => part === 'embedding')).toHaveLength(2)
    expect(
      settled
        .filter(({ attemptId }) => attemptId.endsWith('.embed'))
        .map(({ certainNanos }) => certainNanos > 0),
    ).toEqual([true, true])
  })

  test.each<readonly [string, Script, Partial<typeof embedder>]>([
    ['has other dimensions', vector([1, 2, 3]), {}],
    ['says no numbers', vector(filled('x')), {}],
    ['says nothing that has a direction', vector(filled(0)), {}],
    ['fails', async ({ write }) => write(whole(500, { error: { message: 'no' } })), {}],
    ['hangs up', ({ rst }) => rst(), {}],
    [
      'is late',
      async (exchange) => {
        await exchange.wait(300)
        await same(exchange)
      },
      { withinMs: 50 },
    ],
    ['is a model that nobody serves', same, { model: 'aside/gone' }],
  ])('that %s is a miss', async (_, script, embed) => {
    const { ask, fixture, like } = await world(script, embedded(embed))
    expect(await ask({ text: tides })).toMatchObject({ status: 200, cache: 'miss' })
    expect(await ask({ text: oceanTides })).toMatchObject({ status: 200, cache: 'miss', said: 'Answer 2.' })
    expect(like.cache.figures().entries).toBe(2)
    expect(fixture.bugs).toEqual([])
  })

  test('that fails five times in a row rests, and the log says so once', async () => {
    const { ask, aside, fixture } = await world(({ rst }) => rst(), embedded())
    for (let each = 0; each < 7; each++)
      await ask({ text: `What is the capital of ${'ABCDEFG'[each] ?? ''}bania?` })
    expect(aside.requests.length).toBeLessThanOrEqual(5)
    expect(fixture.warnings.filter((warning) => warning.includes("the cache's embedder"))).toHaveLength(1)
    expect(fixture.warnings.join()).not.toContain('capital')
  })
})

describe('a share of hits', () => {
  const compared = (budget?: string): WorldOptions => ({
    ...judged,
    semantic: { ...semantic, shadow: 1, budget },
  })
  const please = 'Please, what causes tides?'

  test('is answered afresh too, compared by the judge, and counted', async () => {
    const { ask, aside, provider, held, like, fixture } = await world(say({ text: 'same' }), compared())
    await ask({ text: tides })
    const before = like.accepted.snapshot()['accept/0/0.97']?.samples ?? 0
    expect(await ask({ text: please })).toMatchObject({ cache: 'semantic', said: 'Answer 1.' })
    await expect.poll(() => fixture.traces.length).toBe(2)
    expect(provider.requests).toHaveLength(2)
    const texts = JSON.parse(aside.requests[0]!.body.toString()) as { messages: { content: string }[] }
    expect(JSON.parse(texts.messages[1]!.content)).toEqual({
      question: please,
      first: 'Answer 1.',
      second: 'Answer 2.',
    })
    expect(held.map(([, part]) => part)).toEqual([undefined, 'canonical', 'shadow', 'judge'])
    expect(like.accepted.snapshot()['accept/0/0.97']).toMatchObject({ samples: before + 1, wrong: 0 })
    expect(fixture.traces.at(-1)?.copies.map(({ kind }) => kind)).toEqual(['fresh', 'judge'])
  })

  test('that was wrong is quarantined, and moves its bucket', async () => {
    const { ask, like, fixture } = await world(say({ text: 'different' }), compared())
    await ask({ text: tides })
    expect((await ask({ text: please })).cache).toBe('semantic')
    await expect.poll(() => fixture.traces.length).toBe(2)
    expect(like.accepted.snapshot()['accept/0/0.97']).toMatchObject({ wrong: 1 })
    expect(like.cache.figures().quarantined).toBe(1)
    expect((await ask({ text: 'Tell me what causes tides.' })).cache).toBe('miss')
  })

  test('is charged to the budget that gateway.json names for it, and to none of the request', async () => {
    const soft = (name: string): RowSpec => {
      const [row] = budgetOf(name, 10e9).charges!.budget!
      return { ...row!, action: { ...row!.action, soft: true } as Action }
    }
    const { ask, charged, fixture } = await world(say({ text: 'same' }), {
      ...compared('cache'),
      charges: { budget: [soft('month'), soft('cache')] },
    })
    await ask({ text: tides })
    expect((await ask({ text: please })).cache).toBe('semantic')
    await expect.poll(() => fixture.traces.length).toBe(2)
    expect([charged.get('1'), charged.get('fresh'), charged.get('compare')]).toEqual([
      ['month', 'cache'],
      ['cache'],
      ['cache'],
    ])
  })

  test('is compared for a stream too, which its client has whole before', async () => {
    const { ask, aside, provider } = await world(say({ text: 'same' }), compared())
    await ask({ text: tides, stream: true })
    expect((await ask({ text: please, stream: true })).body).toContain('[DONE]')
    await expect.poll(() => aside.requests.length).toBe(1)
    expect(provider.requests).toHaveLength(2)
  })

  test('is not compared without a judge: nobody would learn anything', async () => {
    const { ask, provider, fixture } = await world(say(), { semantic: { ...semantic, shadow: 1 } })
    await ask({ text: tides })
    expect((await ask({ text: please })).cache).toBe('semantic')
    await expect.poll(() => fixture.traces.length).toBe(2)
    expect(provider.requests).toHaveLength(1)
  })
})
