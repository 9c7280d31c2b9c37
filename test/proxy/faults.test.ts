import OpenAI, { APIError } from 'openai'
import { afterEach, describe, expect, test } from 'vitest'
import { all } from '../support/all.ts'
import {
  answer,
  chunk,
  completion,
  converse,
  error,
  event,
  httpChunk,
  lastChunk,
  stream,
  streamHead,
  whole,
} from '../support/chat-scripts.ts'
import { startFakeProvider } from '../support/fake-provider.ts'
import type { FakeProvider, Script } from '../support/fake-provider.ts'
import {
  asked,
  capable,
  clientKey,
  defaultOn,
  routeAll,
  stage,
  startFixture,
} from '../support/gateway-fixture.ts'
import type { Fixture, FixtureOptions } from '../support/gateway-fixture.ts'
import type { AttemptAction, Stage } from '../../schemas/generated/decision-table.ts'

interface World {
  readonly first: FakeProvider
  readonly second: FakeProvider
  readonly fixture: Fixture
  readonly client: OpenAI
}

const open: AsyncDisposable[] = []

afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each[Symbol.asyncDispose]()
})

const twoStages = [stage('first/large'), stage('second/large', defaultOn)]

/** Two providers and a gateway that uses the first and, if the stages say so, then the second. */
async function world(
  script: Script | readonly Script[],
  attempt: Partial<AttemptAction> = {},
  stages: readonly Stage[] = twoStages,
  options: Partial<FixtureOptions> = {},
): Promise<World> {
  const first = await startFakeProvider(script)
  const second = await startFakeProvider(converse('From the second.'))
  const fixture = await startFixture(routeAll(stages, attempt), {
    providers: { first: { baseUrl: first.baseUrl }, second: { baseUrl: second.baseUrl } },
    ...options,
  })
  open.push({ [Symbol.asyncDispose]: first.close }, { [Symbol.asyncDispose]: second.close }, fixture)
  return {
    first,
    second,
    fixture,
    client: new OpenAI({ apiKey: clientKey, baseURL: fixture.baseUrl, maxRetries: 0 }),
  }
}

const messages = [{ role: 'user' as const, content: 'Hi.' }]

function ask(client: OpenAI): Promise<string | null | undefined> {
  return client.chat.completions
    .create({ model: 'auto', messages })
    .then((got) => got.choices[0]?.message.content)
}

async function askStream(client: OpenAI): Promise<string> {
  const got = await client.chat.completions.create({ model: 'auto', messages, stream: true })
  return (await all(got)).map((each) => each.choices[0]?.delta.content ?? '').join('')
}

/** What the client is told when a request fails. */
async function failureOf(promise: Promise<unknown>): Promise<{
  readonly status: number | undefined
  readonly code: string | null | undefined
  readonly message: string
}> {
  const caught: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(caught instanceof APIError)) throw new Error(`expected an API error, got ${String(caught)}`)
  return { status: caught.status as number | undefined, code: caught.code, message: caught.message }
}

const hang: Script = async ({ wait }) => wait(60_000)
const outcomes = (fixture: Fixture): readonly string[] =>
  fixture.traces.at(-1)!.attempts.map((each) => `${each.provider} ${each.outcome}`)

