import OpenAI from 'openai'
import { afterEach, describe, expect, test } from 'vitest'
import { all } from '../support/all.ts'
import { chunk, converse, event, httpChunk, lastChunk, streamHead, usage } from '../support/chat-scripts.ts'
import { startFakeProvider } from '../support/fake-provider.ts'
import type { FakeProvider, Script } from '../support/fake-provider.ts'
import { clientKey, routeAll, stage, startFixture } from '../support/gateway-fixture.ts'
import type { Fixture } from '../support/gateway-fixture.ts'
import type { Action } from '../../schemas/generated/decision-table.ts'

const exact: Action = { kind: 'cache', mode: 'exact', ttlMs: 60_000, within: 'key' }
const open: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close()
})

async function world(
  script: Script | readonly Script[],
): Promise<{ readonly provider: FakeProvider; readonly fixture: Fixture; readonly client: OpenAI }> {
  const provider = await startFakeProvider(script)
  const spec = { ...routeAll([stage('acme/large')]), cache: [{ allow: {}, action: exact, rule: null }] }
  const fixture = await startFixture(spec, { providers: { acme: { baseUrl: provider.baseUrl } } })
  open.push(provider.close, fixture.gateway.close)
  return {
    provider,
    fixture,
    client: new OpenAI({ apiKey: clientKey, baseURL: fixture.baseUrl, maxRetries: 0 }),
  }
}

/** All of its input came from the cache. */
const cachedUsage = { ...usage, prompt_tokens_details: { cached_tokens: usage.prompt_tokens } }
const messages = [{ role: 'user' as const, content: 'Say hello.' }]

describe('the exact cache', () => {
  test('answers a second time whole and as a stream, with usage when asked, at no cost', async () => {
    const { client, provider, fixture } = await world(converse('Hello there, friend.'))
    const first = await client.chat.completions.create({ model: 'auto', messages }).withResponse()
    expect(first.response.headers.get('x-gwc-cache')).toBe('miss')
    const again = await client.chat.completions.create({ model: 'auto', messages }).withResponse()
    expect(again.data).toEqual({ ...first.data, usage: cachedUsage })
    expect(again.response.headers.get('x-gwc-cache')).toMatch(/^exact; id=[0-9a-f]{64}; score=1; age=0$/)
    expect(again.response.headers.get('x-gwc-cost')).toBe('0')
    const streamed = await all(
      await client.chat.completions.create({
        model: 'auto',
        messages,
        stream: true,
        stream_options: { include_usage: true },
      }),
    )
    expect(streamed.map((each) => each.choices[0]?.delta.content ?? '').join('')).toBe('Hello there, friend.')
    expect(streamed.at(-2)?.choices[0]?.finish_reason).toBe('stop')
    expect(streamed.at(-1)?.usage).toEqual(cachedUsage)
    expect(provider.requests).toHaveLength(1)
    expect(fixture.traces.map((trace) => trace.cache)).toEqual(['miss', 'hit', 'hit'])
  })

  test('keeps what came as a stream, tool calls put together', async () => {
    const call = (more: object): string => event(chunk({ tool_calls: [{ index: 0, ...more }] }))
    const script: Script = async ({ write }) => {
      const events = [
        call({ id: 'call_1', type: 'function', function: { name: 'look_up', arguments: '' } }),
        call({ function: { arguments: '{"city":' } }),
        call({ function: { arguments: '"Bonn"}' } }),
        event(chunk({}, 'tool_calls')),
        event('[DONE]'),
      ]
      await write(streamHead + events.map(httpChunk).join('') + lastChunk)
    }
    const { client, provider } = await world(script)
    await all(await client.chat.completions.create({ model: 'auto', messages, stream: true }))
    const whole = await client.chat.completions.create({ model: 'auto', messages })
    expect(whole.choices[0]?.message.tool_calls).toEqual([
      { id: 'call_1', type: 'function', function: { name: 'look_up', arguments: '{"city":"Bonn"}' } },
    ])
    expect(whole.choices[0]?.finish_reason).toBe('tool_calls')
    expect(provider.requests).toHaveLength(1)
  })

  test('keeps nothing of a stream that broke off', async () => {
    const cut: Script = async ({ write, fin }) => {
      await write(streamHead + httpChunk(event(chunk({ content: 'Half' }))))
      fin()
    }
    const { client, provider } = await world([cut, converse('Whole.')])
    await expect(
      client.chat.completions.create({ model: 'auto', messages, stream: true }).then(all),
    ).rejects.toThrow()
    expect(
      (await client.chat.completions.create({ model: 'auto', messages })).choices[0]?.message.content,
    ).toBe('Whole.')
    expect(provider.requests).toHaveLength(2)
  })

  test.each([
    ['no-store', 3],
    ['no-cache', 2],
  ])('Cache-Control: %s is obeyed', async (header, requests) => {
    const { client, provider } = await world(converse())
    const fresh = { headers: { 'cache-control': header } }
    await client.chat.completions.create({ model: 'auto', messages }, fresh)
    await client.chat.completions.create({ model: 'auto', messages }, fresh)
    await client.chat.completions.create({ model: 'auto', messages })
    expect(provider.requests).toHaveLength(requests)
  })
})
