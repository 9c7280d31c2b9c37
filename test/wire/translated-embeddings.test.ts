import { GoogleGenAI } from '@google/genai'
import OpenAI from 'openai'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { gatherLosses } from '../../runtime/wire/canonical/losses.ts'
import { embeddingCodecs } from '../../runtime/wire/embeddings/codecs.ts'
import { startFakeProvider } from '../support/fake-provider.ts'
import type { FakeProvider } from '../support/fake-provider.ts'
import { fc } from '../support/fast-check.ts'
import { asked, capable, clientKey, routeAll, startFixture } from '../support/gateway-fixture.ts'
import type { Fixture } from '../support/gateway-fixture.ts'
import { raw } from '../support/provider/hostile-bytes.ts'
import { whole } from '../support/provider/http-bytes.ts'
import { hello } from '../support/provider/said.ts'
import { fail, say } from '../support/provider/say.ts'
import { vectorOf } from '../support/provider/speak-embeddings.ts'

let provider: FakeProvider
let fixture: Fixture

/** One provider speaks OpenAI's embeddings and nothing else, one Google's. */
beforeAll(async () => {
  provider = await startFakeProvider(say())
  const { baseUrl } = provider
  fixture = await startFixture(routeAll([asked]), {
    providers: {
      mistral: { baseUrl, speaks: ['openai-embeddings'] },
      google: { baseUrl, dialect: 'gemini' },
    },
    models: [
      capable('mistral/vectors', { kind: 'embedding', upstream: 'mistral-embed' }),
      capable('google/vectors', { kind: 'embedding', upstream: 'gemini-embedding-001' }),
    ],
  })
})

beforeEach(() => provider.script(say()))

afterAll(async () => {
  await fixture.gateway.close()
  await provider.close()
})

const openai = (): OpenAI => new OpenAI({ apiKey: clientKey, baseURL: fixture.baseUrl, maxRetries: 0 })

const google = (): GoogleGenAI =>
  new GoogleGenAI({ apiKey: clientKey, httpOptions: { baseUrl: fixture.baseUrl.replace('/v1', '') } })

/** The provider's last request. */
function sent(): { readonly path: string; readonly body: unknown } {
  const { path, body } = provider.requests.at(-1)!
  return { path, body: JSON.parse(body.toString()) as unknown }
}

/** What Google's fake makes of a text. */
const googleVector = (text: string): readonly number[] => vectorOf({ parts: [{ text }] })