describe('the sixteen faults', () => {
  test('429 with Retry-After: waits, then succeeds', async () => {
    const { client, first, fixture } = await world(
      [error(429, { 'retry-after': '0.2' }), answer('At last.')],
      { retries: 1 },
    )
    const started = performance.now()
    expect(await ask(client)).toBe('At last.')
    expect(performance.now() - started).toBeGreaterThanOrEqual(195)
    expect(first.requests).toHaveLength(2)
    expect(outcomes(fixture)).toEqual(['first 429', 'first ok'])
  })

  test('429 persistent: the next stage', async () => {
    const { client, first, fixture } = await world(error(429), {
      retries: 1,
      backoffMinMs: 1,
      backoffMaxMs: 2,
    })
    expect(await ask(client)).toBe('From the second.')
    expect(first.bill).toHaveLength(0)
    expect(outcomes(fixture)).toEqual(['first 429', 'first 429', 'second ok'])
  })

  test('500 once: followed once, since it may have been billed', async () => {
    const { client, first } = await world([error(500), answer('Second try.')], {
      retries: 3,
      ambiguous: 'once',
      backoffMinMs: 1,
      backoffMaxMs: 2,
    })
    expect(await ask(client)).toBe('Second try.')
    expect(first.requests).toHaveLength(2)
  })

  test('500 again: not followed twice; the client gets the error with its status', async () => {
    const { client, first, second } = await world(error(500), {
      retries: 3,
      ambiguous: 'once',
      backoffMinMs: 1,
      backoffMaxMs: 2,
    })
    expect(await failureOf(ask(client))).toMatchObject({
      status: 500,
      message: expect.stringContaining('made up 500'),
    })
    expect([first.requests.length, second.requests.length]).toEqual([2, 0])
  })

  test('500 where the policy says never: not followed at all', async () => {
    const { client, first, second } = await world(error(500), { retries: 3, ambiguous: 'never' })
    expect((await failureOf(ask(client))).status).toBe(500)
    expect([first.requests.length, second.requests.length]).toEqual([1, 0])
  })

  test('503: retried, then the next stage', async () => {
    const { client, fixture } = await world(error(503), {
      retries: 1,
      ambiguous: 'never',
      backoffMinMs: 1,
      backoffMaxMs: 2,
    })
    expect(await ask(client)).toBe('From the second.')
    expect(outcomes(fixture)).toEqual(['first 5xx', 'first 5xx', 'second ok'])
  })

  test('TCP reset before headers: ambiguous, followed once', async () => {
    const { client, fixture } = await world(({ rst }) => rst(), { ambiguous: 'once' })
    expect(await ask(client)).toBe('From the second.')
    expect(outcomes(fixture)).toEqual(['first 5xx', 'second ok'])
  })

  test('no connection: not sent, so the next stage even where ambiguity is never followed', async () => {
    const { client, first, fixture } = await world(answer(), { ambiguous: 'never' })
    await first.close()
    expect(await ask(client)).toBe('From the second.')
    expect(outcomes(fixture)).toEqual(['first unavailable', 'second ok'])
  })

  test('no response: the first-token deadline, then the next stage', async () => {
    const { client, fixture } = await world(hang, { firstTokenMs: 150, ambiguous: 'once' })
    expect(await askStream(client)).toBe('From the second.')
    expect(outcomes(fixture)).toEqual(['first timeout', 'second ok'])
  })

  test('slow first token: a stream that opens without content is left for the next stage', async () => {
    const slow: Script = async (exchange) => {
      await exchange.write(streamHead + httpChunk(event(chunk({ role: 'assistant', content: '' }))))
      await exchange.wait(60_000)
    }
    const { client, first } = await world(slow, { firstTokenMs: 150, ambiguous: 'once' })
    expect(await askStream(client)).toBe('From the second.')
    await expect.poll(() => first.openConnections).toBe(0)
  })

  test.each([
    ['an ordinary end of the connection', ({ fin }) => fin()],
    ['a reset', ({ rst }) => rst()],
  ] as const satisfies readonly (readonly [string, Script])[])(
    'stream cut by %s: an error event, no [DONE], no second provider',
    async (_, cut) => {
      const script: Script = async (exchange) => {
        exchange.bill()
        await exchange.write(streamHead + httpChunk(event(chunk({ content: 'Half of' }))))
        await exchange.wait(30)
        await exchange.write('2a\r\ndata: {"id":"chatcmpl-1","choi')
        await exchange.wait(30)
        cut(exchange)
      }
      const { fixture, second } = await world(script, { ambiguous: 'once' })
      const text = await rawStream(fixture)
      expect(text).toContain('Half of')
      expect(text).not.toContain('"choi\n')
      expect(text).toMatch(/data: \{"error":\{[^\n]*"code":"stream_truncated"\}\}\n\n$/)
      expect(second.requests).toHaveLength(0)
      expect(outcomes(fixture)).toEqual(['first truncated'])
    },
  )

  test('stream stalled: the idle deadline, an error event', async () => {
    const script: Script = async (exchange) => {
      await exchange.write(streamHead + httpChunk(event(chunk({ content: 'Wait' }))))
      await exchange.wait(60_000)
    }
    const { client, fixture, first } = await world(script, { idleMs: 150 })
    expect((await failureOf(askStream(client))).message).toContain('nothing for 150 ms')
    expect(outcomes(fixture)).toEqual(['first truncated'])
    await expect.poll(() => first.openConnections).toBe(0)
  })

  test('malformed chunk: HTTP framing that breaks is a cut', async () => {
    const script: Script = async (exchange) => {
      await exchange.write(streamHead + httpChunk(event(chunk({ content: 'Good' }))))
      await exchange.wait(20)
      await exchange.write('zz\r\nnot a chunk\r\n')
    }
    const { fixture } = await world(script)
    expect(await rawStream(fixture)).toMatch(/"stream_truncated"[^\n]*\n\n$/)
  })

  test('malformed chunk: a first event that is not JSON is left for the next stage', async () => {
    const { client } = await world(async ({ write }) => write(streamHead + httpChunk('data: {oops\n\n')), {
      ambiguous: 'once',
    })
    expect(await askStream(client)).toBe('From the second.')
  })

  test('no terminal event: told, though the connection ended in order', async () => {
    const script: Script = async ({ write }) =>
      write(streamHead + httpChunk(event(chunk({ content: 'Nearly' }, 'stop'))) + lastChunk)
    const { fixture } = await world(script)
    const text = await rawStream(fixture)
    expect(text).toContain('Nearly')
    expect(text).toContain('stream_truncated')
    expect(text).not.toContain('[DONE]')
  })

  test('context length: only a stage that names it takes it', async () => {
    const overflow = error(400, {}, { code: 'context_length_exceeded' })
    const named = await world(overflow, {}, [stage('first/large'), stage('second/large', ['context'])])
    expect(await ask(named.client)).toBe('From the second.')
    const unnamed = await world(overflow)
    expect(await failureOf(ask(unnamed.client))).toMatchObject({
      status: 400,
      code: 'context_length_exceeded',
    })
  })

  test('refusal: an answer like any other, unless a stage names it', async () => {
    const message = { role: 'assistant', content: null, refusal: 'I cannot help with that.' }
    const refusal: Script = async ({ write }) =>
      write(
        whole(
          200,
          completion('', { choices: [{ index: 0, message, logprobs: null, finish_reason: 'stop' }] }),
        ),
      )
    const unnamed = await world(refusal)
    const got = await unnamed.client.chat.completions.create({ model: 'auto', messages })
    expect(got.choices[0]?.message.refusal).toBe('I cannot help with that.')
    expect(unnamed.second.requests).toHaveLength(0)
    const named = await world(refusal, {}, [stage('first/large'), stage('second/large', ['refused'])])
    expect(await ask(named.client)).toBe('From the second.')
  })

  test('fallback that cannot take the request: skipped', async () => {
    const stages = [stage('first/large'), stage('first/blind', defaultOn), stage('second/large', defaultOn)]
    const models = [
      capable('first/large'),
      capable('first/blind', { capabilities: { tools: false } }),
      capable('second/large'),
    ]
    const { client, first } = await world(error(503), {}, stages, { models })
    const tools = [{ type: 'function' as const, function: { name: 'f', parameters: {} } }]
    const got = await client.chat.completions.create({ model: 'auto', messages, tools })
    expect(got.choices[0]?.message.content).toBe('From the second.')
    expect(first.requests).toHaveLength(1)
  })

  test('flapping primary: ejected after three failures, left alone while it rests', async () => {
    const { client, first } = await world([error(503), error(503), error(503), answer('Back?')])
    for (let i = 0; i < 6; i++) expect(await ask(client)).toBe('From the second.')
    expect(first.requests).toHaveLength(3)
  })

  test('accounting: every attempt has its row, and usage is of the one that answered', async () => {
    const { client, fixture } = await world([error(503), ({ rst }) => rst()], {
      retries: 1,
      ambiguous: 'once',
      backoffMinMs: 1,
      backoffMaxMs: 2,
    })
    expect(await ask(client)).toBe('From the second.')
    const trace = fixture.traces.at(-1)!
    expect(trace.attempts).toMatchObject([
      { provider: 'first', model: 'first/large', account: 0, stage: 0, outcome: '5xx', status: 503 },
      { provider: 'first', model: 'first/large', stage: 0, outcome: '5xx' },
      { provider: 'second', model: 'second/large', stage: 1, outcome: 'ok', status: 200 },
    ])
    expect(trace.usage).toMatchObject({ input: 12, cacheRead: 8, output: 5 })
    // 12 + 8 input tokens at $1 and 5 output tokens at $2 per million; a row without a cache price bills reads as input.
    expect(trace.cost).toBe(20_000 + 10_000)
  })
})

