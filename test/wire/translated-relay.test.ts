import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startFakeProvider } from '../support/fake-provider.ts'
import type { FakeProvider, Script } from '../support/fake-provider.ts'
import { asked, capable, clientKey, routeAll, startFixture } from '../support/gateway-fixture.ts'
import type { Fixture } from '../support/gateway-fixture.ts'
import { postRequest, rawSocket } from '../support/raw-socket.ts'
import { httpChunk, lastChunk, streamHead, whole } from '../support/provider/http-bytes.ts'
import { hello } from '../support/provider/said.ts'
import { eventsOf, fail, say } from '../support/provider/say.ts'
import { speechOf } from '../support/provider/speech.ts'
import { askIn, requestIn, tongues } from '../support/tongues.ts'

/** A model of each provider, and the one tongue that it speaks. */
const models = [
  { id: 'acme/chat', tongue: 'chat completions' },
  { id: 'other/gpt', tongue: 'responses' },
  { id: 'anthropic/claude', tongue: 'messages' },
  { id: 'google/gemini', tongue: 'generateContent' },
] as const

let provider: FakeProvider
let fixture: Fixture

beforeAll(async () => {
  provider = await startFakeProvider(say())
  const { baseUrl } = provider
  fixture = await startFixture(routeAll([asked], { ambiguous: 'never' }), {
    providers: {
      acme: { baseUrl, speaks: ['openai-chat'] },
      other: { baseUrl, speaks: ['openai-responses'] },
      anthropic: { baseUrl, dialect: 'anthropic' },
      google: { baseUrl, dialect: 'gemini' },
    },
    models: models.map(({ id }) => capable(id)),
    pace: { firstSilenceMs: 60, silenceMs: 60, unreadMs: 60_000 },
  })
})

afterAll(async () => {
  await fixture.gateway.close()
  await provider.close()
})

/** What a client of each sees while nothing is said, once its stream has begun. */
const signs: Readonly<Record<string, (text: string) => boolean>> = {
  'chat completions': (text) => text.includes(': keep-alive\n\n'),
  responses: (text) => text.split('event: response.in_progress').length > 2,
  messages: (text) => text.includes('event: ping'),
  generateContent: (text) => text.includes('\n\n\n\n'),
}

const pairs = tongues
  .filter(({ name }) => signs[name] !== undefined)
  .flatMap((tongue) =>
    models
      .filter(({ tongue: spoken }) => spoken !== tongue.name)
      .map(({ id }) => ({
        name: tongue.name,
        model: id,
        tongue: { ...tongue, ask: { ...tongue.ask, model: id } },
      })),
  )

/** Says one event, nothing for a while, and the rest. */
const pausing: Script = async (exchange) => {
  const [first = '', ...rest] = eventsOf(exchange, hello)
  await exchange.write(streamHead + httpChunk(first))
  await exchange.wait(400)
  for (const event of rest) await exchange.write(httpChunk(event))
  await exchange.write(lastChunk)
}

describe.each(pairs)('$name on $model', ({ name, tongue }) => {
  test('is kept alive in silence by what its own clients take', async () => {
    provider.script(pausing)
    const { status, text } = await askIn(fixture, tongue, true)
    expect(status).toBe(200)
    expect(signs[name]!(text)).toBe(true)
    expect(text).toContain(tongue.terminal)
    expect(text).not.toMatch(tongue.failed)
  })

  test('a provider stands still while the client does not read', async () => {
    const total = 24 * 1024 * 1024
    let sent = 0
    let hasEnded = false
    provider.script(async (exchange) => {
      exchange.socket.on('close', () => (hasEnded = true))
      const events = eventsOf(exchange, { text: 'x'.repeat(1_024) })
      const word = events.find((event) => event.includes('xxx'))!
      await exchange.write(streamHead + events.slice(0, events.indexOf(word)).map(httpChunk).join(''))
      const piece = httpChunk(word).repeat(16)
      while (sent < total && !exchange.socket.destroyed) {
        await exchange.write(piece)
        sent += piece.length
      }
    })
    using raw = await rawSocket(fixture.gateway.port)
    raw.socket.pause()
    const { path, body } = requestIn(tongue, true)
    raw.send(postRequest(`/v1${path}`, clientKey, JSON.stringify(body)))
    await expect.poll(() => sent, { timeout: 10_000 }).toBeGreaterThan(0)
    let before = -1
    await expect.poll(() => before === (before = sent), { interval: 400, timeout: 20_000 }).toBe(true)
    expect(sent).toBeLessThan(total)
    raw.socket.destroy()
    await expect.poll(() => hasEnded, { timeout: 10_000 }).toBe(true)
  })

  test('is told that the prompt is too long as its clients know it', async () => {
    provider.script((exchange) => fail(400, {}, speechOf(exchange.request.path).overflow)(exchange))
    const { status, text } = await askIn(fixture, tongue, false)
    expect(status).toBe(400)
    // Claude Code knows both sentences, Codex the code.
    expect(text).toMatch(/prompt is too long|exceeds the context window|maximum context length/)
    expect(text).toContain('context_length_exceeded')
  })

  test('is told when to come back', async () => {
    provider.script(fail(429, { 'retry-after': '7' }, { message: 'slow down' }))
    const { status, headers, text } = await askIn(fixture, tongue, false)
    expect([status, headers.get('retry-after')]).toEqual([429, '7'])
    expect(JSON.parse(text)).toMatchObject({ error: { message: 'slow down' } })
  })

  test('is told in JSON what the provider said with a page', async () => {
    provider.script(({ write }) =>
      write(whole(502, '<html>Bad gateway</html>', { 'content-type': 'text/html' })),
    )
    const { status, headers, text } = await askIn(fixture, tongue, false)
    expect([status, headers.get('content-type')]).toEqual([502, 'application/json'])
    expect(JSON.parse(text)).toMatchObject({ error: { message: expect.any(String) as string } })
    expect(text).not.toContain('<html>')
  })
})
