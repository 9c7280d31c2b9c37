import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import OpenAI from 'openai'
import { afterEach, describe, expect, test } from 'vitest'
import { all } from '../support/all.ts'
import { startChaosProxy } from '../support/chaos-proxy.ts'
import type { ChaosRules } from '../support/chaos-proxy.ts'
import { startFakeProvider } from '../support/fake-provider.ts'
import type { Script } from '../support/fake-provider.ts'
import { readBill } from '../support/provider/bill.ts'
import { whole } from '../support/provider/http-bytes.ts'
import { bigCall } from '../support/provider/said.ts'
import type { Said } from '../support/provider/said.ts'
import { say } from '../support/provider/say.ts'
import { failingShare, scriptNamed } from '../support/provider/scripts-by-name.ts'
import { vectorOf } from '../support/provider/speak-embeddings.ts'
import { startProviderChild } from '../support/provider-child.ts'
import { rawSocket } from '../support/raw-socket.ts'

const open: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close()
})

async function provider(script: Script): Promise<OpenAI> {
  const started = await startFakeProvider(script)
  open.push(started.close)
  return new OpenAI({ apiKey: 'any', baseURL: started.baseUrl, maxRetries: 0 })
}

const everything: Said = {
  text: 'Both of them.',
  reasoning: 'Think first.',
  calls: [{ id: 'call_1', name: 'search', arguments: '{"query":"gwc"}' }, bigCall()],
}
const messages = [{ role: 'user' as const, content: 'Hi.' }]

describe('the fake provider speaks as the APIs do, by their own SDK', () => {
  test('chat completions, whole and streaming, with parallel tools and 64 KiB of arguments', async () => {
    const client = await provider(say(everything))
    const whole = await client.chat.completions.create({ model: 'm', messages })
    const streamed = await client.chat.completions.stream({ model: 'm', messages }).finalChatCompletion()
    for (const { choices } of [whole, streamed]) {
      expect(choices[0]!.message.content).toBe('Both of them.')
      const names = choices[0]!.message.tool_calls!.map((call) => call.type === 'function' && call.function)
      expect(names).toEqual(everything.calls!.map((call) => expect.objectContaining(rest(call))))
      expect(choices[0]!.finish_reason).toBe('tool_calls')
    }
  })

  test('responses, whole and streaming', async () => {
    const client = await provider(say(everything))
    const whole = await client.responses.create({ model: 'm', input: 'Hi.' })
    const streamed = await client.responses.stream({ model: 'm', input: 'Hi.' }).finalResponse()
    for (const response of [whole, streamed]) {
      expect(response.output_text).toBe('Both of them.')
      expect(response.output.map((item) => item.type)).toEqual([
        'reasoning',
        'message',
        'function_call',
        'function_call',
      ])
      expect(response.usage!.output_tokens).toBe(5)
    }
  })

  test('completions and embeddings', async () => {
    const client = await provider(say())
    const text = await client.completions.create({ model: 'm', prompt: 'Hi.' })
    expect(text.choices[0]!.text).toBe('Hello there.')
    const parts = await all(await client.completions.create({ model: 'm', prompt: 'Hi.', stream: true }))
    expect(parts.map((part) => part.choices[0]?.text).join('')).toBe('Hello there.')
    const { data } = await client.embeddings.create({ model: 'm', input: ['one', 'two'] })
    expect(data.map((each) => [...each.embedding])).toEqual([vectorOf('one'), vectorOf('two')])
  })
})

function rest(call: { readonly name: string; readonly arguments: string }): object {
  return { name: call.name, arguments: call.arguments }
}

describe('the bill', () => {
  test('has every attempt that was answered, though the provider was killed', async () => {
    const bill = join(mkdtempSync(join(tmpdir(), 'gwc-bill-')), 'bill.jsonl')
    const child = await startProviderChild('--script', 'hello', '--bill', bill)
    const client = new OpenAI({ apiKey: 'any', baseURL: child.baseUrl, maxRetries: 0 })
    for (const key of ['a', 'b'])
      await client.chat.completions.create(
        { model: 'm', messages },
        { headers: { 'x-stainless-request': key } },
      )
    await child.kill()
    expect(readBill(bill)).toMatchObject([
      { path: '/v1/chat/completions', model: 'm', key: 'a', tokens: { input: 20, output: 5 } },
      { model: 'm', key: 'b' },
    ])
  })

  test('a script that does not exist is refused by name', () => {
    expect(() => scriptNamed('no-such')).toThrow(/no script no-such: there are .*hello, /)
  })
})

test('a share of faults falls on the same requests in any order', async () => {
  const outcomes = async (keys: readonly string[]): Promise<Record<string, number>> => {
    const client = await provider(failingShare(7, 0.5, ['500'], say()))
    const seen: Record<string, number> = {}
    for (const key of keys)
      seen[key] = await client.chat.completions
        .create({ model: 'm', messages }, { headers: { 'x-stainless-request': key } })
        .then(
          () => 200,
          (reason: { status: number }) => reason.status,
        )
    return seen
  }
  const keys = Array.from({ length: 20 }, (_, at) => `k${at}`)
  const forwards = await outcomes(keys)
  expect(await outcomes(keys.toReversed())).toEqual(forwards)
  expect(new Set(Object.values(forwards))).toEqual(new Set([200, 500]))
})

describe('the chaos proxy', () => {
  const body = 'x'.repeat(1000)
  const answer = whole(200, body)

  async function through(rules: ChaosRules, limitMs = 300): Promise<string> {
    const target = await startFakeProvider(({ write }) => write(answer))
    const proxy = await startChaosProxy(target.port, rules)
    open.push(target.close, proxy.close)
    using raw = await rawSocket(proxy.port)
    raw.send('GET / HTTP/1.1\r\n\r\n')
    const closed = raw.closed().catch(() => '')
    const arrived = raw.until(body).catch(() => '')
    await Promise.race([closed, arrived, new Promise((resolve) => setTimeout(resolve, limitMs))])
    return raw.received()
  }

  test.each([
    ['slices', { down: { sliceBytes: 1 } }],
    ['waits', { down: { latencyMs: 20 }, up: { latencyMs: 20 } }],
    ['throttles', { down: { bytesPerSecond: 10_000 } }],
    ['ends one direction alone', { up: { cutAfterBytes: 18, cut: 'half' } }],
  ] as const)('%s, and all bytes arrive', async (_, rules) => {
    expect(await through(rules, 5_000)).toBe(answer)
  })

  test.each([
    ['an end', { down: { cutAfterBytes: 100, cut: 'end' } }],
    ['a reset', { down: { cutAfterBytes: 100, cut: 'reset' } }],
    ['silence', { down: { cutAfterBytes: 100, cut: 'blackhole' } }],
  ] as const)('cuts by %s', async (_, rules) => {
    expect(answer.startsWith(await through(rules))).toBe(true)
  })

  test('accepts and connects nowhere', async () => {
    expect(await through({ blackhole: true }, 50)).toBe('')
  })
})
