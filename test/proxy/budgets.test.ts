import { afterEach, describe, expect, test } from 'vitest'
import type { Model } from '../../core/catalogue.ts'
import { digestOf } from '../../runtime/identity/key-format.ts'
import { openMemoryStore } from '../../runtime/money/open-memory-store.ts'
import type { StaticKey } from '../../schemas/generated/gateway.ts'
import type { HoldRequest, MoneyStore } from '../../runtime/money/store.ts'
import { answer, error } from '../support/chat-scripts.ts'
import { startFakeProvider } from '../support/fake-provider.ts'
import type { Script } from '../support/fake-provider.ts'
import { clientKey, routeAll, stage, startFixture } from '../support/gateway-fixture.ts'
import type { Fixture } from '../support/gateway-fixture.ts'
import { budget, hold } from '../support/money.ts'
import type { TableSpec } from '../support/table-builder.ts'
import { byContent } from '../support/provider/scripts-by-name.ts'
import { startWatched } from '../support/watched-gateway.ts'

/** gpt-4.1-mini: $0.40 and $1.60 a million tokens. */
const mini = 'openai/gpt-4.1-mini'

const open: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close()
})

/** A gateway that obeys a policy's text, before a provider that answers so. */
async function gatewayFor(policy: string, script: Script | readonly Script[] = answer('hello')) {
  const provider = await startFakeProvider(script)
  open.push(provider.close)
  const fixture = await startFixture(`gwc 1\n${policy}`, {
    providers: { openai: { baseUrl: provider.baseUrl } },
    keys: [
      { digest: digestOf(clientKey), name: 'tester', team: 'payments', developer: 'ada', allowance: '0.002' },
    ],
  })
  open.push(() => fixture.gateway.close())
  return { fixture, provider }
}

const asking = { model: 'auto', messages: [{ role: 'user', content: 'hello' }] }

function ask({ baseUrl }: Fixture, body: object = asking, path = '/chat/completions'): Promise<Response> {
  const headers = { authorization: `Bearer ${clientKey}`, 'content-type': 'application/json' }
  return fetch(baseUrl + path, { method: 'POST', headers, body: JSON.stringify(body) })
}

const errorOf = async (response: Response): Promise<{ code: string; message: string }> =>
  ((await response.json()) as { error: { code: string; message: string } }).error

test('an answer of the cache is written down with what it would have cost', async () => {
  const provider = await startFakeProvider(answer('hello'))
  const store = openMemoryStore({ writing: () => undefined, alarm: () => undefined })
  const held: HoldRequest[] = []
  const reserve: MoneyStore['reserve'] = (request) => {
    held.push(request)
    return store.reserve(request)
  }
  const fixture = await startFixture(
    `gwc 1\nroute { default use ${mini} }\ncache { default => exact for 1h }`,
    {
      providers: { openai: { baseUrl: provider.baseUrl } },
      keys: [{ digest: digestOf(clientKey), name: 'tester' }],
      money: { ...store, reserve },
    },
  )
  open.push(provider.close, () => fixture.gateway.close())
  const costs: (string | null)[] = []
  for (let times = 0; times < 2; times++) {
    const response = await ask(fixture)
    await response.text()
    costs.push(response.headers.get('x-gwc-cost'))
  }
  const [asked, again] = held.map(({ origin }) => origin.cache)
  expect(asked).toBe(undefined)
  expect(again).toEqual({
    part: 'exact',
    savedNanos: Number(costs[0]) * 1e9,
    savedTokens: expect.any(Number),
  })
  expect(again?.savedNanos).toBeGreaterThan(0)
  expect(costs[1]).toBe('0')
})

test('M12 a price that changes under way is that of requests that come after it', async () => {
  const tableAt = (input: number): TableSpec => {
    const table = routeAll([stage(mini)])
    const [row] = table.models as unknown as readonly [Model]
    const prices = row.prices.map((price) => ({ ...price, rates: { input, output: 2 * input } }))
    return { ...table, models: [{ ...row, prices }] }
  }
  let release = (): void => undefined
  const held = new Promise<void>((resolve) => (release = resolve))
  const late: Script = async (exchange) => {
    await held
    await answer('hello')(exchange)
  }
  const provider = await startFakeProvider([late, answer('hello')])
  const fixture = await startFixture(tableAt(1e9), {
    providers: { openai: { baseUrl: provider.baseUrl } },
    keys: [{ digest: digestOf(clientKey), name: 'tester' }],
  })
  open.push(provider.close, () => fixture.gateway.close())
  const asked = ask(fixture)
  await expect.poll(() => provider.requests.length).toBe(1)
  fixture.publish(tableAt(1e10))
  release()
  const costs = [await asked, await ask(fixture)].map(({ headers }) => Number(headers.get('x-gwc-cost')))
  expect(costs[0]).toBeGreaterThan(0)
  expect(costs[1]! / costs[0]!).toBeCloseTo(10)
})