async function post(
  path: string,
  body: object,
): Promise<{ status: number; warnings: string | null; text: string }> {
  const answer = await fetch(`${fixture.baseUrl}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${clientKey}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return {
    status: answer.status,
    warnings: answer.headers.get('x-gwc-warnings'),
    text: await answer.text(),
  }
}

describe('a client of OpenAI’s embeddings on Google', () => {
  const model = 'google/vectors'

  test('gets a vector for a text, packed as its SDK asks by itself', async () => {
    const { data, usage, model: by } = await openai().embeddings.create({ model, input: 'Hello.' })
    expect(data).toMatchObject([{ object: 'embedding', index: 0, embedding: googleVector('Hello.') }])
    expect({ usage, by }).toEqual({
      usage: { prompt_tokens: 20, total_tokens: 20 },
      by: 'gemini-embedding-001',
    })
    expect(sent()).toEqual({
      path: '/v1/models/gemini-embedding-001:embedContent',
      body: { model: 'models/gemini-embedding-001', content: { parts: [{ text: 'Hello.' }] } },
    })
    expect(fixture.traces.at(-1)).toMatchObject({ usage: { input: 20, output: 0 }, warnings: [] })
  })

  test('gets numbers for each of a list, in its order and of the length it asks for', async () => {
    const input = ['One.', 'Two.', 'Three.']
    const ask = { model, input, dimensions: 8, encoding_format: 'float' as const }
    const { data } = await openai().embeddings.create(ask)
    expect(data.map(({ embedding }) => embedding)).toEqual(input.map(googleVector))
    expect(data.map(({ index }) => index)).toEqual([0, 1, 2])
    expect(sent()).toEqual({
      path: '/v1/models/gemini-embedding-001:batchEmbedContents',
      body: {
        requests: input.map((text) => ({
          model: 'models/gemini-embedding-001',
          content: { parts: [{ text }] },
          outputDimensionality: 8,
        })),
      },
    })
  })

  test.each([
    ['input', { input: [1, 2, 3] }],
    ['input', { input: [[1, 2], [3]] }],
    ['input', { input: ['One.', [1]] }],
    ['dimensions', { input: 'One.', dimensions: '8' }],
    ['encoding_format', { input: 'One.', encoding_format: 'int8' }],
  ])('is refused by the name of %s what has no place there: %j', async (field, said) => {
    const { status, text } = await post('/embeddings', { model, ...said })
    expect(status).toBe(400)
    expect(JSON.parse(text)).toMatchObject({
      error: { message: expect.stringContaining(`\`${field}\` has no place there`) as string },
    })
  })

  test('is warned of what is left out, and not of who asks', async () => {
    const { warnings } = await post('/embeddings', { model, input: 'One.', user: 'u1', truncate: 'END' })
    expect(warnings).toBe('dropped truncate')
  })

  test('gets a usage of 0 where the provider tells none', async () => {
    provider.script(say({ ...hello, tokens: null }))
    const { usage } = await openai().embeddings.create({ model, input: 'Hello.' })
    expect(usage).toEqual({ prompt_tokens: 0, total_tokens: 0 })
    expect(fixture.traces.at(-1)?.usage).toBeUndefined()
  })

  test('is told of errors in its own form', async () => {
    provider.script(fail(429, {}, { message: 'Quota exceeded.' }))
    await expect(openai().embeddings.create({ model, input: 'Hello.' })).rejects.toMatchObject({
      status: 429,
      message: expect.stringContaining('Quota exceeded.') as string,
    })
  })

  test.each([
    ['too few', { embeddings: [{ values: [1] }] }],
    ['one that is none', { embeddings: [{ values: [1] }, { values: 'x' }] }],
    ['an empty one', { embeddings: [{ values: [1] }, { values: [] }] }],
  ])('never gets vectors of which there is %s', async (_, answer) => {
    provider.script(raw(whole(200, answer)))
    const { status } = await post('/embeddings', { model, input: ['One.', 'Two.'] })
    expect(status).toBe(502)
  })
})

