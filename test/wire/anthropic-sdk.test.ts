import Anthropic from '@anthropic-ai/sdk'
import Anthropic0 from 'anthropic-0'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startFakeProvider } from '../support/fake-provider.ts'
import type { FakeProvider } from '../support/fake-provider.ts'
import { clientKey, routeAll, stage, startFixture } from '../support/gateway-fixture.ts'
import type { Fixture } from '../support/gateway-fixture.ts'
import { bigCall } from '../support/provider/said.ts'
import { whole } from '../support/provider/http-bytes.ts'
import { fail, say, wholeOf } from '../support/provider/say.ts'

let provider: FakeProvider
let fixture: Fixture

beforeAll(async () => {
  provider = await startFakeProvider(say())
  fixture = await startFixture(routeAll([stage('anthropic/claude')]), {
    providers: { anthropic: { baseUrl: provider.baseUrl, dialect: 'anthropic' } },
  })
})

beforeEach(() => provider.script(say()))

afterAll(async () => {
  await fixture.gateway.close()
  await provider.close()
})

const weather = {
  name: 'weather',
  description: 'The weather of a town.',
  input_schema: {
    type: 'object' as const,
    properties: { town: { type: 'string' } },
    required: ['town'],
  },
}

const question = {
  model: 'claude',
  max_tokens: 100,
  messages: [{ role: 'user' as const, content: 'Hello?' }],
}

const twoCalls = [
  { id: 'toolu_1', name: 'weather', arguments: '{"town":"Graz"}' },
  { id: 'toolu_2', name: 'weather', arguments: '{"town":"Linz"}' },
]

/** The body of the provider's last request. */
function sent(): unknown {
  return JSON.parse(provider.requests.at(-1)!.body.toString())
}

// The major versions share what is used here; their types do not know of each other.
const versions = [
  ['@anthropic-ai/sdk 1', Anthropic, '2026-10-21'],
  ['@anthropic-ai/sdk 0', Anthropic0 as unknown as typeof Anthropic, '2023-06-01'],
] as const