describe('what else a provider may do', () => {
  test.each([401, 402, 403])(
    'its %d concerns our account: the next account, unbilled and unseen',
    async (status) => {
      const script: Script = async (exchange) =>
        exchange.request.headers['authorization'] === 'Bearer bad'
          ? error(status)(exchange)
          : answer('By the good one.')(exchange)
      const first = await startFakeProvider(script)
      const fixture = await startFixture(routeAll([stage('first/large')]), {
        providers: { first: { baseUrl: first.baseUrl, accounts: ['bad', 'good'] } },
      })
      open.push({ [Symbol.asyncDispose]: first.close }, fixture)
      const client = new OpenAI({ apiKey: clientKey, baseURL: fixture.baseUrl, maxRetries: 0 })
      for (let i = 0; i < 10; i++) expect(await ask(client)).toBe('By the good one.')
      const keys = first.requests.map((each) => each.headers['authorization'])
      expect(keys.filter((key) => key === 'Bearer bad')).toHaveLength(1)
    },
  )

  test('when every account is refused, the client learns that the gateway is at fault and nothing of the key', async () => {
    const script = error(401, {}, { message: 'Incorrect API key provided: upstream-secret' })
    const { client } = await world(script, {}, [stage('first/large')])
    const told = await failureOf(ask(client))
    expect(told).toMatchObject({ status: 502, code: 'provider_auth' })
    expect(told.message).not.toContain('upstream-secret')
  })

  test('while every account is refused, a request asks each once more and no oftener', async () => {
    const { client, first } = await world(error(401), {}, [stage('first/large')])
    for (let i = 1; i <= 3; i++) {
      expect(await failureOf(ask(client))).toMatchObject({ status: 502, code: 'provider_auth' })
      expect(first.requests).toHaveLength(i)
    }
  })

  test('an error body that quotes our key is not shown', async () => {
    const { client } = await world(error(400, {}, { message: 'bad header Bearer upstream-secret' }), {}, [
      stage('first/large'),
    ])
    const told = await failureOf(ask(client))
    expect(told.status).toBe(400)
    expect(told.message).not.toContain('upstream-secret')
  })

  test.each([400, 404, 413, 422])(
    'its %d is the request’s own fault: told as it is, never followed',
    async (status) => {
      const { client, second } = await world(error(status), { retries: 3, ambiguous: 'once' })
      expect(await failureOf(ask(client))).toMatchObject({
        status,
        message: expect.stringContaining(`made up ${status}`),
      })
      expect(second.requests).toHaveLength(0)
    },
  )

  test('a page of HTML becomes JSON', async () => {
    const { client } = await world(
      async ({ write }) => write(whole(503, '<html>Sorry</html>', { 'content-type': 'text/html' })),
      {},
      [stage('first/large')],
    )
    expect(await failureOf(ask(client))).toMatchObject({ status: 503, code: 'upstream_error' })
  })

  test.each([
    ['an empty 200', whole(200, '')],
    ['a 200 of {}', whole(200, '{}')],
    ['a 200 of HTML', whole(200, '<html></html>', { 'content-type': 'text/html' })],
    ['an empty stream', streamHead + lastChunk],
    ['a status beyond 599', whole(999, completion())],
    ['a redirect', whole(302, '', { location: 'http://127.0.0.1:1/' })],
    [
      'a stream of one error',
      streamHead +
        httpChunk(event({ error: { message: 'boom', type: 'server_error', code: null } })) +
        lastChunk,
    ],
  ])('%s is an error, never an empty answer', async (_, bytes) => {
    const { client } = await world(async ({ write }) => write(bytes), {}, [stage('first/large')])
    expect((await failureOf(ask(client))).status).toBe(502)
  })

  test('two Content-Length headers and other broken framing are a 502, and the next request is well', async () => {
    const { client } = await world(
      [
        async ({ write }) => write('HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\n{}'),
        answer('Well.'),
      ],
      {},
      [stage('first/large')],
    )
    expect((await failureOf(ask(client))).status).toBe(502)
    expect(await ask(client)).toBe('Well.')
  })

  test('an answer nobody asked for on an idle connection never reaches the next request', async () => {
    const { client } = await world(
      [
        async ({ write }) => write(whole(200, completion('Mine.')) + whole(200, completion('Poison.'))),
        answer('Next.'),
      ],
      {},
      [stage('first/large')],
    )
    expect(await ask(client)).toBe('Mine.')
    expect(await ask(client)).toBe('Next.')
  })

  test('the total deadline ends a chain', async () => {
    const { client, second } = await world(hang, { totalMs: 200, firstTokenMs: 60_000, ambiguous: 'once' })
    expect(await failureOf(ask(client))).toMatchObject({ status: 504, code: 'upstream_timeout' })
    expect(second.requests).toHaveLength(0)
  })

  test('events in CRLF and cut anywhere arrive as they were', async () => {
    const events = [
      event(chunk({ content: 'Grüße, ' })),
      event(chunk({ content: '世界' })),
      event(chunk({}, 'stop')),
      event('[DONE]'),
    ]
      .join('')
      .replaceAll('\n', '\r\n')
    const script: Script = async (exchange) => {
      await exchange.write(streamHead)
      const bytes = Buffer.from(events)
      for (let at = 0; at < bytes.length; at += 7)
        await exchange.write(
          Buffer.concat([
            Buffer.from(`${Math.min(7, bytes.length - at).toString(16)}\r\n`),
            bytes.subarray(at, at + 7),
            Buffer.from('\r\n'),
          ]),
        )
      await exchange.write(lastChunk)
    }
    const { fixture } = await world(script)
    expect(await rawStream(fixture)).toBe(events)
  })

  test('asked for a model that is not served: 404, and which are served is listed', async () => {
    const { client } = await world(answer(), {}, [asked], { models: [capable('first/large')] })
    expect(await failureOf(ask(client))).toMatchObject({
      status: 404,
      code: 'model_not_found',
      message: expect.stringContaining('`auto` is not served here'),
    })
    expect((await all(client.models.list())).map((model) => model.id)).toEqual(['first/large'])
  })

  test('no model of the chain can take it: 400 that says why', async () => {
    const models = [capable('first/large', { capabilities: { tools: false } })]
    const { client } = await world(answer(), {}, [stage('first/large')], { models })
    const tools = [{ type: 'function' as const, function: { name: 'f', parameters: {} } }]
    const told = await failureOf(client.chat.completions.create({ model: 'auto', messages, tools }))
    expect(told).toMatchObject({
      status: 400,
      code: 'no_capable_model',
      message: expect.stringContaining('first/large cannot do tools'),
    })
  })

  test('a chain that ends in deny says what the policy says', async () => {
    const deny: Stage = {
      pick: 'deny',
      models: [],
      on: [...defaultOn],
      message: 'No capacity.',
      status: 403,
      shown: 'deny',
    }
    const { client } = await world(error(503), {}, [stage('first/large'), deny])
    expect(await failureOf(ask(client))).toMatchObject({
      status: 403,
      message: expect.stringContaining('No capacity. (main.route#everything)'),
    })
  })
})