describe('a budget that bears another name', () => {
  const policyOf = (line: string): string => `gwc 1\n${line}\nroute { default use ${mini} }`

  test('goes on with its usage when the policy is published, and when it is taken back', async () => {
    const provider = await startFakeProvider(answer('hello'))
    const money = openMemoryStore({ writing: () => undefined, alarm: () => undefined })
    const fixture = await startFixture(policyOf('budget old $1 per month'), {
      providers: { openai: { baseUrl: provider.baseUrl } },
      keys: [{ digest: digestOf(clientKey), name: 'tester' }],
      money,
    })
    open.push(provider.close, () => fixture.gateway.close())
    const leftOf = async (): Promise<number> => {
      const response = await ask(fixture, { ...asking, max_tokens: 10 })
      await response.text()
      if (!response.ok) throw new Error(await response.text())
      return Number(/left=([\d.]+)/.exec(response.headers.get('x-gwc-budget') ?? '')?.[1])
    }
    const first = await leftOf()
    fixture.publish(policyOf('budget new was old $1 per month'))
    const second = await leftOf()
    fixture.publish(policyOf('budget old $1 per month'))
    const third = await leftOf()
    expect(second).toBeLessThan(first)
    expect(third).toBeLessThan(second)
  })
})

describe('/metrics', () => {
  async function watchedFor(policy: string, keys: readonly StaticKey[] = twoKeys) {
    const provider = await startFakeProvider(answer('hello'))
    const money = openMemoryStore({ writing: () => undefined, alarm: () => undefined })
    const watched = await startWatched(`gwc 1\n${policy}\nroute { default use ${mini} }`, {
      providers: { openai: { baseUrl: provider.baseUrl } },
      keys,
      money,
    })
    open.push(provider.close, async () => watched[Symbol.asyncDispose]())
    return { watched, money, ask: (body?: object) => ask(watched.fixture, body).then((r) => r.text()) }
  }
  const twoKeys = [{ digest: digestOf(clientKey), name: 'tester', developer: 'ada', allowance: '0.002' }]

  test('tells of each share of a budget or limit what is spent, held and allowed', async () => {
    const { watched, money, ask } = await watchedFor(
      'budget each $1 per month per developer\nbudget all soft $2 per day\nlimit calls 10 requests per hour',
    )
    await ask({ ...asking, max_tokens: 10 })
    const bounds = { boundNanos: 5e7, estimateNanos: 2e7 }
    await money.reserve(
      hold('under way', [budget({ name: 'each', of: 'developer=ada', limit: 1e9 })], bounds),
    )
    const series = await watched.scrape()
    const each = '{name="each",of="developer=ada",mode="hard"}'
    const spent = series.get(`gwc_budget_spent_dollars${each}`) ?? 0
    expect(spent).toBeGreaterThan(0)
    expect(series.get(`gwc_budget_held_dollars${each}`)).toBe(0.05)
    expect(series.get(`gwc_budget_limit_dollars${each}`)).toBe(1)
    expect(series.get('gwc_budget_spent_dollars{name="all",of="",mode="soft"}')).toBe(spent)
    expect(series.get('gwc_budget_limit_dollars{name="all",of="",mode="soft"}')).toBe(2)
    expect(series.get('gwc_limit_used{name="calls",of="",mode="hard"}')).toBe(1)
    expect(series.get('gwc_limit_most{name="calls",of="",mode="hard"}')).toBe(10)
  })

  test('tells the amount that a key has for itself', async () => {
    const { watched, ask } = await watchedFor('budget own per month per key from key.allowance default $1')
    await ask({ ...asking, max_tokens: 10 })
    const limits = [...(await watched.scrape())].filter(([name]) =>
      name.startsWith('gwc_budget_limit_dollars'),
    )
    expect(limits).toEqual([['gwc_budget_limit_dollars{name="own",of="key=tester",mode="hard"}', 0.002]])
  })

  test('has of more shares than a metric has series the fullest', async () => {
    const { watched, money } = await watchedFor('budget each $1 per month per developer')
    for (let i = 1; i <= 1_200; i++) {
      const charges = [budget({ name: 'each', of: `developer=d${i}`, limit: 1e9 })]
      await money.reserve(hold(`a${i}`, charges, { boundNanos: i }))
    }
    const held = [...(await watched.scrape())].filter(([name]) => name.startsWith('gwc_budget_held'))
    expect(held).toHaveLength(1_000)
    expect(Math.min(...held.map(([, dollars]) => dollars))).toBe(201e-9)
  })

  test('counts what budgets and limits kept from being sent, by the reason', async () => {
    const { watched, ask } = await watchedFor('budget b $0.0001 per month\nlimit calls 3 requests per hour')
    await ask()
    await ask({ ...asking, max_tokens: 1, service_tier: 'nobody-knows' })
    for (let i = 0; i < 4; i++) await ask({ ...asking, max_tokens: 1 })
    const series = [...(await watched.scrape())].filter(([name]) => name.startsWith('gwc_denied'))
    expect(new Map(series)).toEqual(
      new Map([
        ['gwc_denied_total{kind="budget",name="b",reason="full"}', 1],
        ['gwc_denied_total{kind="budget",name="b",reason="unbounded"}', 1],
        ['gwc_denied_total{kind="limit",name="calls",reason="full"}', 1],
      ]),
    )
  })
})

