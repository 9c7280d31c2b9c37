import OpenAI from 'openai'
import OpenAI6 from 'openai-6'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { all } from '../support/all.ts'
import { startFakeProvider } from '../support/fake-provider.ts'
import type { FakeProvider } from '../support/fake-provider.ts'
import { capable, clientKey, routeAll, stage, startFixture } from '../support/gateway-fixture.ts'
import type { Fixture } from '../support/gateway-fixture.ts'
import { bigCall } from '../support/provider/said.ts'
import { say } from '../support/provider/say.ts'

let provider: FakeProvider
let fixture: Fixture

beforeAll(async () => {
  provider = await startFakeProvider(say())
  fixture = await startFixture(routeAll([stage('acme/large')]), {
    providers: { acme: { baseUrl: provider.baseUrl } },
    models: [capable('acme/large'), capable('acme/vectors', { kind: 'embedding' })],
  })
})

beforeEach(() => provider.script(say()))

afterAll(async () => {
  await fixture.gateway.close()
  await provider.close()
})

/** What the provider was sent last. */
function sent(): unknown {
  return JSON.parse(provider.requests.at(-1)!.body.toString())
}

const used = { input: 12, cacheRead: 8, cacheWrite5m: 0, cacheWrite1h: 0, output: 5, reasoning: 2 }

const weather = {
  type: 'function' as const,
  name: 'weather',
  description: 'The weather of a town.',
  parameters: { type: 'object', properties: { town: { type: 'string' } }, required: ['town'] },
  strict: false,
}
const { type, ...weatherFunction } = weather

const twoCalls = [
  { id: 'call_1', name: 'weather', arguments: '{"town":"Graz"}' },
  { id: 'call_2', name: 'weather', arguments: '{"town":"Linz"}' },
]

// The major versions share what is used here; their types do not know of each other.
const versions = [
  ['openai 7', OpenAI],
  ['openai 6', OpenAI6 as unknown as typeof OpenAI],
] as const