describe.each(versions)('%s through the gateway', (_, Client, version) => {
  const client = (maxRetries = 0): Anthropic =>
    new Client({ apiKey: clientKey, baseURL: fixture.baseUrl.replace('/v1', ''), maxRetries })

  test('gets a whole answer; its version of the API goes up as sent, its key does not', async () => {
    const message = await client().messages.create(question)
    expect(message.content).toEqual([{ type: 'text', text: 'Hello there.' }])
    expect(sent()).toEqual({ ...question, model: 'claude' })
    const { headers, rawHead } = provider.requests.at(-1)!
    expect(headers['anthropic-version']).toBe(version)
    expect(headers['x-api-key']).toBe('upstream-secret')
    expect(rawHead).not.toContain(clientKey)
  })

  test('gets a stream to its end, thinking and signature included, and its usage is metered', async () => {
    provider.script(say({ reasoning: 'Let me see.', text: 'It is sunny in Graz.' }))
    const message = await client().messages.stream(question).finalMessage()
    expect(message.content).toMatchObject([
      { type: 'thinking', thinking: 'Let me see.', signature: expect.any(String) as string },
      { type: 'text', text: 'It is sunny in Graz.' },
    ])
    expect(message.stop_reason).toBe('end_turn')
    expect(message.usage).toMatchObject({ input_tokens: 12, cache_read_input_tokens: 8, output_tokens: 5 })
    expect(fixture.traces.at(-1)?.usage).toEqual({
      input: 12,
      cacheRead: 8,
      cacheWrite5m: 0,
      cacheWrite1h: 0,
      output: 5,
      reasoning: 0,
    })
  })

  test('runs a tool loop: the call comes down, its result goes up', async () => {
    provider.script([say({ calls: twoCalls.slice(0, 1) }), say({ text: 'Sunny.' })])
    const asked = await client().messages.create({ ...question, tools: [weather] })
    expect(asked.content).toEqual([
      { type: 'tool_use', id: 'toolu_1', name: 'weather', input: { town: 'Graz' } },
    ])
    const result = { type: 'tool_result' as const, tool_use_id: 'toolu_1', content: 'sunny' }
    const turns = [
      ...question.messages,
      { role: 'assistant' as const, content: asked.content },
      { role: 'user' as const, content: [result] },
    ]
    const told = await client().messages.create({ ...question, tools: [weather], messages: turns })
    expect(told.content).toMatchObject([{ text: 'Sunny.' }])
    expect(sent()).toMatchObject({ messages: [{}, {}, { content: [result] }] })
  })

  test('gets parallel tool calls of a stream, each with its own arguments', async () => {
    provider.script(say({ calls: twoCalls }))
    const message = await client()
      .messages.stream({ ...question, tools: [weather] })
      .finalMessage()
    expect(message.stop_reason).toBe('tool_use')
    expect(message.content).toMatchObject([
      { type: 'tool_use', id: 'toolu_1', input: { town: 'Graz' } },
      { type: 'tool_use', id: 'toolu_2', input: { town: 'Linz' } },
    ])
  })

  test('gets arguments of 64 KiB whole, streamed and not', async () => {
    const call = bigCall()
    provider.script(say({ calls: [call] }))
    const expected = [{ type: 'tool_use', id: call.id, input: JSON.parse(call.arguments) as unknown }]
    expect((await client().messages.create(question)).content).toMatchObject(expected)
    expect((await client().messages.stream(question).finalMessage()).content).toMatchObject(expected)
  })

  test('aborts: the provider is told at once', async () => {
    provider.script(say({ text: 'one two three four five' }, 200))
    const stream = client().messages.stream(question)
    stream.on('text', () => stream.abort())
    await expect(stream.done()).rejects.toThrow('aborted')
    await expect.poll(() => provider.openConnections).toBe(0)
  })

  test('counts tokens: forwarded to the provider, free', async () => {
    const { max_tokens: __, ...counted } = question
    const { data, response } = await client().messages.countTokens(counted).withResponse()
    expect(data).toEqual({ input_tokens: 20 })
    expect(provider.requests.at(-1)!.path).toBe('/v1/messages/count_tokens')
    expect(response.headers.get('x-gwc-cost')).toBe('0')
    expect(response.headers.get('x-gwc-estimated')).toBeNull()
  })

  test("gets the gateway's own errors in its own classes, with a request id, and asks once", async () => {
    const stranger = new Client({
      apiKey: 'nobody',
      baseURL: fixture.baseUrl.replace('/v1', ''),
      maxRetries: 2,
    })
    const before = fixture.traces.length
    const error: unknown = await stranger.messages.create(question).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({
      status: 401,
      requestID: expect.any(String) as string,
      error: { type: 'error', error: { type: 'authentication_error', code: 'invalid_api_key' } },
    })
    expect(fixture.traces.length).toBe(before + 1)
  })

  test("gets the provider's own error as it is", async () => {
    provider.script(fail(400, {}, { type: 'invalid_request_error', message: 'prompt is too long: 9 > 8' }))
    await expect(client().messages.create(question)).rejects.toMatchObject({
      status: 400,
      error: { error: { type: 'invalid_request_error', message: 'prompt is too long: 9 > 8' } },
    })
  })

  test('gets a stream of a provider that answers whole', async () => {
    const text = 'Hello there.'
    const said = { reasoning: 'Hm.', text, calls: twoCalls }
    provider.script((exchange) => exchange.write(whole(200, wholeOf(exchange, said))))
    const message = await client().messages.stream(question).finalMessage()
    expect(message.content).toMatchObject([
      { type: 'thinking', thinking: 'Hm.', signature: expect.any(String) as string },
      { type: 'text', text },
      { type: 'tool_use', id: 'toolu_1', input: { town: 'Graz' } },
      { type: 'tool_use', id: 'toolu_2', input: { town: 'Linz' } },
    ])
    expect(message.usage).toMatchObject({ input_tokens: 12, output_tokens: 5 })
  })
})
