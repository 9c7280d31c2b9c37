import { afterEach, describe, expect, test } from 'vitest'
import { startFakeProvider } from '../support/fake-provider.ts'
import { clientKey, defaultOn, routeAll, stage, startFixture } from '../support/gateway-fixture.ts'
import { say } from '../support/provider/say.ts'

const open: AsyncDisposable[] = []

afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each[Symbol.asyncDispose]()
})

const messages = [{ role: 'user', content: 'Hi.' }]

/** What becomes of a chat request at a provider of this name, and at the one that stands behind it. */
async function ask(provider: string, body: object | string) {
  const [first, second] = [await startFakeProvider(say()), await startFakeProvider(say())]
  const fixture = await startFixture(
    routeAll([stage(`${provider}/large`), stage('acme/large', [...defaultOn])]),
    { providers: { [provider]: { baseUrl: first.baseUrl }, acme: { baseUrl: second.baseUrl } } },
  )
  open.push({ [Symbol.asyncDispose]: first.close }, { [Symbol.asyncDispose]: second.close }, fixture)
  const answer = await fetch(`${fixture.baseUrl}/chat/completions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${clientKey}`, 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify({ model: 'auto', messages, ...body }),
  })
  await answer.text()
  const sent = first.requests[0]?.body.toString()
  return { status: answer.status, sent, answeredBy: answer.headers.get('x-gwc-provider') }
}

describe('Mistral, which refuses fields that it does not know', () => {
  test('is not sent the option that asks for usage, which it sends unasked', async () => {
    const { sent } = await ask('mistral', { stream: true, stream_options: { include_usage: true }, top_p: 1 })
    expect(sent).toBe(JSON.stringify({ model: 'large', messages, stream: true, top_p: 1 }))
  })

  test('is sent the cap under the name that it knows', async () => {
    const { sent } = await ask('mistral', { max_completion_tokens: 40 })
    expect(sent).toBe(JSON.stringify({ model: 'large', messages, max_tokens: 40 }))
  })

  test('is sent ids of tool calls as it wants them, the same for a call and its result', async () => {
    const called = (id: string): object[] => [
      {
        role: 'assistant',
        content: null,
        tool_calls: [{ id, type: 'function', function: { name: 'f', arguments: '{}' } }],
      },
      { role: 'tool', tool_call_id: id, content: 'done' },
    ]
    const { sent } = await ask('mistral', {
      messages: [...messages, ...called('call_abc'), ...called('aB3dE6gH9')],
    })
    const [, call, result, ...own] = (
      JSON.parse(sent!) as { messages: { tool_calls: { id: string }[]; tool_call_id: string }[] }
    ).messages
    expect(call!.tool_calls[0]!.id).toMatch(/^[a-zA-Z0-9]{9}$/)
    expect(result!.tool_call_id).toBe(call!.tool_calls[0]!.id)
    expect(own).toEqual(called('aB3dE6gH9'))
  })

  test.each([
    ['{"stream_options":{"include_usage":true},"stream":true}', '{"model":"large","stream":true}'],
    ['{"stream":true , "stream_options" : {} }', '{"model":"large","stream":true  }'],
    ['{"stream_options":{}}', '{"model":"large","stream_options":null}'],
    ['{"model":"m","stream_options":{},"a":1}', '{"model":"large","a":1}'],
    ['{"stream\\u005foptions":{},"a":1}', '{"model":"large","stream\\u005foptions":null,"a":1}'],
  ])('%s goes as %s', async (body, wanted) => {
    expect((await ask('mistral', body)).sent).toBe(wanted)
  })
})

describe('OpenRouter, where a request may name other models', () => {
  test.each(['models', 'route', 'preset'])('is not asked what `%s` would choose', async (field) => {
    const { sent, answeredBy } = await ask('openrouter', { [field]: ['dear/model'] })
    expect([sent, answeredBy]).toEqual([undefined, 'acme'])
  })

  test('not by an escaped key either; and null asks for nothing', async () => {
    const escaped = '{"model":"auto","messages":[],"mod\\u0065ls":["dear/model"]}'
    expect((await ask('openrouter', escaped)).answeredBy).toBe('acme')
    expect((await ask('openrouter', { models: null })).answeredBy).toBe('openrouter')
  })
})

test.each(['deepseek', 'mistral', 'fireworks', 'cerebras'])(
  '%s, which knows no role `developer`, is sent what stands under it as `system`',
  async (provider) => {
    const developer = { role: 'developer', content: 'Say "developer".' }
    const { sent } = await ask(provider, { messages: [developer, ...messages] })
    expect(sent).toBe(
      JSON.stringify({ model: 'large', messages: [{ ...developer, role: 'system' }, ...messages] }),
    )
  },
)

