import Anthropic from '@anthropic-ai/sdk'
import { FunctionCallingConfigMode, GoogleGenAI } from '@google/genai'
import type { Content, GenerateContentResponse } from '@google/genai'
import OpenAI from 'openai'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startFakeProvider } from '../support/fake-provider.ts'
import type { FakeProvider } from '../support/fake-provider.ts'
import { asked, capable, clientKey, routeAll, startFixture } from '../support/gateway-fixture.ts'
import type { Fixture } from '../support/gateway-fixture.ts'
import { fail, say } from '../support/provider/say.ts'

let provider: FakeProvider
let fixture: Fixture

/** A provider of each dialect, each of which speaks that alone. */
beforeAll(async () => {
  provider = await startFakeProvider(say())
  const { baseUrl } = provider
  fixture = await startFixture(routeAll([asked]), {
    providers: {
      deepseek: { baseUrl },
      anthropic: { baseUrl, dialect: 'anthropic' },
      google: { baseUrl, dialect: 'gemini' },
      vertex: { baseUrl, dialect: 'gemini' },
    },
    models: [
      'deepseek/chat',
      'anthropic/claude',
      'google/gemini-3-pro',
      'google/gemini-2.5-flash',
      'vertex/gemini-3-pro',
    ].map((id) => capable(id)),
  })
})

beforeEach(() => provider.script(say()))

afterAll(async () => {
  await fixture.gateway.close()
  await provider.close()
})

const model = 'google/gemini-3-pro'

function openai(): OpenAI {
  return new OpenAI({ apiKey: clientKey, baseURL: fixture.baseUrl, maxRetries: 0 })
}

function root(): string {
  return fixture.baseUrl.replace('/v1', '')
}

function anthropic(): Anthropic {
  return new Anthropic({ apiKey: clientKey, baseURL: root(), maxRetries: 0 })
}

function google(): GoogleGenAI {
  return new GoogleGenAI({ apiKey: clientKey, httpOptions: { baseUrl: root() } })
}

/** The body of the provider's last request, and where it went. */
function sent(): { readonly path: string; readonly body: Readonly<Record<string, unknown>> } {
  const { path, body } = provider.requests.at(-1)!
  return { path, body: JSON.parse(body.toString()) as Readonly<Record<string, unknown>> }
}

const schema = { type: 'object' as const, properties: { town: { type: 'string' } }, required: ['town'] }
const twoCalls = [
  { id: 'call_1', name: 'weather', arguments: '{"town":"Graz"}' },
  { id: 'call_2', name: 'weather', arguments: '{"town":"Linz"}' },
]

/** As the fake provider signs its calls. */
function signatureOf(id: string): string {
  return Buffer.from(`signed:${id}`).toString('base64')
}

/** What Gemini is given back of two calls and their results. */
const givenBack = [
  { role: 'user', parts: [{ text: 'Weather?' }] },
  {
    role: 'model',
    parts: twoCalls.map(({ id, name, arguments: args }) => ({
      functionCall: { id, name, args: JSON.parse(args) as unknown },
      thoughtSignature: signatureOf(id),
    })),
  },
  {
    role: 'user',
    parts: twoCalls.map(({ id, name }) => ({
      functionResponse: { id, name, response: { output: 'sun' } },
    })),
  },
]