describe('a client of Google’s embeddings on OpenAI’s', () => {
  const model = 'mistral/vectors'

  test('gets vectors for each of a list, in its order and of the length it asks for', async () => {
    const contents = ['One.', 'Two.']
    const config = { outputDimensionality: 8 }
    const { embeddings } = await google().models.embedContent({ model, contents, config })
    expect(embeddings?.map(({ values }) => values)).toEqual(contents.map(vectorOf))
    expect(sent()).toEqual({
      path: '/v1/embeddings',
      body: { model: 'mistral-embed', input: contents, dimensions: 8 },
    })
    expect(fixture.traces.at(-1)).toMatchObject({ usage: { input: 20, output: 0 }, warnings: [] })
  })

  test('gets the vectors that come in another order in that of its contents', async () => {
    const data = [1, 0].map((index) => ({ object: 'embedding', index, embedding: [index] }))
    provider.script(raw(whole(200, { object: 'list', data })))
    const { embeddings } = await google().models.embedContent({ model, contents: ['One.', 'Two.'] })
    expect(embeddings).toEqual([{ values: [0] }, { values: [1] }])
  })

  test('gets one vector of embedContent, in either spelling of its fields', async () => {
    const body = { content: { parts: [{ text: 'One.' }] }, output_dimensionality: 8 }
    const { status, text } = await post(`/models/${model}:embedContent`, body)
    expect({ status, answer: JSON.parse(text) as unknown }).toEqual({
      status: 200,
      answer: { embedding: { values: vectorOf('One.') }, usageMetadata: { promptTokenCount: 20 } },
    })
    expect(sent().body).toEqual({ model: 'mistral-embed', input: 'One.', dimensions: 8 })
  })

  test('is warned that a task and a title count nowhere else', async () => {
    const one = { content: { parts: [{ text: 'One.' }] } }
    const said = { ...one, taskType: 'RETRIEVAL_DOCUMENT', title: 'Numbers' }
    const single = await post(`/models/${model}:embedContent`, said)
    expect(single.warnings).toBe('dropped taskType, dropped title')
    const list = await post(`/models/${model}:batchEmbedContents`, { requests: [said, one] })
    expect(list.warnings).toBe('dropped requests[].taskType, dropped requests[].title')
  })

  const image = { inlineData: { mimeType: 'image/png', data: 'AAAA' } }
  test.each([
    ['content.parts', [{ parts: [{ text: 'One.' }, { text: 'Two.' }] }], {}],
    ['content.parts', [{ parts: [image] }], {}],
    ['content.parts', [{ parts: [] }], {}],
    ['requests[].content.parts', [{ parts: [{ text: 'One.' }] }, { parts: [image] }], {}],
    [
      'requests[].outputDimensionality',
      [{ parts: [{ text: 'One.' }] }, { parts: [{ text: 'Two.' }] }],
      { outputDimensionality: 8 },
    ],
  ])('is refused by the name of %s what has no place there', async (field, contents, first) => {
    const requests = contents.map((content, at) => ({ content, ...(at === 0 ? first : {}) }))
    const [method, body] =
      requests.length === 1 ? ['embedContent', requests[0]!] : ['batchEmbedContents', { requests }]
    const { status, text } = await post(`/models/${model}:${method}`, body)
    expect(status).toBe(400)
    expect(JSON.parse(text)).toMatchObject({
      error: { status: 'INVALID_ARGUMENT', message: expect.stringContaining(`\`${field}\``) as string },
    })
  })

  test('is told of errors in its own form', async () => {
    provider.script(fail(400, {}, { message: 'too many inputs' }))
    const { status, text } = await post(`/models/${model}:embedContent`, {
      content: { parts: [{ text: 'x' }] },
    })
    expect({ status, error: JSON.parse(text) as unknown }).toMatchObject({
      status: 400,
      error: {
        error: { status: 'INVALID_ARGUMENT', message: expect.stringContaining('too many inputs') as string },
      },
    })
  })
})

test('what one dialect prints the other reads: texts, their order and dimensions', () => {
  const requests = fc.record({
    inputs: fc.array(fc.string(), { minLength: 1, maxLength: 5 }),
    dimensions: fc.option(fc.integer({ min: 1, max: 4096 }), { nil: undefined }),
    isPacked: fc.constant(false),
  })
  fc.assert(
    fc.property(requests, (request) => {
      for (const codec of Object.values(embeddingCodecs)) {
        if (!codec.takes(request.inputs.length)) continue
        const losses = gatherLosses(codec.losses)
        const printed = JSON.parse(JSON.stringify(codec.print(request, 'vectors'))) as object
        expect(codec.parse({ ...printed }, losses)).toEqual(request)
        expect(losses.lost()).toEqual({ dropped: [], refused: undefined })
      }
    }),
    { numRuns: 30 },
  )
})

test('a vector packed is the one that a client unpacks', () => {
  const vectors = fc.array(fc.float({ noNaN: true, noDefaultInfinity: true }), { minLength: 1, maxLength: 8 })
  const codec = embeddingCodecs['openai-embeddings']!
  fc.assert(
    fc.property(vectors, (vector) => {
      const answer = codec.printAnswer({ vectors: [vector], usage: undefined }, { isPacked: true }, 'vectors')
      const [{ embedding }] = answer['data'] as [{ embedding: string }]
      const bytes = Buffer.from(embedding, 'base64')
      expect(vector.map((_, at) => bytes.readFloatLE(at * 4))).toEqual(vector)
    }),
  )
})
