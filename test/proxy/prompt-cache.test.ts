import Anthropic from '@anthropic-ai/sdk'
import OpenAI from 'openai'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { startFakeProvider } from '../support/fake-provider.ts'
import type { FakeProvider } from '../support/fake-provider.ts'
import { capable, clientKey, routeAll, stage, startFixture } from '../support/gateway-fixture.ts'
import type { Fixture } from '../support/gateway-fixture.ts'
import { fail, say } from '../support/provider/say.ts'

const question = { role: 'user' as const, content: 'Hello?' }
const marked = (text: string, more: object = {}): object => ({
  type: 'text',
  text,
  cache_control: { type: 'ephemeral', ...more },
})

let provider: FakeProvider
const open: Fixture[] = []

beforeEach(async () => {
  provider = await startFakeProvider(say())
})

afterEach(async () => {
  vi.useRealTimers()
  for (const each of open.splice(0)) await each.gateway.close()
  await provider.close()
})

/** A gateway whose policy says `prompt_cache auto`, before one provider. */
async function gateway(name: string, dialect: 'openai' | 'anthropic'): Promise<string> {
  const shape = [{ allow: {}, action: { kind: 'shape', promptCache: 'auto' } as const, rule: 'caches' }]
  const fixture = await startFixture(
    { ...routeAll([stage(`${name}/large`)]), shape },
    {
      providers: { [name]: { baseUrl: provider.baseUrl, dialect } },
      models: [capable(`${name}/large`)],
    },
  )
  open.push(fixture)
  return fixture.baseUrl
}

/** What the provider was sent last. */
function sent(): Readonly<Record<string, unknown>> {
  return JSON.parse(provider.requests.at(-1)!.body.toString()) as Record<string, unknown>
}

describe('`shape { prompt_cache auto }` with the Anthropic SDK', () => {
  const client = (baseURL: string): Anthropic =>
    new Anthropic({ apiKey: clientKey, baseURL: baseURL.replace('/v1', ''), maxRetries: 0 })
  const asked = { model: 'claude', max_tokens: 100, system: 'Be kind.', messages: [question] }

  test('marks the prompt for Anthropic, streamed and not', async () => {
    const { messages } = client(await gateway('anthropic', 'anthropic'))
    const wanted = { system: [marked('Be kind.')], messages: [{ content: [marked('Hello?')] }] }
    await messages.create(asked)
    expect(sent()).toMatchObject(wanted)
    await messages.stream(asked).finalMessage()
    expect(sent()).toMatchObject(wanted)
  })

  test('leaves the marks of the client where they are, and adds none', async () => {
    const { messages } = client(await gateway('anthropic', 'anthropic'))
    const system = [
      { type: 'text' as const, text: 'Be kind.', cache_control: { type: 'ephemeral' as const } },
    ]
    await messages.create({ ...asked, system })
    expect(sent()).toEqual({ ...asked, model: 'large', system })
  })

  test('sends a provider that bills nothing by marks none', async () => {
    await client(await gateway('zai', 'anthropic')).messages.create(asked)
    expect(sent()).toEqual({ ...asked, model: 'large' })
  })

  test('asks for an hour once the session has paused', async () => {
    const { messages } = client(await gateway('anthropic', 'anthropic'))
    const named = { headers: { 'x-claude-code-session-id': 's-1' } }
    await messages.create(asked, named)
    expect(sent()['system']).toEqual([marked('Be kind.')])
    vi.setSystemTime(Date.now() + 10 * 60_000)
    await messages.create(asked, { headers: { 'x-claude-code-session-id': 's-2' } })
    expect(sent()['system']).toEqual([marked('Be kind.')])
    await messages.create(asked, named)
    expect(sent()['system']).toEqual([marked('Be kind.', { ttl: '1h' })])
    await messages.create(asked, named)
    expect(sent()['system']).toEqual([marked('Be kind.', { ttl: '1h' })])
  })
})