describe('a client of chat completions on Gemini', () => {
  const tools = [{ type: 'function' as const, function: { name: 'weather', parameters: schema } }]
  const question = { role: 'user' as const, content: 'Weather?' }

  test('gets a whole answer', async () => {
    const answer = await openai().chat.completions.create({
      model,
      messages: [
        { role: 'system', content: 'Be brief.' },
        { role: 'user', content: 'Hello?' },
      ],
      max_completion_tokens: 100,
    })
    expect(answer).toMatchObject({
      choices: [{ message: { content: 'Hello there.' }, finish_reason: 'stop' }],
      usage: { prompt_tokens: 20, completion_tokens: 5, prompt_tokens_details: { cached_tokens: 8 } },
    })
    expect(sent()).toEqual({
      path: '/v1/models/gemini-3-pro:generateContent',
      body: {
        systemInstruction: { parts: [{ text: 'Be brief.' }] },
        contents: [{ role: 'user', parts: [{ text: 'Hello?' }] }],
        generationConfig: { maxOutputTokens: 100 },
      },
    })
    expect(provider.requests.at(-1)!.headers['x-goog-api-key']).toBe('upstream-secret')
  })

  test('gets a stream', async () => {
    const texts: string[] = []
    const stream = await openai().chat.completions.create({
      model,
      messages: [{ role: 'user', content: 'Hello?' }],
      stream: true,
      stream_options: { include_usage: true },
    })
    let usage: unknown
    for await (const chunk of stream) {
      texts.push(chunk.choices[0]?.delta.content ?? '')
      usage = chunk.usage ?? usage
    }
    expect(texts.join('')).toBe('Hello there.')
    expect(usage).toMatchObject({ prompt_tokens: 20, completion_tokens: 5 })
    expect(sent().path).toBe('/v1/models/gemini-3-pro:streamGenerateContent?alt=sse')
  })

  test('calls two tools, and gives their results and signatures back', async () => {
    provider.script([say({ calls: twoCalls }), say({ text: 'Sun and rain.' })])
    const first = await openai().chat.completions.create({ model, tools, messages: [question] })
    const { message, finish_reason } = first.choices[0]!
    expect(finish_reason).toBe('tool_calls')
    const results = message.tool_calls!.map(({ id }) => ({
      role: 'tool' as const,
      tool_call_id: id,
      content: 'sun',
    }))
    await openai().chat.completions.create({ model, tools, messages: [question, message, ...results] })
    expect(sent().body['contents']).toEqual(givenBack)
    expect(sent().body['tools']).toEqual([
      { functionDeclarations: [{ name: 'weather', parametersJsonSchema: schema }] },
    ])
  })

  test('has calls without ids where Google does not know them', async () => {
    provider.script([say({ calls: twoCalls }), say()])
    const vertex = 'vertex/gemini-3-pro'
    const first = await openai().chat.completions.create({ model: vertex, tools, messages: [question] })
    const { message } = first.choices[0]!
    const results = message
      .tool_calls!.map(({ id }, n) => ({ role: 'tool' as const, tool_call_id: id, content: `sun ${n}` }))
      .toReversed()
    await openai().chat.completions.create({
      model: vertex,
      tools,
      messages: [question, message, ...results],
    })
    const [, said, answered] = sent().body['contents'] as readonly { readonly parts: readonly object[] }[]
    expect(said!.parts).toEqual(
      twoCalls.map(({ id, name, arguments: args }) => ({
        functionCall: { name, args: JSON.parse(args) as unknown },
        thoughtSignature: signatureOf(id),
      })),
    )
    expect(answered!.parts).toEqual(
      twoCalls.map(({ name }, n) => ({ functionResponse: { name, response: { output: `sun ${n}` } } })),
    )
  })

  test('takes its calls to a provider of its own dialect in ids that this one takes', async () => {
    provider.script([say({ calls: twoCalls }), say()])
    const first = await openai().chat.completions.create({ model, tools, messages: [question] })
    const { message } = first.choices[0]!
    const { id } = message.tool_calls![0]!
    expect(id).toBe(`call_1__gwc_seal_b${Buffer.from('signed:call_1').toString('base64url')}`)
    const result = { role: 'tool' as const, tool_call_id: id, content: 'sun' }
    await openai().chat.completions.create({
      model: 'deepseek/chat',
      tools,
      messages: [question, message, result],
    })
    expect(sent().body['messages']).toMatchObject([
      { role: 'user' },
      { role: 'assistant', tool_calls: [{ id: 'call_1' }, { id: 'call_2' }] },
      { role: 'tool', tool_call_id: 'call_1' },
    ])
  })

  test('is told that the prompt was too long, by its own code', async () => {
    provider.script(
      fail(
        400,
        {},
        { message: 'The input token count (9) exceeds the maximum number of tokens allowed (8).' },
      ),
    )
    await expect(openai().chat.completions.create({ model, messages: [question] })).rejects.toMatchObject({
      status: 400,
      code: 'context_length_exceeded',
    })
  })

  test('is refused a schema that refers to itself, by name', async () => {
    const parameters = { type: 'object', properties: { next: { $ref: '#' } } }
    const recursive = [{ type: 'function' as const, function: { name: 'list', parameters } }]
    await expect(
      openai().chat.completions.create({ model, tools: recursive, messages: [question] }),
    ).rejects.toMatchObject({
      status: 400,
      message: expect.stringContaining('tools[].function.parameters.$ref') as string,
    })
  })

  test('is warned of a keyword that Gemini does not take', async () => {
    const parameters = { type: 'object', properties: { town: { type: 'string', pattern: '^[A-Z]' } } }
    const strict = [{ type: 'function' as const, function: { name: 'weather', parameters } }]
    const { response } = await openai()
      .chat.completions.create({ model, tools: strict, messages: [question] })
      .withResponse()
    expect(response.headers.get('x-gwc-warnings')).toBe('dropped tools[].function.parameters.pattern')
  })
})