describe('what another API asks is said so that the provider takes it', () => {
  async function translated(provider: string, path: string, body: object): Promise<object> {
    const fake = await startFakeProvider(say())
    const fixture = await startFixture(routeAll([stage(`${provider}/large`)]), {
      providers: { [provider]: { baseUrl: fake.baseUrl } },
    })
    open.push({ [Symbol.asyncDispose]: fake.close }, fixture)
    const answer = await fetch(`${fixture.baseUrl}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${clientKey}`, 'content-type': 'application/json' },
      body: JSON.stringify({ model: 'auto', ...body }),
    })
    expect(answer.status).toBe(200)
    return JSON.parse(fake.requests[0]!.body.toString()) as object
  }

  test.each([
    ['mistral', 'medium', 'high'],
    ['mistral', 'none', 'none'],
    ['cerebras', 'xhigh', 'high'],
    ['cerebras', 'minimal', 'low'],
    ['deepseek', 'max', 'max'],
    ['google', 'none', undefined],
  ])('%s, asked to think %s, is told %s', async (provider, effort, wanted) => {
    const sent = await translated(provider, '/responses', { input: 'Hi.', reasoning: { effort } })
    expect(sent).toHaveProperty('messages')
    expect((sent as { reasoning_effort?: string }).reasoning_effort).toBe(wanted)
  })

  test.each([
    ['mistral', 'session-1'],
    ['deepseek', undefined],
  ])('%s gets the key of a prompt cache only where it takes one', async (provider, wanted) => {
    const sent = await translated(provider, '/responses', { input: 'Hi.', prompt_cache_key: 'session-1' })
    expect((sent as { prompt_cache_key?: string }).prompt_cache_key).toBe(wanted)
  })

  test('no server is asked for what it does unasked: tools in parallel, and not strictly', async () => {
    const tool = { type: 'function', name: 'f', parameters: {}, strict: false }
    const sent = await translated('cerebras', '/responses', {
      input: 'Hi.',
      tools: [tool],
      parallel_tool_calls: true,
    })
    expect(sent).toEqual({
      model: 'large',
      messages: [{ role: 'user', content: 'Hi.' }],
      tools: [{ type: 'function', function: { name: 'f', parameters: { type: 'object' } } }],
    })
  })

  test('instructions of a developer come as those of the system', async () => {
    const sent = await translated('together', '/responses', {
      input: [{ role: 'developer', content: 'Be brief.' }],
    })
    expect(sent).toMatchObject({ messages: [{ role: 'system', content: 'Be brief.' }] })
  })
})

test('other providers get a cap and stream options as the client wrote them', async () => {
  const body = { stream: true, stream_options: { include_usage: true }, max_completion_tokens: 40 }
  expect((await ask('deepseek', body)).sent).toBe(JSON.stringify({ model: 'large', messages, ...body }))
})

test.each([
  ['groq', '/v1/responses'],
  ['mistral', '/v1/chat/completions'],
])('%s is sent what it speaks: %s', async (provider, path) => {
  const fake = await startFakeProvider(say())
  const fixture = await startFixture(routeAll([stage(`${provider}/large`)]), {
    providers: { [provider]: { baseUrl: fake.baseUrl } },
  })
  open.push({ [Symbol.asyncDispose]: fake.close }, fixture)
  const answer = await fetch(`${fixture.baseUrl}/responses`, {
    method: 'POST',
    headers: { authorization: `Bearer ${clientKey}` },
    body: JSON.stringify({ model: 'auto', input: 'Hi.' }),
  })
  expect(answer.status).toBe(200)
  expect(fake.requests.map((request) => request.path)).toEqual([path])
})

describe('usage in streams is asked for as the row says', () => {
  const apis = [
    ['/chat/completions', { messages }],
    ['/completions', { prompt: 'Hi.' }],
    ['/responses', { input: 'Hi.' }],
  ] as const

  test.each(apis)('%s', async (path, body) => {
    for (const usageInStream of ['include', 'always', 'never'] as const) {
      const fake = await startFakeProvider(say())
      const fixture = await startFixture(routeAll([stage('acme/large')]), {
        providers: { acme: { baseUrl: fake.baseUrl, usageInStream } },
      })
      open.push({ [Symbol.asyncDispose]: fake.close }, fixture)
      const answer = await fetch(`${fixture.baseUrl}${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${clientKey}` },
        body: JSON.stringify({ model: 'auto', stream: true, ...body }),
      })
      await answer.text()
      const isAsked = usageInStream === 'include' && path !== '/responses'
      expect(fake.requests[0]!.body.includes('include_usage'), usageInStream).toBe(isAsked)
    }
  })
})
