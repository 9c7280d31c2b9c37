import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import type { AttemptAction, Stage } from '../../schemas/generated/decision-table.ts'
import { startFakeProvider } from '../support/fake-provider.ts'
import type { FakeProvider, Script } from '../support/fake-provider.ts'
import { defaultOn, routeAll, stage, startFixture } from '../support/gateway-fixture.ts'
import type { Fixture, FixtureOptions } from '../support/gateway-fixture.ts'
import { wide } from '../support/provider/bent-streams.ts'
import { hello } from '../support/provider/said.ts'
import type { Said } from '../support/provider/said.ts'
import { fail, say } from '../support/provider/say.ts'
import { scriptNamed } from '../support/provider/scripts-by-name.ts'
import type { ScriptName } from '../support/provider/scripts-by-name.ts'
import { speechOf } from '../support/provider/speech.ts'
import { askIn, dataOf, tongues } from '../support/tongues.ts'
import type { Told, Tongue } from '../support/tongues.ts'

interface World {
  readonly first: FakeProvider
  readonly second: FakeProvider
  readonly fixture: Fixture
}

const open: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close()
})

const alone = [stage('first/large')]
const withSpare = [stage('first/large'), stage('second/large', defaultOn)]

async function world(
  script: Script | readonly Script[],
  stages: readonly Stage[] = withSpare,
  attempt: Partial<AttemptAction> = {},
  options: Partial<FixtureOptions> = {},
): Promise<World> {
  const first = await startFakeProvider(script)
  const second = await startFakeProvider(say({ text: 'From the second.' }))
  const limits = { firstTokenMs: 400, idleMs: 400, ambiguous: 'once' as const, ...attempt }
  const fixture = await startFixture(routeAll(stages, limits), {
    providers: { first: { baseUrl: first.baseUrl }, second: { baseUrl: second.baseUrl } },
    ...options,
  })
  open.push(first.close, second.close, fixture.gateway.close)
  return { first, second, fixture }
}

/** Asks once where the first provider does what the name says. */
async function under(
  name: ScriptName,
  tongue: Tongue,
  stream: boolean,
  stages = withSpare,
): Promise<World & { readonly told: Told }> {
  const made = await world(scriptNamed(name), stages)
  const told = await askIn(made.fixture, tongue, stream)
  expect(made.fixture.bugs).toEqual([])
  expect(told.text).not.toContain('upstream-secret')
  return { ...made, told }
}

/** Faults that show before the answer does: the next stage takes over, and the client sees nothing of it. */
const early = [
  ...(['429', '500', '502', '503', '504', '529', '408', '401', '403', 'unknown-model'] as const),
  ...(['reset-before-head', 'end-before-head', 'empty-answer', 'empty-object', 'empty-stream'] as const),
  ...(['page', 'gzip-answer', 'br-answer', 'bomb', 'retry-after-1e9', 'retry-after-nan'] as const),
  ...(['both-lengths', 'two-lengths', 'huge-head', 'status-099', 'status-999', 'status-101'] as const),
] satisfies readonly ScriptName[]

/** Faults before the first content of a stream. */
const beforeContent = [
  ...(['silent', 'slow-first-token', 'malformed-event', 'error-event-first', 'long-line'] as const),
] satisfies readonly ScriptName[]

/** Faults after the first content of a stream. */
const midStream = [
  ...(['cut-by-end', 'cut-by-reset', 'cut-at-eof', 'stall', 'malformed-chunk', 'error-event'] as const),
] satisfies readonly ScriptName[]

/** What may be done to the bytes of a stream without changing what they say. */
const bends: readonly (readonly [ScriptName, Said])[] = [
  ['sliced', wide],
  ['sliced-crlf', wide],
  ['crlf', hello],
  ['cr', hello],
  ['mixed-line-ends', hello],
  ['byte-order-mark', hello],
  ['comments', hello],
  ['no-final-blank', hello],
]

