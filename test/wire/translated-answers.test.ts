import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Json } from '../../runtime/wire/json.ts'
import { startFakeProvider } from '../support/fake-provider.ts'
import type { FakeProvider } from '../support/fake-provider.ts'
import { asked, capable, routeAll, startFixture } from '../support/gateway-fixture.ts'
import type { Fixture } from '../support/gateway-fixture.ts'
import type { Said } from '../support/provider/said.ts'
import { say } from '../support/provider/say.ts'
import { askIn, tongues } from '../support/tongues.ts'

/** A model of each provider, and the one tongue that it speaks. */
const models = [
  { id: 'acme/chat', spoken: 'chat completions' },
  { id: 'other/gpt', spoken: 'responses' },
  { id: 'anthropic/claude', spoken: 'messages' },
  { id: 'google/gemini', spoken: 'generateContent' },
] as const

let provider: FakeProvider
let fixture: Fixture

beforeAll(async () => {
  provider = await startFakeProvider(say())
  const { baseUrl } = provider
  fixture = await startFixture(routeAll([asked]), {
    providers: {
      acme: { baseUrl, speaks: ['openai-chat'] },
      other: { baseUrl, speaks: ['openai-responses'] },
      anthropic: { baseUrl, dialect: 'anthropic' },
      google: { baseUrl, dialect: 'gemini' },
    },
    models: models.map(({ id }) => capable(id)),
  })
})

afterAll(async () => {
  await fixture.gateway.close()
  await provider.close()
})

/** Each tongue on each provider that does not speak it, whole and streaming. */
const ways = tongues
  .filter(({ name }) => name !== 'legacy completions')
  .flatMap((tongue) => models.map((model) => ({ ...model, name: tongue.name, tongue })))
  .filter(({ name, spoken }) => name !== spoken)
  .flatMap((pair) => [false, true].map((stream) => ({ ...pair, stream })))

/** Why an answer ended that the model declined, as each tongue says it. */
const declined: Readonly<Record<string, readonly unknown[]>> = {
  'chat completions': ['content_filter', 'stop'],
  responses: ['completed', 'incomplete'],
  messages: ['refusal'],
  generateContent: ['SAFETY'],
}

describe.each(ways)('$name on $spoken, streaming: $stream', ({ id, name, spoken, tongue, stream }) => {
  async function answerOf(said: Said): Promise<Json> {
    provider.script(say(said))
    const { status, text } = await askIn(fixture, { ...tongue, ask: { ...tongue.ask, model: id } }, stream)
    expect(status, text).toBe(200)
    return JSON.parse(stream ? String(tongue.dialect.assemble(Buffer.from(text))) : text) as Json
  }

  test('a refusal is told as one, and seen by the policy as one', async () => {
    const answer = await answerOf({ refusal: 'I cannot help with that.' })
    expect(declined[name]).toContain(endOf(answer))
    expect(tongue.dialect.isRefused(Buffer.from(JSON.stringify(answer)))).toBe(true)
    // Google takes the words away, too.
    if (spoken !== 'generateContent') expect(JSON.stringify(answer)).toContain('I cannot help with that.')
  })

  test('calls are told whole, with nothing beside them', async () => {
    const calls = [{ id: 'call_1', name: 'weather', arguments: '{"town":"Graz"}' }]
    const text = JSON.stringify(await answerOf({ calls }))
    expect(text.replaceAll('\\', '')).toContain('{"town":"Graz"}')
    expect(text).not.toContain('"text":""')
  })

  test('usage is told by class, and the same as it is charged by', async () => {
    const tokens = { input: 1_000, cacheRead: 600, cacheWrite: 0, output: 50, reasoning: 0 }
    const answer = await answerOf({ text: 'Hello.', tokens })
    const charged = fixture.traces.at(-1)?.usage
    expect(charged).toMatchObject({ input: 400, cacheRead: 600, output: 50 })
    expect(tongue.dialect.usageOf(Buffer.from(JSON.stringify(answer)))).toEqual(charged)
  })
})

function endOf(answer: Json): unknown {
  const [choice] = (answer['choices'] ?? answer['candidates'] ?? [answer]) as readonly Json[]
  return (
    choice?.['finish_reason'] ?? choice?.['finishReason'] ?? choice?.['stop_reason'] ?? choice?.['status']
  )
}