test('/metrics tells how the store of money does', async () => {
  const provider = await startFakeProvider(answer('hello'))
  const money = openMemoryStore({ writing: () => undefined, alarm: () => undefined })
  await using watched = await startWatched(routeAll([stage('acme/large')]), {
    providers: { acme: { baseUrl: provider.baseUrl } },
    money,
  })
  open.push(provider.close)
  await money.reserve(hold('under way', [budget()]))
  const series = await watched.scrape()
  expect(series.get('gwc_store_writable')).toBe(1)
  expect(series.get('gwc_holds')).toBe(1)
  expect(series.get('gwc_bound_violations_total')).toBe(0)
})

describe('a hard budget', () => {
  const small = `budget b $0.0001 per month per developer\nroute { default use ${mini} }`

  test('holds the most that a request may cost, caps its output, and tells what is left', async () => {
    const { fixture, provider } = await gatewayFor(`budget b $1 per month\nroute { default use ${mini} }`)
    const response = await ask(fixture)
    expect(response.status).toBe(200)
    expect(JSON.parse(provider.requests[0]!.body.toString())).toMatchObject({ max_completion_tokens: 32768 })
    expect(response.headers.get('x-gwc-budget')).toMatch(
      /^b; left=0\.9\d+; limit=1; reset=\d{4}-\d\d-01T00:00:00\.000Z$/,
    )
  })

  test('answers 402 where the most that the request may cost does not fit, and says so', async () => {
    const { fixture, provider } = await gatewayFor(small)
    const response = await ask(fixture)
    expect(response.status).toBe(402)
    expect(response.headers.get('x-should-retry')).toBe('false')
    expect(response.headers.get('retry-after')).toBeNull()
    const { code, message } = await errorOf(response)
    expect(code).toBe('budget_spent')
    expect(message).toContain('Budget `b` of developer ada has no room for this request')
    expect(message).toMatch(/resets at \d{4}-\d\d-01T00:00:00Z/)
    expect(response.headers.get('x-gwc-budget')).toMatch(/^b; left=0\.0001; limit=0\.0001; reset=/)
    expect(provider.requests).toHaveLength(0)
  })

  test('is answered with 400 on /responses, where clients try a 402 again', async () => {
    const { fixture } = await gatewayFor(small)
    expect((await ask(fixture, { model: 'auto', input: 'hello' }, '/responses')).status).toBe(400)
  })

  test('takes a request whose own cap keeps it within what is left', async () => {
    const { fixture, provider } = await gatewayFor(small)
    expect((await ask(fixture, { ...asking, max_tokens: 10 })).status).toBe(200)
    expect(provider.requests).toHaveLength(1)
  })

  test('`fit` lowers the cap before it denies', async () => {
    const { fixture, provider } = await gatewayFor(
      `budget b fit $0.001 per month\nroute { default use ${mini} }`,
    )
    expect((await ask(fixture)).status).toBe(200)
    const { max_completion_tokens: cap } = JSON.parse(provider.requests[0]!.body.toString()) as {
      max_completion_tokens: number
    }
    expect(cap).toBeGreaterThan(100)
    expect(cap).toBeLessThan(625)
  })

  test('gives back what an answer did not cost', async () => {
    const { fixture } = await gatewayFor(`budget b $0.06 per month\nroute { default use ${mini} }`)
    for (let i = 0; i < 20; i++) expect((await ask(fixture)).status).toBe(200)
    expect((await ask(fixture)).headers.get('x-gwc-budget')).toContain('left=0.0')
  })

  test('is all or none: where one budget of two is full, the other is not charged', async () => {
    const { fixture } = await gatewayFor(
      `budget wide $1 per month\nbudget narrow $0.0001 per month\nroute { default use ${mini} }`,
    )
    expect((await errorOf(await ask(fixture))).message).toContain('`narrow`')
    const response = await ask(fixture, { ...asking, max_tokens: 1 })
    expect(response.headers.get('x-gwc-budget')).toContain('wide; left=0.9999')
  })

  test('sends a stage that does not fit on to one that does, where the policy says so', async () => {
    const { fixture, provider } = await gatewayFor(
      `budget b $0.01 per month\nroute { default use openai/gpt-4.1 then openai/gpt-5.4-nano on {budget} }`,
    )
    expect((await ask(fixture, { ...asking, max_tokens: 5_000 })).headers.get('x-gwc-model')).toBe(
      'openai/gpt-5.4-nano',
    )
    expect(provider.requests).toHaveLength(1)
  })

  test('ends the chain with the last error of a provider, where the next attempt does not fit', async () => {
    const { fixture } = await gatewayFor(
      `budget b $0.05 per month\nattempt { default => retries 0 }\nroute { default use ${mini} then openai/gpt-4.1 }`,
      error(503),
    )
    const response = await ask(fixture, { ...asking, max_tokens: 10_000 })
    expect(response.status).toBe(503)
  })

  test('charges an error below 500 nothing', async () => {
    const { fixture } = await gatewayFor(`budget b $0.06 per month\nroute { default use ${mini} }`, [
      error(400),
      error(422),
      answer('hello'),
    ])
    await ask(fixture, { ...asking, max_tokens: 1_000 })
    await ask(fixture, { ...asking, max_tokens: 1_000 })
    const left = (await ask(fixture, { ...asking, max_tokens: 1_000 })).headers.get('x-gwc-budget')
    expect(left).toMatch(/left=0\.058/)
  })

  test('keeps what nobody knows: an answer that broke off', async () => {
    const { fixture } = await gatewayFor(`budget b $0.06 per month\nroute { default use ${mini} }`, [
      ({ bill, rst }) => {
        bill()
        rst()
      },
      answer('hello'),
    ])
    await ask(fixture, { ...asking, max_tokens: 10_000 })
    const left = (await ask(fixture, { ...asking, max_tokens: 1_000 })).headers.get('x-gwc-budget')
    expect(left).toMatch(/left=0\.04/)
  })

  test('pins the service whose price it counts on, and refuses one that nobody can price', async () => {
    const { fixture, provider } = await gatewayFor(`budget b $1 per month\nroute { default use ${mini} }`)
    await ask(fixture)
    expect(JSON.parse(provider.requests[0]!.body.toString())).toMatchObject({ service_tier: 'default' })
    await ask(fixture, { ...asking, service_tier: 'auto' })
    expect(JSON.parse(provider.requests[1]!.body.toString())).toMatchObject({ service_tier: 'default' })
    for (const more of [{ service_tier: 'warp' }, { prediction: { type: 'content', content: 'x' } }]) {
      const response = await ask(fixture, { ...asking, ...more })
      expect(response.status).toBe(400)
      expect(await errorOf(response)).toMatchObject({ code: 'budget_unbounded', param: Object.keys(more)[0] })
    }
  })

  test('counts each of several answers', async () => {
    const { fixture } = await gatewayFor(`budget b $0.01 per month\nroute { default use ${mini} }`)
    expect((await ask(fixture, { ...asking, max_tokens: 5_000 })).status).toBe(200)
    expect((await ask(fixture, { ...asking, max_tokens: 5_000, n: 2 })).status).toBe(402)
  })

  test('counts each prompt of a legacy completion, whose text is no stored prompt', async () => {
    const { fixture } = await gatewayFor(`budget b $0.01 per month\nroute { default use ${mini} }`, byContent)
    const completion = { model: mini, max_tokens: 5_000, prompt: 'hello' }
    expect((await ask(fixture, completion, '/completions')).status).toBe(200)
    const denied = await ask(fixture, { ...completion, prompt: ['hello', 'you'] }, '/completions')
    expect(denied.status).toBe(402)
    const stored = await ask(fixture, { model: mini, prompt: { id: 'pmpt_1' } }, '/responses')
    expect(await errorOf(stored)).toMatchObject({ code: 'budget_unbounded', param: 'prompt' })
  })

  test('holds a window for each text of a list of embeddings', async () => {
    const { fixture } = await gatewayFor(
      `budget b $0.01 per month\nroute { default use ${mini} }\nroute embeddings { default use openai/text-embedding-3-small }`,
      byContent,
    )
    const embedding = { model: 'openai/text-embedding-3-small', input: 'word '.repeat(1_600) }
    const left = async (input: unknown): Promise<number> => {
      const response = await ask(fixture, { ...embedding, input }, '/embeddings')
      if (!response.ok) throw new Error(await response.text())
      return Number(/left=([\d.]+)/.exec(response.headers.get('x-gwc-budget') ?? '')?.[1])
    }
    const one = await left(embedding.input)
    const many = await left(Array(20).fill(embedding.input))
    expect(0.01 - many).toBeGreaterThan(18 * (0.01 - one))
  })

  test('takes its amount from the key', async () => {
    const { fixture } = await gatewayFor(
      `budget b per month per key from key.allowance default $1\nroute { default use ${mini} }`,
    )
    expect((await ask(fixture)).status).toBe(402)
  })

  test('feeds routing before it denies', async () => {
    const { fixture } = await gatewayFor(
      `budget b $0.1 per month\nroute { rule low when b.used >= 10% use openai/gpt-5.4-nano\n default use ${mini} }`,
      answer('hello', { usage: { prompt_tokens: 0, completion_tokens: 10_000, total_tokens: 10_000 } }),
    )
    expect((await ask(fixture)).headers.get('x-gwc-rule')).toContain('default')
    expect((await ask(fixture)).headers.get('x-gwc-rule')).toContain('low')
  })
})

