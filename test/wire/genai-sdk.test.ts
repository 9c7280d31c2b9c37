import { GoogleGenAI, Type } from '@google/genai'
import type { FunctionDeclaration, GenerateContentResponse } from '@google/genai'
import { GoogleGenAI as GoogleGenAI1 } from 'genai-1'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { startFakeProvider } from '../support/fake-provider.ts'
import type { FakeProvider } from '../support/fake-provider.ts'
import { asked, capable, clientKey, routeAll, startFixture } from '../support/gateway-fixture.ts'
import type { Fixture } from '../support/gateway-fixture.ts'
import { scriptNamed } from '../support/provider/scripts-by-name.ts'
import { vectorOf } from '../support/provider/speak-embeddings.ts'
import { bigCall } from '../support/provider/said.ts'
import { fail, say } from '../support/provider/say.ts'

let provider: FakeProvider
let fixture: Fixture

beforeAll(async () => {
  provider = await startFakeProvider(say())
  fixture = await startFixture(routeAll([asked], { firstTokenMs: 400, idleMs: 400 }), {
    providers: { google: { baseUrl: provider.baseUrl, dialect: 'gemini' } },
    models: [
      capable('google/gemini-4', { upstream: 'gemini-4-preview', aliases: ['gemini-4-preview'] }),
      capable('google/vectors', { kind: 'embedding' }),
    ],
  })
})

beforeEach(() => provider.script(say()))

afterAll(async () => {
  await fixture.gateway.close()
  await provider.close()
})

const weather: FunctionDeclaration = {
  name: 'weather',
  description: 'The weather of a town.',
  parameters: { type: Type.OBJECT, properties: { town: { type: Type.STRING } }, required: ['town'] },
}

const twoCalls = [
  { id: 'c1', name: 'weather', arguments: '{"town":"Graz"}' },
  { id: 'c2', name: 'weather', arguments: '{"town":"Linz"}' },
]

const question = { model: 'gemini-4', contents: 'Hello?' }

/** The provider's last request. */
const sent = () => provider.requests.at(-1)!
const sentBody = (): unknown => JSON.parse(sent().body.toString())

