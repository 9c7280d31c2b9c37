import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import type { AttemptAction } from '../../schemas/generated/decision-table.ts'
import { startFakeProvider } from '../support/fake-provider.ts'
import type { FakeProvider, Script } from '../support/fake-provider.ts'
import { clientKey, defaultOn, routeAll, stage, startFixture } from '../support/gateway-fixture.ts'
import type { Fixture } from '../support/gateway-fixture.ts'
import { firstHalf, halfSaid } from '../support/provider/break-off.ts'
import { httpChunk, lastChunk, streamHead } from '../support/provider/http-bytes.ts'
import { hello } from '../support/provider/said.ts'
import { eventsOf, fail, say, writeEvents } from '../support/provider/say.ts'
import { scriptNamed } from '../support/provider/scripts-by-name.ts'
import { chatRequest, parseAnswer, rawSocket } from '../support/raw-socket.ts'
import { askIn, dataOf, tongues } from '../support/tongues.ts'

const open: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close()
})

const hasty = { firstSilenceMs: 60, silenceMs: 60, unreadMs: 60_000 }
const stages = [stage('first/large'), stage('second/large', defaultOn)]

async function world(
  script: Script | readonly Script[],
  { pace = hasty, ...attempt }: Partial<AttemptAction> & { readonly pace?: typeof hasty } = {},
): Promise<{ readonly first: FakeProvider; readonly second: FakeProvider; readonly fixture: Fixture }> {
  const first = await startFakeProvider(script)
  const second = await startFakeProvider(say({ text: 'From the second.' }))
  const fixture = await startFixture(routeAll(stages, { ambiguous: 'once', ...attempt }), {
    providers: { first: { baseUrl: first.baseUrl }, second: { baseUrl: second.baseUrl } },
    pace,
  })
  open.push(first.close, second.close, fixture.gateway.close)
  return { first, second, fixture }
}

const body = (stream: boolean): string =>
  JSON.stringify({ model: 'auto', stream, messages: [{ role: 'user', content: 'Hi.' }] })

const [chat, responses] = [tongues[0]!, tongues[1]!]

describe('keep-alive', () => {
  const silentFirst: Script = async (exchange) => {
    await exchange.wait(250)
    await say()(exchange)
  }

  test('before the first byte it commits the 200, and the answer follows', async () => {
    const { fixture } = await world(silentFirst)
    const { status, text } = await askIn(fixture, chat, true)
    expect(status).toBe(200)
    expect(text).toMatch(/^: keep-alive\n\n/)
    expect(dataOf(text).at(-1)).toBe('[DONE]')
  })

  test('an error after it is an event, and says what the provider said', async () => {
    const { fixture } = await world([
      async (exchange) => {
        await exchange.wait(150)
        await fail(400, {}, { message: 'The prompt is odd.', code: 'odd_prompt' })(exchange)
      },
    ])
    const { status, text } = await askIn(fixture, chat, true)
    expect(status).toBe(200)
    expect(text).not.toContain('[DONE]')
    expect(JSON.parse(dataOf(text).at(-1)!)).toMatchObject({
      error: { message: 'The prompt is odd.', code: 'odd_prompt' },
    })
    expect(fixture.traces.at(-1)).toMatchObject({ status: 200, error: 'provider_error' })
  })

  test('another provider may still answer behind it', async () => {
    const { fixture } = await world(async ({ wait, rst }) => {
      await wait(150)
      rst()
    })
    const { text } = await askIn(fixture, chat, true)
    expect(text).toMatch(/^: keep-alive\n\n/)
    expect(text).toContain('second.')
    expect(dataOf(text).at(-1)).toBe('[DONE]')
  })

  test('a whole answer where a stream was asked for comes as one behind it', async () => {
    const { fixture } = await world(async (exchange) => {
      await exchange.wait(150)
      const { request } = exchange
      const whole = {
        ...request,
        body: Buffer.from(request.body.toString().replace('"stream":true', '"stream":false')),
      }
      await say()({ ...exchange, request: whole })
    })
    const { text } = await askIn(fixture, chat, true)
    expect(text).toMatch(/^: keep-alive\n\n/)
    expect(dataOf(text).at(-1)).toBe('[DONE]')
  })

  test('covers silence in the middle, between whole events', async () => {
    const { fixture } = await world(async (exchange) => {
      const [opening = '', word = '', ...rest] = eventsOf(exchange, hello)
      await exchange.write(streamHead + httpChunk(opening + word + rest[0]!.slice(0, 9)))
      await exchange.wait(200)
      await exchange.write(httpChunk(rest.join('').slice(9)) + lastChunk)
    })
    const { text } = await askIn(fixture, chat, true)
    expect(text).toMatch(/\n\n: keep-alive\n\ndata: /)
    expect(dataOf(text).every((data) => data === '[DONE]' || data.endsWith('}'))).toBe(true)
  })

  test('repeats response.in_progress, which it gives out for that, and goes on behind it', async () => {
    const { fixture } = await world(async (exchange) => {
      const events = eventsOf(exchange, hello)
      await exchange.write(streamHead)
      await writeEvents(exchange, events.slice(0, 2))
      await exchange.wait(200)
      await writeEvents(exchange, events.slice(2))
      await exchange.write(lastChunk)
    })
    const types = dataOf((await askIn(fixture, responses, true)).text).map(
      (data) => (JSON.parse(data) as { type: string }).type,
    )
    expect(types.slice(0, 3)).toEqual(['response.created', 'response.in_progress', 'response.in_progress'])
    expect(types.at(-1)).toBe('response.completed')
  })

  test('leaves whole answers alone', async () => {
    const { fixture } = await world(silentFirst)
    expect(JSON.parse((await askIn(fixture, chat, false)).text)).toMatchObject({ object: 'chat.completion' })
  })
})