describe.each(versions)('%s through the gateway', (_, Client) => {
  const client = (): OpenAI => new Client({ apiKey: clientKey, baseURL: fixture.baseUrl, maxRetries: 0 })

  describe('chat completions', () => {
    const messages = [{ role: 'user' as const, content: 'What is the weather in Graz and in Linz?' }]
    const ask = { model: 'auto', messages, tools: [{ type, function: weatherFunction }] }

    test('call two tools in parallel, and take their results', async () => {
      provider.script([say({ calls: twoCalls }), say({ text: 'Sun and rain.' })])
      const first = await client().chat.completions.create(ask)
      const { message } = first.choices[0]!
      expect(message.tool_calls?.map(({ id }) => id)).toEqual(['call_1', 'call_2'])
      const results = twoCalls.map(({ id }) => ({ role: 'tool' as const, tool_call_id: id, content: 'sun' }))
      const second = await client().chat.completions.create({
        ...ask,
        messages: [...messages, message, ...results],
      })
      expect(second.choices[0]?.message.content).toBe('Sun and rain.')
      expect(sent()).toMatchObject({ model: 'large', messages: { length: 4 } })
    })

    test('stream the arguments of a call whole, 64 KiB of them', async () => {
      const call = bigCall()
      provider.script(say({ calls: [call] }))
      const final = await client().chat.completions.stream(ask).finalChatCompletion()
      const [got] = final.choices[0]!.message.tool_calls!
      expect(got).toMatchObject({ function: { name: call.name, arguments: call.arguments } })
    })

    test('keep a schema, an image and every field that gwc does not know', async () => {
      const content = [{ type: 'image_url' as const, image_url: { url: 'data:image/png;base64,AAAA' } }]
      const json_schema = { name: 'answer', schema: { type: 'object' }, strict: true }
      const more = {
        response_format: { type: 'json_schema' as const, json_schema },
        x_unknown: { deep: [1] },
      }
      const body = { model: 'auto', messages: [{ role: 'user' as const, content }], ...more }
      await client().chat.completions.create(body)
      expect(sent()).toEqual({ ...body, model: 'large' })
    })
  })

  describe('responses', () => {
    const ask = { model: 'auto', input: 'What is the weather?', tools: [weather] }

    test('come whole, and are counted', async () => {
      const { data, response } = await client().responses.create(ask).withResponse()
      expect(data.output_text).toBe('Hello there.')
      expect(response.headers.get('x-gwc-model')).toBe('acme/large')
      expect(sent()).toEqual({ ...ask, model: 'large' })
      expect(fixture.traces.at(-1)?.usage).toEqual(used)
    })

    test('stream through the helper, which accepts no event that OpenAI does not send', async () => {
      provider.script(say({ reasoning: 'They greet.', text: 'Hello there, friend.' }))
      const stream = client().responses.stream(ask)
      const deltas: string[] = []
      stream.on('response.output_text.delta', ({ delta }) => deltas.push(delta))
      const final = await stream.finalResponse()
      expect(final.output_text).toBe('Hello there, friend.')
      expect(deltas.join('')).toBe('Hello there, friend.')
      expect(fixture.traces.at(-1)).toMatchObject({ usage: used, status: 200 })
    })

    test('call two tools in parallel, and take their results', async () => {
      provider.script([say({ calls: twoCalls }), say({ text: 'Sun and rain.' })])
      const first = await client().responses.stream(ask).finalResponse()
      const calls = first.output.filter((item) => item.type === 'function_call')
      expect(calls.map(({ call_id }) => call_id)).toEqual(['call_1', 'call_2'])
      const results = calls.map(({ call_id }) => ({
        type: 'function_call_output' as const,
        call_id,
        output: 'sun',
      }))
      const input = [{ role: 'user' as const, content: ask.input }, ...calls, ...results]
      const second = await client().responses.create({ ...ask, input })
      expect(second.output_text).toBe('Sun and rain.')
    })

    test('stream the arguments of a call whole, 64 KiB of them', async () => {
      const call = bigCall()
      provider.script(say({ calls: [call] }))
      const final = await client().responses.stream(ask).finalResponse()
      expect(final.output[0]).toMatchObject({ type: 'function_call', arguments: call.arguments })
    })

    test('are aborted at the provider, too', async () => {
      provider.script(say({ text: 'word '.repeat(2_000) }, 1))
      const stream = await client().responses.create({ ...ask, stream: true })
      for await (const event of stream) if (event.type === 'response.output_text.delta') break
      stream.controller.abort()
      await expect.poll(() => provider.openConnections).toBe(0)
      await expect.poll(() => fixture.traces.at(-1)?.error).toBe('client_closed_request')
    })
  })

  describe('legacy completions', () => {
    const ask = { model: 'auto', prompt: ['Say hello.'], max_tokens: 20 }

    test('come whole', async () => {
      const got = await client().completions.create(ask)
      expect(got.choices[0]?.text).toBe('Hello there.')
      expect(sent()).toEqual({ ...ask, model: 'large' })
      expect(fixture.traces.at(-1)?.usage).toEqual(used)
    })

    test('stream without the usage chunk that they did not ask for, which is counted', async () => {
      const chunks = await all(await client().completions.create({ ...ask, stream: true }))
      expect(chunks.map(({ choices }) => choices[0]?.text).join('')).toBe('Hello there.')
      expect(chunks.every(({ choices }) => choices.length === 1)).toBe(true)
      expect(sent()).toMatchObject({ stream_options: { include_usage: true } })
      expect(fixture.traces.at(-1)?.usage).toEqual(used)
    })

    test('stream with it when they did', async () => {
      const options = { stream: true as const, stream_options: { include_usage: true } }
      const chunks = await all(await client().completions.create({ ...ask, ...options }))
      expect(chunks.at(-1)?.usage?.completion_tokens).toBe(5)
    })
  })

  describe('embeddings', () => {
    test('come in base64, which the SDK asks for by itself, in order', async () => {
      const input = ['one', 'two', 'three']
      const { data } = await client().embeddings.create({ model: 'vectors', input })
      expect(sent()).toEqual({ model: 'vectors', input, encoding_format: 'base64' })
      expect(data.map(({ index }) => index)).toEqual([0, 1, 2])
      expect(data.every(({ embedding }) => embedding.every(Number.isFinite))).toBe(true)
    })

    test('come as numbers, the same ones, when they are asked for', async () => {
      const ask = { model: 'vectors', input: 'one' }
      const numbers = await client().embeddings.create({ ...ask, encoding_format: 'float' })
      const packed = await client().embeddings.create(ask)
      expect(numbers.data[0]?.embedding).toEqual(packed.data[0]?.embedding)
      expect(fixture.traces.at(-1)?.usage).toMatchObject({ input: 20, output: 0 })
    })

    test.each([[[1, 2, 3]], [[[1, 2], [3]]]])('take tokens, %j', async (input) => {
      await client().embeddings.create({ model: 'vectors', input })
      expect(sent()).toMatchObject({ input })
    })

    test('are of no model that makes text', async () => {
      const got = client().embeddings.create({ model: 'large', input: 'one' })
      await expect(got).rejects.toMatchObject({ status: 400, code: 'no_capable_model' })
    })
  })

  test('lists the models that the key may ask for, and shows one', async () => {
    const listed = await all(await client().models.list())
    expect(listed.map(({ id }) => id)).toEqual(['acme/large', 'acme/vectors'])
    expect(await client().models.retrieve('acme/large')).toMatchObject({ object: 'model' })
  })
})
