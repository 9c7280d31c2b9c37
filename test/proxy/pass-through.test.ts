import OpenAI from 'openai'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clientKey, routeAll, stage, startFixture } from '../support/gateway-fixture.ts'
import type { Fixture } from '../support/gateway-fixture.ts'
import { answer, converse, stream, usage } from '../support/chat-scripts.ts'
import { all } from '../support/all.ts'
import { startFakeProvider } from '../support/fake-provider.ts'
import type { FakeProvider } from '../support/fake-provider.ts'

let provider: FakeProvider
let fixture: Fixture
let client: OpenAI

beforeAll(async () => {
  provider = await startFakeProvider(converse('Hello there, friend.'))
  fixture = await startFixture(routeAll([stage('acme/large')]), {
    providers: { acme: { baseUrl: provider.baseUrl } },
  })
  client = new OpenAI({ apiKey: clientKey, baseURL: fixture.baseUrl, maxRetries: 0 })
})

afterAll(async () => {
  await fixture.gateway.close()
  await provider.close()
})

const messages = [{ role: 'user' as const, content: 'Say hello.' }]

describe('the openai SDK through the gateway', () => {
  test('gets a whole answer, with the rule that chose the model', async () => {
    const { data, response } = await client.chat.completions
      .create({ model: 'auto', messages })
      .withResponse()
    expect(data.choices[0]?.message.content).toBe('Hello there, friend.')
    expect(response.headers.get('x-gwc-rule')).toBe('main.route#everything')
    expect(response.headers.get('x-gwc-model')).toBe('acme/large')
    expect(response.headers.get('x-gwc-policy')).toBe(fixture.cell.current.version)
    expect(JSON.parse(provider.requests.at(-1)!.body.toString())).toEqual({ model: 'large', messages })
  })

  test('gets a stream, whose usage chunk it did not ask for is kept from it but counted', async () => {
    const stream = await client.chat.completions.create({ model: 'auto', messages, stream: true })
    const chunks = await all(stream)
    expect(chunks.map((chunk) => chunk.choices[0]?.delta.content ?? '').join('')).toBe('Hello there, friend.')
    expect(chunks.every((chunk) => chunk.choices.length === 1)).toBe(true)
    expect(JSON.parse(provider.requests.at(-1)!.body.toString())).toMatchObject({
      stream_options: { include_usage: true },
    })
    expect(fixture.traces.at(-1)?.usage).toEqual({
      input: 12,
      cacheRead: 8,
      cacheWrite5m: 0,
      cacheWrite1h: 0,
      output: 5,
      reasoning: 2,
    })
  })

  test('gets a stream also of a provider that answers whole: in a page of JSON it would see no event', async () => {
    provider.script(answer('Whole.'))
    const asked = { model: 'auto', messages, stream: true, stream_options: { include_usage: true } } as const
    const chunks = await all(await client.chat.completions.create(asked))
    expect(chunks.map((chunk) => chunk.choices[0]?.delta.content ?? '').join('')).toBe('Whole.')
    expect(chunks.at(-2)?.choices[0]?.finish_reason).toBe('stop')
    expect(chunks.at(-1)?.usage).toEqual(usage)
    provider.script(converse('Hello there, friend.'))
  })

  test('gets an error in place of a stream that it did not ask for', async () => {
    provider.script(stream(['Unasked.']))
    await expect(client.chat.completions.create({ model: 'auto', messages })).rejects.toMatchObject({
      status: 502,
      message: expect.stringContaining('the provider streamed an answer that was to come whole'),
    })
    provider.script(converse('Hello there, friend.'))
  })

  test('leaves a trace whose first token came after its begin and before its end', async () => {
    await all(await client.chat.completions.create({ model: 'auto', messages, stream: true }))
    const { firstTokenMs, latencyMs } = fixture.traces.at(-1)!
    expect(firstTokenMs).toBeGreaterThan(0)
    expect(firstTokenMs).toBeLessThanOrEqual(latencyMs!)
  })

  test('gets the usage chunk when it asks for one', async () => {
    const options = { include_usage: true }
    const stream = await client.chat.completions.create({
      model: 'auto',
      messages,
      stream: true,
      stream_options: options,
    })
    expect((await all(stream)).at(-1)?.usage).toEqual(usage)
  })
})