describe('a client that ends its side', () => {
  test.each([
    ['a whole answer', false],
    ['a stream', true],
  ])('still gets %s', async (_, stream) => {
    const { fixture } = await world(async (exchange) => {
      await exchange.wait(80)
      await say(hello, 20)(exchange)
    })
    using raw = await rawSocket(fixture.gateway.port)
    raw.socket.end(chatRequest(clientKey, body(stream)))
    const text = await raw.closed()
    expect(text).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\n/)
    const answer = parseAnswer(text.replaceAll('HTTP/1.1 100 Continue\r\n\r\n', ''))
    expect(answer.status).toBe(200)
    expect(answer.body).toContain(stream ? '[DONE]' : 'Hello there.')
  })

  test('gets every answer that it asked for before', async () => {
    const { fixture } = await world(say())
    using raw = await rawSocket(fixture.gateway.port)
    const request = chatRequest(clientKey, body(false)).toString().replace('connection: close\r\n', '')
    raw.socket.end(request.repeat(3))
    expect((await raw.closed()).match(/HTTP\/1\.1 200/g)).toHaveLength(3)
  })

  test('and is gone is found out before the answer comes', async () => {
    const { first, fixture } = await world(({ wait }) => wait(60_000))
    const raw = await rawSocket(fixture.gateway.port)
    raw.send(chatRequest(clientKey, body(true)))
    await expect.poll(() => first.requests.length).toBe(1)
    raw.socket.destroy()
    await expect.poll(() => first.openConnections, { timeout: 2_000 }).toBe(0)
    await expect.poll(() => fixture.traces.at(-1)?.attempts[0]?.outcome).toBe('aborted')
  })
})

test('H14 a client that never reads holds its provider back, and is left', async () => {
  const { first, fixture } = await world(scriptNamed('flood'), {
    pace: { firstSilenceMs: 60_000, silenceMs: 60_000, unreadMs: 300 },
    idleMs: 60_000,
  })
  const before = process.memoryUsage().rss
  const raw = await rawSocket(fixture.gateway.port)
  raw.socket.pause()
  raw.send(chatRequest(clientKey, body(true)))
  await expect.poll(() => first.requests.length).toBe(1)
  await expect.poll(() => first.openConnections, { timeout: 10_000 }).toBe(0)
  expect(process.memoryUsage().rss - before).toBeLessThan(128 * 1024 * 1024)
  await expect.poll(() => fixture.traces.at(-1)?.error).toBe('client_closed_request')
  raw.socket.destroy()
})

describe('abort drain', () => {
  test('reads a stream to its end after its client has left, for its usage', async () => {
    const { first, fixture } = await world(say({ text: 'One two three four five six seven eight.' }, 15), {
      abort: 'drain',
    })
    const raw = await rawSocket(fixture.gateway.port)
    raw.send(chatRequest(clientKey, body(true)))
    await raw.until('One')
    raw.socket.resetAndDestroy()
    await expect.poll(() => fixture.traces.length, { timeout: 5_000 }).toBe(1)
    expect(fixture.traces[0]).toMatchObject({
      usage: { input: 12, output: 5 },
      error: 'client_closed_request',
      attempts: [{ outcome: 'cancelled' }],
    })
    expect(first.requests).toHaveLength(1)
  })

  test('waits no longer than the deadlines, and sends nothing else', async () => {
    const { first, second, fixture } = await world(({ wait }) => wait(60_000), {
      abort: 'drain',
      firstTokenMs: 200,
    })
    const raw = await rawSocket(fixture.gateway.port)
    raw.send(chatRequest(clientKey, body(true)))
    await expect.poll(() => first.requests.length).toBe(1)
    raw.socket.resetAndDestroy()
    await expect.poll(() => fixture.traces.length, { timeout: 5_000 }).toBe(1)
    await expect.poll(() => [first.openConnections, second.requests.length]).toEqual([0, 0])
  })
})

test('[DONE] with nothing that says why the model stopped is held back', async () => {
  const { fixture } = await world(async (exchange) => {
    const { request } = exchange
    const events = eventsOf({ request }, hello).filter((event) => !event.includes('"finish_reason":"'))
    await exchange.write(streamHead + httpChunk(events.join('')) + lastChunk)
  })
  const { text } = await askIn(fixture, chat, true)
  expect(text).toContain('there.')
  expect(text).not.toContain('[DONE]')
  expect(text).toContain('stream_truncated')
})

test('an error that the provider put into its stream is not told twice', async () => {
  const { fixture } = await world(scriptNamed('error-event'))
  const { text } = await askIn(fixture, chat, true)
  expect(text.match(/"error":/g)).toHaveLength(1)
})

test('a slow whole answer is waited for: a first token is what streams have', async () => {
  const { fixture } = await world(
    async (exchange) => {
      await exchange.wait(300)
      await say()(exchange)
    },
    { firstTokenMs: 100 },
  )
  expect((await askIn(fixture, chat, false)).text).toContain('Hello there.')
})

test('a stream that breaks off shows what came, once', async () => {
  const { fixture } = await world(async (exchange) => {
    await exchange.write(streamHead)
    await writeEvents(exchange, firstHalf(exchange))
    await pause(20)
    exchange.rst()
  })
  const { text } = await askIn(fixture, chat, true)
  const words = dataOf(text).flatMap((data) => {
    const { choices = [] } = JSON.parse(data) as { choices?: { delta: { content?: string } }[] }
    return choices.map(({ delta }) => delta.content ?? '')
  })
  expect(halfSaid.text.startsWith(words.join(''))).toBe(true)
})
