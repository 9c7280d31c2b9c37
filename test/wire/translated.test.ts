import Anthropic from '@anthropic-ai/sdk'
import OpenAI from 'openai'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startFakeProvider } from '../support/fake-provider.ts'
import type { FakeProvider } from '../support/fake-provider.ts'
import { asked, capable, clientKey, routeAll, startFixture } from '../support/gateway-fixture.ts'
import type { Fixture } from '../support/gateway-fixture.ts'
import { bigCall } from '../support/provider/said.ts'
import { fail, say } from '../support/provider/say.ts'

let provider: FakeProvider
let fixture: Fixture

/** One provider speaks chat completions and nothing else, one Anthropic's messages. */
beforeAll(async () => {
  provider = await startFakeProvider(say())
  const { baseUrl } = provider
  fixture = await startFixture(routeAll([asked]), {
    providers: { deepseek: { baseUrl }, anthropic: { baseUrl, dialect: 'anthropic' } },
    models: [capable('deepseek/chat'), capable('anthropic/claude')],
  })
})

beforeEach(() => provider.script(say()))

afterAll(async () => {
  await fixture.gateway.close()
  await provider.close()
})

function openai(): OpenAI {
  return new OpenAI({ apiKey: clientKey, baseURL: fixture.baseUrl, maxRetries: 0 })
}

function anthropic(): Anthropic {
  return new Anthropic({ apiKey: clientKey, baseURL: fixture.baseUrl.replace('/v1', ''), maxRetries: 0 })
}

/** The body of the provider's last request, and where it went. */
function sent(): { readonly path: string; readonly body: Readonly<Record<string, unknown>> } {
  const { path, body } = provider.requests.at(-1)!
  return { path, body: JSON.parse(body.toString()) as Readonly<Record<string, unknown>> }
}

async function listOf<T>(each: AsyncIterable<T>): Promise<readonly T[]> {
  const list: T[] = []
  for await (const item of each) list.push(item)
  return list
}

const schema = { type: 'object' as const, properties: { town: { type: 'string' } }, required: ['town'] }
const twoCalls = [
  { id: 'call_1', name: 'weather', arguments: '{"town":"Graz"}' },
  { id: 'call_2', name: 'weather', arguments: '{"town":"Linz"}' },
]

describe('an Anthropic client on a provider of chat completions', () => {
  const question = {
    model: 'deepseek/chat',
    max_tokens: 100,
    system: 'Be brief.',
    messages: [{ role: 'user' as const, content: 'Hello?' }],
  }
  const tools = [{ name: 'weather', description: 'The weather of a town.', input_schema: schema }]

  test('gets a whole answer', async () => {
    const message = await anthropic().messages.create(question)
    expect(message).toMatchObject({
      type: 'message',
      role: 'assistant',
      content: [{ type: 'text', text: 'Hello there.' }],
      stop_reason: 'end_turn',
      usage: { input_tokens: 12, cache_read_input_tokens: 8, output_tokens: 5 },
    })
    expect(sent()).toMatchObject({
      path: '/v1/chat/completions',
      body: {
        model: 'chat',
        max_tokens: 100,
        messages: [
          { role: 'system', content: 'Be brief.' },
          { role: 'user', content: 'Hello?' },
        ],
      },
    })
  })

  test('gets a stream, with usage that it need not ask for', async () => {
    const stream = anthropic().messages.stream(question)
    const texts: string[] = []
    stream.on('text', (text) => texts.push(text))
    const message = await stream.finalMessage()
    expect(texts.length).toBeGreaterThan(1)
    expect(texts.join('')).toBe('Hello there.')
    expect(message.usage).toMatchObject({ input_tokens: 12, cache_read_input_tokens: 8, output_tokens: 5 })
    expect(fixture.traces.at(-1)).toMatchObject({ usage: { input: 12, cacheRead: 8, output: 5 } })
  })

  test('calls two tools, and gives their results back', async () => {
    provider.script([say({ calls: twoCalls }), say({ text: 'Sun and rain.' })])
    const first = await anthropic()
      .messages.stream({ ...question, tools })
      .finalMessage()
    expect(first.stop_reason).toBe('tool_use')
    expect(first.content).toMatchObject([
      { type: 'tool_use', id: 'call_1', name: 'weather', input: { town: 'Graz' } },
      { type: 'tool_use', id: 'call_2', name: 'weather', input: { town: 'Linz' } },
    ])
    const results = twoCalls.map(({ id }) => ({
      type: 'tool_result' as const,
      tool_use_id: id,
      content: 'sun',
    }))
    const second = await anthropic().messages.create({
      ...question,
      tools,
      messages: [
        ...question.messages,
        { role: 'assistant', content: first.content },
        { role: 'user', content: results },
      ],
    })
    expect(second.content).toMatchObject([{ type: 'text', text: 'Sun and rain.' }])
    expect(sent().body['messages']).toMatchObject([
      { role: 'system' },
      { role: 'user' },
      { role: 'assistant', tool_calls: [{ id: 'call_1' }, { id: 'call_2' }] },
      { role: 'tool', tool_call_id: 'call_1', content: 'sun' },
      { role: 'tool', tool_call_id: 'call_2', content: 'sun' },
    ])
  })

  test('gets the blocks of a stream one after the other, as Anthropic sends them', async () => {
    provider.script(say({ calls: twoCalls }))
    const stream = anthropic().messages.stream({ ...question, tools })
    const blocks: unknown[] = []
    stream.on('contentBlock', (block) => blocks.push(block))
    const { content } = await stream.finalMessage()
    expect(blocks).toEqual(content)
    expect(content).toHaveLength(2)
  })

  test('gets arguments of 64 KiB whole', async () => {
    const call = bigCall()
    provider.script(say({ calls: [call] }))
    const message = await anthropic()
      .messages.stream({ ...question, tools })
      .finalMessage()
    expect(message.content).toMatchObject([{ input: JSON.parse(call.arguments) as unknown }])
  })

  test('is told in its own form what went wrong', async () => {
    provider.script(fail(400, {}, { message: 'too many of them' }))
    await expect(anthropic().messages.create(question)).rejects.toMatchObject({
      status: 400,
      error: { type: 'error', error: { message: expect.stringContaining('too many of them') as string } },
    })
  })

  test('is refused by name what only Anthropic does', async () => {
    const search = { type: 'web_search_20250305' as const, name: 'web_search' as const }
    await expect(anthropic().messages.create({ ...question, tools: [search] })).rejects.toMatchObject({
      status: 403,
      message: expect.stringContaining('tools[].type=web_search_20250305') as string,
    })
  })

  test('is warned of what was left out', async () => {
    const warm = { ...question, top_k: 40 }
    const { response } = await anthropic().messages.create(warm).withResponse()
    expect(response.headers.get('x-gwc-warnings')).toBe('dropped top_k')
    expect(fixture.traces.at(-1)?.warnings).toEqual(['dropped top_k'])
  })
})