async function collect(stream: AsyncIterable<GenerateContentResponse>): Promise<GenerateContentResponse[]> {
  const chunks: GenerateContentResponse[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return chunks
}

// The major versions share what is used here; their types do not know of each other.
const versions = [
  ['@google/genai 3', GoogleGenAI, 'v1'],
  ['@google/genai 1', GoogleGenAI1 as unknown as typeof GoogleGenAI, 'v1beta'],
] as const

describe.each(versions)('%s', (_, SDK, apiVersion) => {
  const client = (path = ''): InstanceType<typeof GoogleGenAI> =>
    new SDK({
      apiKey: clientKey,
      httpOptions: { baseUrl: `http://127.0.0.1:${fixture.gateway.port}${path}` },
    })

  test('text, by the name that the provider knows, with a key of ours in place of the client’s', async () => {
    const answer = await client().models.generateContent(question)
    expect(answer.text).toBe('Hello there.')
    expect(sent().path).toBe('/v1/models/gemini-4-preview:generateContent')
    expect(sent().headers).toMatchObject({ 'x-goog-api-key': 'upstream-secret' })
    expect(sent().rawHead).not.toContain(clientKey)
    expect(sentBody()).toEqual({ contents: [{ parts: [{ text: 'Hello?' }], role: 'user' }] })
    expect(fixture.traces.at(-1)).toMatchObject({
      endpoint: 'generate',
      usage: { input: 12, cacheRead: 8, output: 5, reasoning: 2 },
    })
  })

  test(`asks under /${apiVersion}, also behind a project (wire.md 6, 22)`, async () => {
    const seen: string[] = []
    const spied = vi.spyOn(globalThis, 'fetch').mockImplementation((...args) => {
      seen.push(args[0] instanceof Request ? args[0].url : args[0].toString())
      spied.mockRestore()
      return fetch(...args)
    })
    expect((await client('/p/alpha').models.generateContent(question)).text).toBe('Hello there.')
    expect(seen[0]).toContain(`/p/alpha/${apiVersion}/models/gemini-4:generateContent`)
  })

  test('a stream, event by event, with its usage', async () => {
    provider.script(say({ text: 'One word after the other.' }, 5))
    const chunks = await collect(await client().models.generateContentStream(question))
    expect(chunks.map(({ text }) => text ?? '').join('')).toBe('One word after the other.')
    expect(chunks.length).toBeGreaterThan(2)
    expect(chunks.at(-1)!.usageMetadata).toMatchObject({ promptTokenCount: 20, thoughtsTokenCount: 2 })
    expect(chunks.at(-1)!.candidates?.[0]?.finishReason).toBe('STOP')
    expect(sent().path).toBe('/v1/models/gemini-4-preview:streamGenerateContent?alt=sse')
  })

  test('a tool loop with two calls at once; signatures arrive as they were made (wire.md 61)', async () => {
    provider.script([say({ calls: twoCalls }), say({ text: 'Sun in both.' })])
    const config = { tools: [{ functionDeclarations: [weather] }] }
    const first = await client().models.generateContent({ ...question, config })
    expect(first.functionCalls?.map(({ name, args }) => [name, args])).toEqual([
      ['weather', { town: 'Graz' }],
      ['weather', { town: 'Linz' }],
    ])
    const results = first.functionCalls!.map(({ id, name }) => ({
      functionResponse: { id: id!, name: name!, response: { output: 'Sun.' } },
    }))
    const contents = [
      { role: 'user', parts: [{ text: 'Hello?' }] },
      first.candidates![0]!.content!,
      { role: 'user', parts: results },
    ]
    const last = await client().models.generateContent({ model: 'gemini-4', contents, config })
    expect(last.text).toBe('Sun in both.')
    expect(sentBody()).toMatchObject({
      contents: [{}, { parts: twoCalls.map(({ id }) => ({ thoughtSignature: signatureOf(id) })) }, {}],
    })
  })

  test('a call of 64 KiB in a stream (wire.md 62)', async () => {
    const call = bigCall()
    provider.script(say({ calls: [call] }))
    const chunks = await collect(await client().models.generateContentStream(question))
    const calls = chunks.flatMap(({ functionCalls }) => functionCalls ?? [])
    expect(calls).toMatchObject([{ name: call.name, args: JSON.parse(call.arguments) as object }])
  })

  test('an image, a system instruction, a schema and a budget to think, as they were said', async () => {
    provider.script(say({ text: '{"town":"Graz"}' }))
    const answer = await client().models.generateContent({
      model: 'gemini-4',
      contents: [{ inlineData: { mimeType: 'image/png', data: 'iVBORw0K' } }, 'Which town?'],
      config: {
        systemInstruction: 'Be brief.',
        responseMimeType: 'application/json',
        responseSchema: { type: Type.OBJECT, properties: { town: { type: Type.STRING } } },
        thinkingConfig: { thinkingBudget: 128 },
        maxOutputTokens: 200,
      },
    })
    expect(JSON.parse(answer.text!)).toEqual({ town: 'Graz' })
    expect(sentBody()).toMatchObject({
      contents: [{ parts: [{ inlineData: { mimeType: 'image/png', data: 'iVBORw0K' } }, {}] }],
      systemInstruction: { parts: [{ text: 'Be brief.' }] },
      generationConfig: {
        responseMimeType: 'application/json',
        responseSchema: { type: 'OBJECT' },
        thinkingConfig: { thinkingBudget: 128 },
        maxOutputTokens: 200,
      },
    })
  })

  test('tokens are counted by the provider', async () => {
    const counted = await client().models.countTokens(question)
    expect(counted.totalTokens).toBe(20)
    expect(sent().path).toBe('/v1/models/gemini-4-preview:countTokens')
  })

  test('embeddings, in their order', async () => {
    const contents = ['One.', 'Two.']
    const { embeddings } = await client().models.embedContent({ model: 'vectors', contents })
    const { requests } = sentBody() as { requests: { model: string; content: object }[] }
    expect(requests.map(({ model }) => model)).toEqual(['models/vectors', 'models/vectors'])
    expect(requests).toMatchObject(contents.map((text) => ({ content: { parts: [{ text }] } })))
    expect(embeddings?.map(({ values }) => values)).toEqual(requests.map(({ content }) => vectorOf(content)))
    expect(fixture.traces.at(-1)).toMatchObject({ endpoint: 'embeddings', usage: { input: 20, output: 0 } })
  })

  test('the list of models, page by page, and one of them', async () => {
    const names: string[] = []
    for await (const { name } of await client().models.list({ config: { pageSize: 1 } })) names.push(name!)
    expect(names).toEqual(['models/gemini-4-preview', 'models/vectors'])
    expect(await client().models.get({ model: 'gemini-4-preview' })).toMatchObject({
      name: 'models/gemini-4-preview',
    })
  })

  test('who leaves in the middle is left by the provider too', async () => {
    provider.script(say({ text: 'word '.repeat(500) }, 20))
    const controller = new AbortController()
    const stream = await client().models.generateContentStream({
      ...question,
      config: { abortSignal: controller.signal },
    })
    await stream.next()
    expect(provider.openConnections).toBe(1)
    controller.abort()
    await expect(collect(stream)).rejects.toThrow(/abort/i)
    await vi.waitUntil(() => provider.openConnections === 0, { timeout: 5_000 })
  })

  test('an error is Google’s, with its status and our words', async () => {
    provider.script(fail(400, {}, { message: 'seven is not a prime mover' }))
    const failed = client().models.generateContent(question)
    await expect(failed).rejects.toMatchObject({
      name: 'ApiError',
      status: 400,
      message: expect.stringContaining('seven is not a prime mover'),
    })
    const unknown = client().models.generateContent({ ...question, model: 'gemini-0' })
    await expect(unknown).rejects.toMatchObject({
      status: 404,
      message: expect.stringContaining('The model `gemini-0` is not served here'),
    })
  })

  test.each(['error-event', 'cut-by-end', 'stall', 'no-terminal'] as const)(
    'a stream with %s throws: nobody takes it for complete (wire.md 44)',
    async (fault) => {
      provider.script(scriptNamed(fault))
      const stream = await client().models.generateContentStream({ ...question, contents: fault })
      await expect(collect(stream)).rejects.toThrow(/./)
    },
  )
})

const signatureOf = (id: string): string => Buffer.from(`signed:${id}`).toString('base64')