describe('`shape { prompt_cache auto }` with the OpenAI SDK', () => {
  const client = (baseURL: string, session?: string): OpenAI =>
    new OpenAI({
      apiKey: clientKey,
      baseURL,
      maxRetries: 0,
      ...(session !== undefined && { defaultHeaders: { 'x-session-id': session } }),
    })
  const chat = { model: 'gpt', messages: [question] }

  test('names the session to OpenAI, always the same and never as the client does', async () => {
    const url = await gateway('openai', 'openai')
    await client(url, 'alice-laptop-1').chat.completions.create(chat)
    const { prompt_cache_key: key, ...rest } = sent()
    expect(rest).toEqual({ ...chat, model: 'large' })
    expect(key).toMatch(/^[\w-]{43}$/)
    await client(url, 'alice-laptop-1').responses.create({ model: 'gpt', input: 'Hello?' })
    expect(sent()['prompt_cache_key']).toBe(key)
    await client(url, 'alice-laptop-2').chat.completions.create(chat)
    expect(sent()['prompt_cache_key']).not.toBe(key)
  })

  test("keeps the client's own key, and makes none up where no session is named", async () => {
    const url = await gateway('openai', 'openai')
    await client(url, 's-1').chat.completions.create({ ...chat, prompt_cache_key: 'mine' })
    expect(sent()['prompt_cache_key']).toBe('mine')
    await client(url).chat.completions.create(chat)
    expect(sent()).toEqual({ ...chat, model: 'large' })
  })

  test('sends the key only where the provider documents it', async () => {
    await client(await gateway('acme', 'openai'), 's-1').chat.completions.create(chat)
    expect(sent()).toEqual({ ...chat, model: 'large' })
    const xai = await gateway('xai', 'openai')
    await client(xai, 's-1').chat.completions.create(chat)
    expect(sent()).toEqual({ ...chat, model: 'large' })
    await client(xai, 's-1').responses.create({ model: 'gpt', input: 'Hello?' })
    expect(sent()['prompt_cache_key']).toMatch(/^[\w-]{43}$/)
  })

  test('marks what is translated for Anthropic as well', async () => {
    await client(await gateway('anthropic', 'anthropic')).chat.completions.create(chat)
    expect(sent()).toMatchObject({ messages: [{ content: [marked('Hello?')] }] })
  })
})

describe('`cheapest` of two that may have the prompt cached', () => {
  const priced = (id: string, input: number, cacheRead: number): ReturnType<typeof capable> =>
    capable(id, {
      prices: [{ rates: { input, cacheRead, output: 1_000_000_000 }, source: 'gwc', date: '2026-11-22' }],
    })

  test.each([
    ['auto', 'anthropic/large'],
    ['off', 'zai/large'],
  ] as const)('counts what `prompt_cache %s` has marked: %s', async (promptCache, wanted) => {
    const other = await startFakeProvider([fail(503), say()])
    const shape = [{ allow: {}, action: { kind: 'shape', promptCache } as const, rule: 'caches' }]
    const fixture = await startFixture(
      { ...routeAll([stage(['zai/large', 'anthropic/large'])], { retries: 1 }), shape },
      {
        providers: {
          anthropic: { baseUrl: provider.baseUrl, dialect: 'anthropic' },
          zai: { baseUrl: other.baseUrl, dialect: 'anthropic' },
        },
        models: [
          priced('zai/large', 600_000_000, 600_000_000),
          priced('anthropic/large', 1_000_000_000, 100_000_000),
        ],
      },
    )
    open.push(fixture)
    const client = new Anthropic({
      apiKey: clientKey,
      baseURL: fixture.baseUrl.replace('/v1', ''),
      maxRetries: 0,
      defaultHeaders: { 'x-claude-code-session-id': 's-1' },
    })
    const asked = {
      model: 'm',
      max_tokens: 10,
      system: 'All that is known. '.repeat(800),
      messages: [question],
    }
    await client.messages.create(asked)
    await client.messages.create(asked)
    expect(fixture.traces.map(({ model }) => model)).toEqual(['anthropic/large', wanted])
    await other.close()
  })
})