describe('choice', () => {
  test('cheapest is the cheapest by this request; a retry takes the next-best member', async () => {
    const price = (input: number): object => ({
      prices: [{ rates: { input, output: input }, source: 'gwc', date: '2026-11-22' }],
    })
    const models = [capable('second/large', price(9_000)), capable('first/large', price(1_000))]
    const { client, fixture } = await world(
      error(503),
      { retries: 1 },
      [stage(['second/large', 'first/large'])],
      { models },
    )
    expect(await ask(client)).toBe('From the second.')
    expect(outcomes(fixture)).toEqual(['first 5xx', 'second ok'])
  })

  test('several accounts share the traffic', async () => {
    const first = await startFakeProvider(answer())
    const fixture = await startFixture(routeAll([stage('first/large')]), {
      providers: { first: { baseUrl: first.baseUrl, accounts: ['a', 'b'] } },
    })
    open.push({ [Symbol.asyncDispose]: first.close }, fixture)
    const client = new OpenAI({ apiKey: clientKey, baseURL: fixture.baseUrl })
    await Promise.all(Array.from({ length: 20 }, () => ask(client)))
    const keys = first.requests.map((each) => each.headers['authorization'])
    expect(new Set(keys)).toEqual(new Set(['Bearer a', 'Bearer b']))
  })
})

/** The bytes of a stream's body, to its end. */
async function rawStream(fixture: Fixture): Promise<string> {
  const response = await fetch(`${fixture.baseUrl}/chat/completions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${clientKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ model: 'auto', messages, stream: true, stream_options: { include_usage: true } }),
  })
  expect(response.status).toBe(200)
  return response.text()
}

test('a stream that nobody disturbs is complete', async () => {
  const { client } = await world(stream(['All', ' is', ' well.']))
  expect(await askStream(client)).toBe('All is well.')
})
