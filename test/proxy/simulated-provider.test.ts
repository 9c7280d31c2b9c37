import OpenAI from 'openai'
import { expect, test } from 'vitest'
import { startSimulatedProvider } from '../../runtime/upstream/simulated-provider.ts'
import { all } from '../support/all.ts'
import { capable, clientKey, routeAll, stage, startFixture } from '../support/gateway-fixture.ts'

test('the simulated provider says in every reply that it is simulated, whole and streamed', async () => {
  const provider = await startSimulatedProvider()
  await using fixture = await startFixture(routeAll([stage('openai/gpt-4.1-mini')]), {
    providers: { openai: { baseUrl: provider.baseUrl } },
  })
  const client = new OpenAI({ apiKey: clientKey, baseURL: fixture.baseUrl, maxRetries: 0 })
  const messages = [{ role: 'user' as const, content: 'Hello?' }]
  const whole = await client.chat.completions.create({ model: 'auto', messages })
  expect(whole.choices[0]?.message.content).toBe('[simulated gpt-4.1-mini] You said: Hello?')
  expect(whole.system_fingerprint).toBe('gwc-simulated')
  const chunks = await all(await client.chat.completions.create({ model: 'auto', messages, stream: true }))
  expect(chunks.length).toBeGreaterThan(4)
  expect(chunks.map((each) => each.choices[0]?.delta.content ?? '').join('')).toBe(
    '[simulated gpt-4.1-mini] You said: Hello?',
  )
  expect(fixture.traces.at(-1)?.usage?.output).toBeGreaterThan(0)
  await provider.close()
})

test('it speaks the other APIs of OpenAI, too', async () => {
  const provider = await startSimulatedProvider()
  await using fixture = await startFixture(routeAll([stage('openai/gpt-4.1-mini')]), {
    providers: { openai: { baseUrl: provider.baseUrl } },
    models: [capable('openai/gpt-4.1-mini'), capable('openai/vectors', { kind: 'embedding' })],
  })
  const client = new OpenAI({ apiKey: clientKey, baseURL: fixture.baseUrl, maxRetries: 0 })
  const reply = '[simulated gpt-4.1-mini] You said: Hello?'
  const ask = { model: 'auto', input: [{ role: 'user' as const, content: 'Hello?' }] }
  expect((await client.responses.create(ask)).output_text).toBe(reply)
  const stream = client.responses.stream(ask)
  const words: string[] = []
  stream.on('response.output_text.delta', ({ delta }) => words.push(delta))
  expect((await stream.finalResponse()).output_text).toBe(reply)
  expect(words.length).toBeGreaterThan(3)
  const prompt = { model: 'auto', prompt: 'Hello?', stream: true } as const
  const chunks = await all(await client.completions.create(prompt))
  expect(chunks.map(({ choices }) => choices[0]?.text).join('')).toBe(reply)
  const { data } = await client.embeddings.create({ model: 'vectors', input: ['a', 'b'] })
  expect(data.map(({ embedding }) => embedding.length)).toEqual([8, 8])
  await provider.close()
})