describe('a client of Responses on Gemini', () => {
  const tool = {
    type: 'function' as const,
    name: 'weather',
    description: null,
    parameters: schema,
    strict: false,
  }

  test('calls two tools, and gives their results and signatures back', async () => {
    provider.script([say({ calls: twoCalls }), say({ text: 'Sun and rain.' })])
    const question = { role: 'user' as const, content: 'Weather?' }
    const first = await openai()
      .responses.stream({ model, input: [question], tools: [tool] })
      .finalResponse()
    const calls = first.output.filter((item) => item.type === 'function_call')
    const results = calls.map(({ call_id }) => ({
      type: 'function_call_output' as const,
      call_id,
      output: 'sun',
    }))
    const second = await openai().responses.create({
      model,
      tools: [tool],
      input: [question, ...(first.output as OpenAI.Responses.ResponseInput), ...results],
    })
    expect(second.output_text).toBe('Sun and rain.')
    expect(sent().body['contents']).toEqual(givenBack)
  })
})

describe('a client of messages on Gemini', () => {
  const tools = [{ name: 'weather', input_schema: schema }]
  const question = { role: 'user' as const, content: 'Weather?' }

  test('calls two tools, and gives their results and signatures back', async () => {
    provider.script([say({ calls: twoCalls }), say({ text: 'Sun and rain.' })])
    const first = await anthropic()
      .messages.stream({ model, max_tokens: 100, tools, messages: [question] })
      .finalMessage()
    expect(first.stop_reason).toBe('tool_use')
    const results = first.content
      .filter((block) => block.type === 'tool_use')
      .map(({ id }) => ({ type: 'tool_result' as const, tool_use_id: id, content: 'sun' }))
    const second = await anthropic().messages.create({
      model,
      max_tokens: 100,
      tools,
      messages: [question, { role: 'assistant', content: first.content }, { role: 'user', content: results }],
    })
    expect(second.content).toMatchObject([{ type: 'text', text: 'Sun and rain.' }])
    expect(sent().body['contents']).toEqual(givenBack)
  })

  test('is told of a refusal as such', async () => {
    provider.script(say({ refusal: 'I cannot help with that.' }))
    const message = await anthropic().messages.create({ model, max_tokens: 100, messages: [question] })
    expect(message.stop_reason).toBe('refusal')
  })

  test('has an older model think by a budget', async () => {
    await anthropic().messages.create({
      model: 'google/gemini-2.5-flash',
      max_tokens: 9_000,
      thinking: { type: 'enabled', budget_tokens: 4_000 },
      messages: [question],
    })
    expect(sent().body['generationConfig']).toEqual({
      maxOutputTokens: 9_000,
      thinkingConfig: { thinkingBudget: 4_000 },
    })
  })
})