test('a soft budget denies nothing, and warns when its thresholds are passed', async () => {
  const { fixture } = await gatewayFor(
    `budget b soft $0.00001 per month warn at 50%\nroute { default use ${mini} }`,
  )
  expect((await ask(fixture)).status).toBe(200)
  expect((await ask(fixture)).status).toBe(200)
  expect(fixture.warnings).toEqual(['budget b has passed 50%'])
})

describe('a limit', () => {
  test('on requests answers 429 with a short retry-after, and names itself', async () => {
    const { fixture } = await gatewayFor(
      `limit l 2 requests per minute per key\nroute { default use ${mini} }`,
    )
    expect((await ask(fixture)).headers.get('x-gwc-limit')).toMatch(/^l; left=1; limit=2/)
    expect((await ask(fixture)).status).toBe(200)
    const response = await ask(fixture)
    expect(response.status).toBe(429)
    expect(response.headers.get('x-gwc-limit')).toMatch(/^l; left=0; limit=2; reset=/)
    expect(Number(response.headers.get('retry-after'))).toBeLessThanOrEqual(30)
    expect((await errorOf(response)).message).toContain('Limit `l` of key tester')
  })

  test('counts a request once, however often it is tried', async () => {
    const { fixture, provider } = await gatewayFor(
      `limit l 2 requests per minute\nattempt { default => retries 2, backoff 1ms to 2ms }\nroute { default use ${mini} }`,
      [error(503), error(503), answer('hello')],
    )
    expect((await ask(fixture)).headers.get('x-gwc-attempts')).toBe('3')
    expect((await ask(fixture)).status).toBe(200)
    expect((await ask(fixture)).status).toBe(429)
    expect(provider.requests).toHaveLength(4)
  })

  test('on what is under way frees its place at the end of the answer', async () => {
    let free: (() => void) | undefined
    const { fixture } = await gatewayFor(`limit l 1 concurrent\nroute { default use ${mini} }`, [
      async (exchange) => {
        await new Promise<void>((resolve) => (free = resolve))
        await answer('slow')(exchange)
      },
      answer('fast'),
    ])
    const first = ask(fixture)
    await expect.poll(() => free).toBeDefined()
    expect((await ask(fixture)).status).toBe(429)
    free?.()
    expect((await first).status).toBe(200)
    expect((await ask(fixture)).status).toBe(200)
  })

  test('on tokens is corrected by what the answer used', async () => {
    const { fixture } = await gatewayFor(
      `limit l 10k tokens per minute\nroute { default use ${mini} }`,
      answer('hello', { usage: { prompt_tokens: 4_000, completion_tokens: 5_000, total_tokens: 9_000 } }),
    )
    expect((await ask(fixture)).status).toBe(200)
    expect((await ask(fixture, { ...asking, max_tokens: 100 })).status).toBe(200)
    expect((await ask(fixture)).status).toBe(429)
  })
})
