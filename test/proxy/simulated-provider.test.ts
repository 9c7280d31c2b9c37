import OpenAI from 'openai'
import { expect, test } from 'vitest'
import { startSimulatedProvider } from '../../runtime/upstream/simulated-provider.ts'
import { all } from '../support/all.ts'
import { clientKey, routeAll, stage, startFixture } from '../support/gateway-fixture.ts'

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