describe.each([
  ['anthropic/claude', '/v1/messages'],
  ['deepseek/chat', '/v1/chat/completions'],
])('a client of Google’s SDK on %s', (id, path) => {
  const question: Content = { role: 'user', parts: [{ text: 'Weather?' }] }
  const tools = [{ functionDeclarations: [{ name: 'weather', parametersJsonSchema: schema }] }]

  test('gets a whole answer', async () => {
    const answer = await google().models.generateContent({
      model: id,
      contents: 'Hello?',
      config: { systemInstruction: 'Be brief.', maxOutputTokens: 100 },
    })
    expect(answer.text).toBe('Hello there.')
    expect(answer.usageMetadata).toMatchObject({
      promptTokenCount: 20,
      cachedContentTokenCount: 8,
      totalTokenCount: 25,
    })
    expect(sent().path).toBe(path)
  })

  test('gets a stream that ends with its reason and usage', async () => {
    const texts: string[] = []
    let last: GenerateContentResponse | undefined
    for await (const chunk of await google().models.generateContentStream({
      model: id,
      contents: 'Hello?',
    })) {
      texts.push(chunk.text ?? '')
      last = chunk
    }
    expect(texts.length).toBeGreaterThan(2)
    expect(texts.join('')).toBe('Hello there.')
    expect(last).toMatchObject({
      candidates: [{ finishReason: 'STOP' }],
      usageMetadata: { promptTokenCount: 20, totalTokenCount: 25 },
    })
  })

  test('calls two tools, gives their results back, and may go on to Gemini with them', async () => {
    provider.script([say({ calls: twoCalls }), say({ text: 'Sun and rain.' })])
    const config = { tools }
    const first = await google().models.generateContent({ model: id, contents: [question], config })
    expect(first.functionCalls).toMatchObject([
      { id: 'call_1', name: 'weather', args: { town: 'Graz' } },
      { id: 'call_2', name: 'weather', args: { town: 'Linz' } },
    ])
    const said = first.candidates![0]!.content!
    expect(said.parts![0]!.thoughtSignature).toBe('skip_thought_signature_validator')
    const results = twoCalls.map(({ id: call, name }) => ({
      functionResponse: { id: call, name, response: { output: 'sun' } },
    }))
    const contents = [question, said, { role: 'user', parts: results }]
    const second = await google().models.generateContent({ model: id, contents, config })
    expect(second.text).toBe('Sun and rain.')
    expect(provider.requests.at(-1)!.body.toString()).not.toContain('skip_thought_signature')
  })

  test('is refused by name what only Google does', async () => {
    const config = { tools: [{ googleSearch: {} }] }
    await expect(
      google().models.generateContent({ model: id, contents: [question], config }),
    ).rejects.toMatchObject({
      status: 400,
      message: expect.stringContaining('tools[].googleSearch') as string,
    })
  })

  test('has a call demanded', async () => {
    const functionCallingConfig = {
      mode: FunctionCallingConfigMode.ANY,
      allowedFunctionNames: ['weather'],
    }
    const config = { tools, toolConfig: { functionCallingConfig } }
    await google().models.generateContent({ model: id, contents: [question], config })
    expect(sent().body['tool_choice']).toMatchObject(
      path === '/v1/messages' ? { type: 'tool', name: 'weather' } : { function: { name: 'weather' } },
    )
  })

  test('is told in Google’s form what went wrong', async () => {
    provider.script(fail(429, {}, { message: 'slow down' }))
    await expect(google().models.generateContent({ model: id, contents: [question] })).rejects.toMatchObject({
      status: 429,
      message: expect.stringContaining('slow down') as string,
    })
  })
})

test('a refusal that ends with `stop` is one to a client of messages, too', async () => {
  provider.script(say({ refusal: 'I cannot help with that.' }))
  const message = await anthropic().messages.create({
    model: 'deepseek/chat',
    max_tokens: 100,
    messages: [{ role: 'user', content: 'Hello?' }],
  })
  expect(message).toMatchObject({
    content: [{ type: 'text', text: 'I cannot help with that.' }],
    stop_reason: 'refusal',
  })
})