test('a field of a made-up name bends no header', async () => {
  const { baseUrl } = fixture
  const odd = { 'x\r\nx-evil: 1': 1, ü: 1, plain_name: 1 }
  const body = { model: 'anthropic/claude', messages: [{ role: 'user', content: 'Hello?' }], ...odd }
  const answer = await fetch(`${baseUrl}/chat/completions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${clientKey}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  expect(answer.status).toBe(200)
  expect(answer.headers.get('x-evil')).toBeNull()
  expect(answer.headers.get('x-gwc-warnings')).toBe(
    'dropped a field of an odd name, dropped a field of an odd name, dropped plain_name',
  )
})

describe.each([
  ['anthropic/claude', '/v1/messages'],
  ['deepseek/chat', '/v1/chat/completions'],
])('a client of Responses on %s', (model, path) => {
  const tool = {
    type: 'function' as const,
    name: 'weather',
    description: null,
    parameters: schema,
    strict: false,
  }

  test('gets a whole answer', async () => {
    const response = await openai().responses.create({ model, input: 'Hello?', instructions: 'Be brief.' })
    expect(response.output_text).toBe('Hello there.')
    expect(fixture.traces.at(-1)?.warnings).toEqual([])
    expect(response.usage).toMatchObject({ input_tokens: 20, output_tokens: 5 })
    expect(sent().path).toBe(path)
  })

  test('gets a stream under one id, each event one that its SDK knows', async () => {
    const stream = openai().responses.stream({ model, input: 'Hello?' })
    const response = await stream.finalResponse()
    expect(response.output_text).toBe('Hello there.')
    expect(response.status).toBe('completed')
  })

  test('calls two tools, and gives their results back', async () => {
    provider.script([say({ calls: twoCalls }), say({ text: 'Sun and rain.' })])
    const first = await openai()
      .responses.stream({ model, input: 'Weather?', tools: [tool] })
      .finalResponse()
    const calls = first.output.filter((item) => item.type === 'function_call')
    expect(calls.map(({ arguments: input }) => input)).toEqual(['{"town":"Graz"}', '{"town":"Linz"}'])
    const results = calls.map(({ call_id }) => ({
      type: 'function_call_output' as const,
      call_id,
      output: 'sun',
    }))
    const second = await openai().responses.create({
      model,
      tools: [tool],
      input: [
        { role: 'user', content: 'Weather?' },
        ...(first.output as OpenAI.Responses.ResponseInput),
        ...results,
      ],
    })
    expect(second.output_text).toBe('Sun and rain.')
    expect(provider.requests.at(-1)!.body.toString()).toContain('sun')
  })

  test('gets calls of its custom tools as such', async () => {
    provider.script(say({ calls: [{ id: 'call_1', name: 'patch', arguments: '{"input":"*** Begin"}' }] }))
    const response = await openai()
      .responses.stream({ model, input: 'Patch it.', tools: [{ type: 'custom', name: 'patch' }] })
      .finalResponse()
    expect(response.output).toMatchObject([{ type: 'custom_tool_call', name: 'patch', input: '*** Begin' }])
  })

  test('is refused what only its own provider keeps', async () => {
    const request = openai().responses.create({ model, input: 'Go on.', previous_response_id: 'resp_1' })
    await expect(request).rejects.toMatchObject({
      status: 400,
      message: expect.stringContaining('previous_response_id') as string,
    })
  })
})

describe('a client of chat completions on Anthropic', () => {
  const question = {
    model: 'anthropic/claude',
    messages: [
      { role: 'system' as const, content: 'Be brief.' },
      { role: 'user' as const, content: 'Hello?' },
    ],
  }
  const tools = [{ type: 'function' as const, function: { name: 'weather', parameters: schema } }]

  test('gets a whole answer, with the cap that Anthropic wants', async () => {
    const answer = await openai().chat.completions.create(question)
    expect(answer.choices[0]).toMatchObject({ message: { content: 'Hello there.' }, finish_reason: 'stop' })
    expect(answer.usage).toMatchObject({
      prompt_tokens: 20,
      completion_tokens: 5,
      prompt_tokens_details: { cached_tokens: 8 },
    })
    expect(sent()).toMatchObject({
      path: '/v1/messages',
      body: {
        model: 'claude',
        max_tokens: expect.any(Number) as number,
        system: [{ text: 'Be brief.' }],
        messages: [{ role: 'user' }],
      },
    })
    const { headers } = provider.requests.at(-1)!
    expect(headers['anthropic-version']).toBe('2023-06-01')
    expect(headers['x-api-key']).toBe('upstream-secret')
  })

  test('gets a stream, and its usage only where it asks', async () => {
    const plain = await openai().chat.completions.create({ ...question, stream: true })
    const chunks = await listOf(plain)
    expect(chunks.map(({ choices }) => choices[0]?.delta.content ?? '').join('')).toBe('Hello there.')
    expect(chunks.some(({ usage }) => usage !== undefined && usage !== null)).toBe(false)
    const counted = await openai().chat.completions.create({
      ...question,
      stream: true,
      stream_options: { include_usage: true },
    })
    expect((await listOf(counted)).at(-1)?.usage).toMatchObject({ prompt_tokens: 20 })
  })

  test('calls two tools, and gives their results back in one turn', async () => {
    provider.script([say({ calls: twoCalls }), say({ text: 'Sun and rain.' })])
    const first = await openai().chat.completions.create({ ...question, tools })
    const { message, finish_reason } = first.choices[0]!
    expect(finish_reason).toBe('tool_calls')
    const results = message.tool_calls!.map(({ id }) => ({
      role: 'tool' as const,
      tool_call_id: id,
      content: 'sun',
    }))
    await openai().chat.completions.create({
      ...question,
      tools,
      messages: [...question.messages, message, ...results],
    })
    expect(sent().body['messages']).toMatchObject([
      { role: 'user' },
      { role: 'assistant', content: [{ type: 'tool_use' }, { type: 'tool_use' }] },
      { role: 'user', content: [{ type: 'tool_result' }, { type: 'tool_result' }] },
    ])
  })

  test('is refused what is asked in sound', async () => {
    const sound = { type: 'input_audio' as const, input_audio: { data: 'AAAA', format: 'wav' as const } }
    const request = openai().chat.completions.create({
      ...question,
      messages: [{ role: 'user', content: [sound] }],
    })
    await expect(request).rejects.toMatchObject({
      status: 400,
      message: expect.stringContaining('input_audio') as string,
    })
  })

  test('has instructions alone said by the user, for somebody has to speak', async () => {
    await openai().chat.completions.create({
      ...question,
      messages: [{ role: 'system', content: 'Be brief.' }],
    })
    expect(sent().body).toMatchObject({ messages: [{ role: 'user', content: [{ text: 'Be brief.' }] }] })
    expect(sent().body['system']).toBeUndefined()
  })

  test('is warned of names that nobody is told there', async () => {
    const named = question.messages.map((message, at) => ({ ...message, name: `speaker-${at}` }))
    const { response } = await openai()
      .chat.completions.create({ ...question, messages: named })
      .withResponse()
    expect(response.headers.get('x-gwc-warnings')).toBe('dropped messages[].name')
  })

  test('is told by its own code that the prompt is too long', async () => {
    provider.script(fail(400, {}, { message: 'prompt is too long: 9 tokens > 8 maximum' }))
    await expect(openai().chat.completions.create(question)).rejects.toMatchObject({
      status: 400,
      code: 'context_length_exceeded',
      message: expect.stringContaining('prompt is too long') as string,
    })
  })

  test('is told of an error in its own form', async () => {
    provider.script(fail(529, {}, { message: 'too busy' }))
    await expect(openai().chat.completions.create(question)).rejects.toMatchObject({
      status: 529,
      message: expect.stringContaining('too busy') as string,
    })
  })
})