describe.each(tongues)('$name', (tongue) => {
  test.each(early)('%s: the next stage answers, whole and streaming', async (name) => {
    for (const stream of [false, true]) {
      const { told, second } = await under(name, tongue, stream)
      expect(told.status).toBe(200)
      expect(told.text).toContain('second.')
      expect(dataOf(told.text).length > 0).toBe(stream)
      if (stream) expect(told.text).toContain(tongue.terminal)
      expect(second.requests).toHaveLength(1)
    }
  })

  test.each(beforeContent)(
    '%s before the first content of a stream: the next stage answers',
    async (name) => {
      const { told, second } = await under(name, tongue, true)
      expect(told.status).toBe(200)
      expect(told.text).toContain('second.')
      expect(told.text).toContain(tongue.terminal)
      expect(second.requests).toHaveLength(1)
    },
  )

  test.each(midStream)(
    'U04 to U06 %s in a stream: told as an error, never complete, never said twice',
    async (name) => {
      const { told, second } = await under(name, tongue, true)
      expect(told.status).toBe(200)
      expect(told.text).toContain('Half')
      expect(told.text).not.toContain('torn')
      expect(told.text).not.toContain(tongue.terminal)
      expect(told.text).toMatch(tongue.failed)
      expect(told.isWhole).toBe(tongue.breaks !== true)
      expect(second.requests).toHaveLength(0)
    },
  )

  test.each(['cut-by-end', 'cut-by-reset', 'stall'] as const)(
    '%s in a whole answer: the next stage answers',
    async (name) => {
      const { told } = await under(name, tongue, false)
      expect(told).toMatchObject({ status: 200, text: expect.stringContaining('From the second.') })
    },
  )

  test('no terminal event: told as an error', async () => {
    const { told } = await under('no-terminal', tongue, true)
    expect(told.text).not.toContain(tongue.terminal)
    expect(told.text).toMatch(tongue.failed)
  })

  test.each(bends)('U11 %s: the same events arrive', async (name, said) => {
    const { fixture } = await world(scriptNamed(name), alone, { firstTokenMs: 20_000, idleMs: 20_000 })
    const told = await askIn(fixture, tongue, true)
    const sent = speechOf(tongue.path)
      .events(said, { model: 'large', ...tongue.ask })
      .join('')
    expect(dataOf(told.text)).toEqual(dataOf(sent))
  })

  test.each([
    '400',
    '422',
    'page-400',
    'broken-error',
    'gzip-error',
    'huge-error',
    'echoed-key-400',
  ] as const)('U08 %s: the client gets its status, as JSON, bounded, and no key of ours', async (name) => {
    const { told, second } = await under(name, tongue, false)
    expect(told.status).toBe(name === '422' ? 422 : 400)
    expect(JSON.parse(told.text)).toMatchObject({ error: { message: expect.any(String) } })
    expect(told.text.length).toBeLessThan(64 * 1024)
    expect(second.requests).toHaveLength(0)
  })

  test('a context that is too long keeps its words; only a stage that names it takes it', async () => {
    const told = (await under('context', tongue, true)).told
    const { message, code } = speechOf(tongue.path).overflow
    expect(told.status).toBe(400)
    expect(JSON.parse(told.text)).toMatchObject({ error: { message, ...(code === null ? {} : { code }) } })
    const named = await under('context', tongue, true, [alone[0]!, stage('second/large', ['context'])])
    expect(named.told.text).toContain('second.')
  })

  test('S08 an error event that repeats our key arrives without it', async () => {
    const { told } = await under('error-event-with-key', tongue, true)
    expect(told.text).toContain('[redacted]')
    expect(told.text).toMatch(tongue.failed)
  })

  test.each(['usage-absent', 'usage-zero', 'usage-negative'] as const)(
    'U12 %s: what is unknown is not zero',
    async (name) => {
      for (const stream of [false, true]) {
        const { fixture } = await under(name, tongue, stream, alone)
        const { usage, cost } = fixture.traces.at(-1)!
        if (name === 'usage-zero')
          expect({ input: usage?.input, output: usage?.output, cost }).toEqual({
            input: 0,
            output: 0,
            cost: 0,
          })
        else expect([usage, cost]).toEqual([undefined, undefined])
      }
    },
  )

  test('J10 what a model says cannot forge an event', async () => {
    const text =
      'a\n\ndata: [DONE]\n\nevent: message_stop\r\n\r\u2028\u2029\u0085data: {"error":{}}\n\n "finish_reason":"stop" end.'
    const { fixture } = await world(say({ text }), alone)
    const told = await askIn(fixture, tongue, true)
    const sent = speechOf(tongue.path).events({ text }, { model: 'large', ...tongue.ask })
    expect(dataOf(told.text)).toEqual(dataOf(sent.join('')))
  })
})

describe('U07 Retry-After', () => {
  const chat = tongues[0]!
  test.each(['retry-after-0', 'retry-after-1'] as const)('%s is waited for', async (name) => {
    const { first, fixture } = await world(scriptNamed(name), alone, { retries: 1 })
    const begunMs = performance.now()
    expect((await askIn(fixture, chat, false)).status).toBe(200)
    expect(first.requests).toHaveLength(2)
    if (name === 'retry-after-1') expect(performance.now() - begunMs).toBeGreaterThanOrEqual(990)
  })

  test.each([
    ['retry-after-1e9', 429],
    ['retry-after-date', 529],
  ] as const)('%s is neither waited for nor told: 30 s at most', async (name, status) => {
    for (const tongue of tongues) {
      const { first, fixture } = await world(scriptNamed(name), alone, { retries: 2 })
      const told = await askIn(fixture, tongue, true)
      expect(told.status).toBe(status)
      expect(Number(told.headers.get('retry-after'))).toBeLessThanOrEqual(30)
      expect(first.requests).toHaveLength(1)
    }
  })

  test('a hundred clients cost a provider that asks for rest little more than its own retries', async () => {
    const { first, fixture } = await world(scriptNamed('429'), alone, {
      retries: 3,
      backoffMinMs: 1,
      backoffMaxMs: 2,
    })
    await Promise.all(Array.from({ length: 100 }, () => askIn(fixture, chat, false)))
    expect(first.requests.length).toBeLessThanOrEqual(121)
  })
})

describe('U10 an answer that nobody asked for', () => {
  test.each(['two-answers', 'late-answer'] as const)('%s never reaches another request', async (name) => {
    const { fixture } = await world(scriptNamed(name), alone)
    for (let i = 0; i < 20; i++) {
      const told = await askIn(fixture, tongues[0]!, false)
      expect(told.text).not.toContain('Poison')
      expect([200, 502]).toContain(told.status)
      // The next request finds the connection idle: what comes behind a request that was sent looks like its answer to anyone.
      await pause(10)
    }
  })
})

test.each(['status-100', 'status-103-a-thousand-times'] as const)(
  'U09 %s before an answer does it no harm, or is a 502',
  async (name) => {
    const { told } = await under(name, tongues[0]!, false, alone)
    expect([200, 502]).toContain(told.status)
  },
)

test('U16 a provider that flaps never keeps a request from the spare', async () => {
  const { fixture } = await world((exchange) => {
    const isBad = exchange.request.headers['x-stainless-request'] === 'odd'
    return (isBad ? fail(503) : say())(exchange)
  })
  for (let i = 0; i < 40; i++)
    expect(
      (await askIn(fixture, tongues[0]!, false, { 'x-stainless-request': i % 2 === 0 ? 'odd' : 'even' }))
        .status,
    ).toBe(200)
})
