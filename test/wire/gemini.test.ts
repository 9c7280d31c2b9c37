import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { providerRow } from '../../runtime/config/provider-rows.ts'
import { priceClassOf } from '../../runtime/money/price-class.ts'
import { classifyStatus } from '../../runtime/upstream/classify-status.ts'
import { dialects } from '../../runtime/wire/dialects.ts'
import type { WireBody } from '../../runtime/wire/dialect.ts'
import { startFakeProvider } from '../support/fake-provider.ts'
import type { FakeProvider } from '../support/fake-provider.ts'
import { errorIn } from '../support/error-in.ts'
import { asked, capable, clientKey, routeAll, startFixture } from '../support/gateway-fixture.ts'
import type { Fixture } from '../support/gateway-fixture.ts'
import { opensOnly } from '../support/provider/break-off.ts'
import { scriptNamed } from '../support/provider/scripts-by-name.ts'
import { fail, say } from '../support/provider/say.ts'

const { 'gemini-generate': generate, 'gemini-embed-batch': batch } = dialects

function read(body: object | string, said = { model: 'auto', stream: false }): WireBody {
  const scanned = generate.read(Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)), said)
  if ('kind' in scanned) throw new Error(scanned.message)
  return scanned
}

const hi = { contents: [{ role: 'user', parts: [{ text: 'Hi.' }] }] }

describe('facts of a request', () => {
  test('model and stream are what the URL says, whatever the body does', () => {
    const body = { ...hi, model: 'models/other', stream: true }
    expect(read(body, { model: 'models/gemini-4', stream: false })).toMatchObject({
      model: 'gemini-4',
      stream: false,
    })
  })

  test.each([
    ['as JSON writes it', { generationConfig: { maxOutputTokens: 7, temperature: 0.5, candidateCount: 2 } }],
    [
      'as protocol buffers do',
      { generation_config: { max_output_tokens: 7, temperature: 0.5, candidate_count: 2 } },
    ],
    [
      'numbers as texts',
      { generationConfig: { maxOutputTokens: '7', temperature: '0.5', candidateCount: '2' } },
    ],
  ])('the configuration, %s', (_, config) => {
    expect(read({ ...hi, ...config })).toMatchObject({ maxOutput: 7, temperature: 0.5, n: 2 })
  })

  test.each([
    [{ thinkingBudget: 0 }, false],
    [{ thinking_budget: 0, include_thoughts: true }, false],
    [{ thinkingBudget: -1 }, true],
    [{ thinkingLevel: 'low' }, true],
    [{ includeThoughts: true }, true],
    [{}, false],
  ])('thinkingConfig %j asks to think: %s', (thinkingConfig, reasoning) => {
    expect(read({ ...hi, generationConfig: { thinkingConfig } }).reasoning).toBe(reasoning)
  })

  test('a schema, tools and labels', () => {
    const generationConfig = { responseMimeType: 'application/json', responseJsonSchema: { type: 'object' } }
    const tools = [{ functionDeclarations: [{ name: 'a' }] }]
    expect(read({ ...hi, generationConfig, tools, labels: { team: 't1' } })).toMatchObject({
      jsonSchema: true,
      tools: true,
      metadata: { team: 't1' },
    })
    expect(read({ ...hi, tools: [] })).toMatchObject({ tools: false, jsonSchema: false })
  })

  test('the conversation: instruction, texts, images, calls and their results', () => {
    const body = {
      system_instruction: { parts: { text: 'Be brief.' } },
      contents: [
        { role: 'user', parts: [{ text: 'One.' }, { inline_data: { mime_type: 'image/png', data: 'AA' } }] },
        { role: 'model', parts: [{ functionCall: { name: 'a', args: { town: 'Graz' } } }] },
        { parts: [{ functionResponse: { name: 'a', response: { output: 'Sun.' } } }, { text: 'Two.' }] },
      ],
    }
    const conversation = read(body).conversation()
    expect(conversation).toMatchObject({
      messages: 3,
      images: true,
      text: 'Be brief.\0One.\0Two.',
      opening: 'Be brief.\0One.',
      inputBound: Number.MAX_SAFE_INTEGER,
    })
    expect(conversation.inputTokens).toBeGreaterThan(800)
  })

  test.each([
    ['texts and declared functions', { ...hi, tools: [{ functionDeclarations: [{ name: 'a' }] }] }, true],
    ['a search', { ...hi, tools: [{ googleSearch: {} }] }, false],
    ['a function beside a search', { ...hi, tools: [{ functionDeclarations: [], googleSearch: {} }] }, false],
    ['what the provider has cached', { ...hi, cachedContent: 'cachedContents/1' }, false],
    ['the same, as protocol buffers write it', { ...hi, cached_content: 'cachedContents/1' }, false],
    ['a file', { contents: [{ parts: [{ fileData: { fileUri: 'x' } }] }] }, false],
    ['a signature', { contents: [{ parts: [{ text: 'a', thoughtSignature: 'AA' }] }] }, false],
  ])('%s: what it can cost is known, or not', (_, body, isBounded) => {
    expect(read(body).conversation().inputBound < Number.MAX_SAFE_INTEGER).toBe(isBounded)
  })
})

describe('what is changed', () => {
  const edit = (body: object | string, maxOutput?: number): string =>
    generate
      .edit(read(body), { model: 'gemini-4', includeUsage: false, ...(maxOutput && { maxOutput }) })
      .toString()

  test('nothing where the policy changes nothing: the model stands in the URL', () => {
    const text = '{ "contents" : [], "unknown" : 1e2 }'
    expect(edit(text)).toBe(text)
    expect(edit('{}')).toBe('{}')
  })

  test('a model in the body agrees with the URL', () => {
    expect(edit('{"model":"models/dear","contents":[]}')).toBe('{"model":"models/gemini-4","contents":[]}')
  })

  test.each([
    ['{}', '{"generationConfig":{"maxOutputTokens":9}}'],
    ['{"generationConfig":{}}', '{"generationConfig":{"maxOutputTokens":9}}'],
    ['{"generationConfig":null}', '{"generationConfig":{"maxOutputTokens":9}}'],
    ['{"generationConfig":{"topK":1}}', '{"generationConfig":{"maxOutputTokens":9,"topK":1}}'],
    ['{"generation_config":{"topK":1}}', '{"generation_config":{"maxOutputTokens":9,"topK":1}}'],
    ['{"generationConfig":{"maxOutputTokens":10}}', '{"generationConfig":{"maxOutputTokens":9}}'],
    ['{"generationConfig":{"max_output_tokens":"10"}}', '{"generationConfig":{"max_output_tokens":9}}'],
    ['{"generationConfig":{"max\\u004futputTokens":10}}', '{"generationConfig":{"max\\u004futputTokens":9}}'],
    ['{"generationConfig":{"maxOutputTokens":8}}', '{"generationConfig":{"maxOutputTokens":8}}'],
  ])('a cap of 9 makes of %s %s', (before, after) => {
    expect(edit(before, 9)).toBe(after)
  })

  test('each request of a batch names the provider’s model', () => {
    const text = '{"requests":[{"model":"models/a","content":{}},{"content":{}}]}'
    const body = batch.read(Buffer.from(text), { model: 'a', stream: false }) as WireBody
    expect(batch.edit(body, { model: 'vectors', includeUsage: false }).toString()).toBe(
      '{"requests":[{"model":"models/vectors","content":{}},{"content":{}}]}',
    )
  })
})

describe('usage', () => {
  const usageOf = (usageMetadata: object) =>
    generate.usageOf(Buffer.from(JSON.stringify({ candidates: [], usageMetadata })))

  test.each([
    [
      'cached tokens are of the prompt, thoughts are not of the candidates',
      {
        promptTokenCount: 20,
        cachedContentTokenCount: 8,
        candidatesTokenCount: 3,
        thoughtsTokenCount: 2,
        totalTokenCount: 25,
      },
      { input: 12, cacheRead: 8, output: 5, reasoning: 2 },
    ],
    [
      'what its tools fetched is read, too',
      { promptTokenCount: 20, toolUsePromptTokenCount: 7, candidatesTokenCount: 3, totalTokenCount: 30 },
      { input: 27, output: 3, reasoning: 0 },
    ],
    [
      'candidates that include the thoughts, by the total',
      { promptTokenCount: 20, candidatesTokenCount: 5, thoughtsTokenCount: 2, totalTokenCount: 25 },
      { output: 5, reasoning: 2 },
    ],
    ['0 is 0, said or left out', { promptTokenCount: 0, candidatesTokenCount: 0 }, { input: 0, output: 0 }],
  ])('%s', (_, said, usage) => expect(usageOf(said)).toMatchObject(usage))

  test('sound and pictures are told apart', () => {
    const details = (modality: string, tokenCount: number): object => ({ modality, tokenCount })
    const said = {
      promptTokenCount: 100,
      cachedContentTokenCount: 30,
      candidatesTokenCount: 9,
      promptTokensDetails: [details('TEXT', 40), details('AUDIO', 50), details('IMAGE', 10)],
      cacheTokensDetails: [details('AUDIO', 20), details('TEXT', 10)],
      candidatesTokensDetails: [details('AUDIO', 4)],
    }
    expect(usageOf(said)?.apart).toEqual({
      inputAudio: 30,
      inputImage: 10,
      cacheReadAudio: 20,
      outputAudio: 4,
    })
  })

  test.each([{}, { promptTokenCount: -1 }, { promptTokenCount: 'many' }, { promptTokenCount: 1.5 }])(
    '%j is none',
    (said) => expect(usageOf(said)).toBeUndefined(),
  )
})

describe('what Google’s errors mean', () => {
  const classify = (status: number, error: object) =>
    classifyStatus(
      status,
      {},
      {
        contentType: 'application/json',
        body: Buffer.from(JSON.stringify({ error })),
      },
    )

  test.each([
    [
      'a key that is none',
      400,
      { message: 'API key not valid.', details: [{ reason: 'API_KEY_INVALID' }] },
      'auth',
    ],
    [
      'a client that says so itself',
      400,
      { message: 'Invalid value: {"reason":"API_KEY_INVALID"}' },
      'request',
    ],
    [
      'a prompt that is too long',
      400,
      { message: 'The input token count (2) exceeds the maximum number of tokens allowed (1).' },
      'context',
    ],
    [
      'an unknown model',
      404,
      { message: 'models/x is not found for API version v1beta, or is not supported for generateContent.' },
      'auth',
    ],
    [
      'a cache of somebody else',
      403,
      { message: 'CachedContent not found (or permission denied)' },
      'request',
    ],
    [
      'a file of somebody else',
      403,
      { message: 'You do not have permission to access the File abc or it may not exist.' },
      'request',
    ],
    ['an account without rights', 403, { message: 'Permission denied on resource project x.' }, 'auth'],
    ['too much at once', 503, { message: 'The model is overloaded. Please try again later.' }, 'overloaded'],
  ])('%s', (_, status, error, kind) => expect(classify(status, error).class).toBe(kind))

  test('how long to wait stands in the body', () => {
    expect(classify(429, { details: [{ retryDelay: '34.5s' }] }).retryAfterMs).toBe(34_500)
  })
})

describe('what a request costs is known in whichever spelling it is written', () => {
  const priceOf = (fields: object) =>
    priceClassOf(providerRow('google', 'gemini'), fields as Record<string, unknown>)

  test.each([
    ['generationConfig', 'candidateCount'],
    ['generation_config', 'candidate_count'],
    ['generationConfig', 'candidate_count'],
  ])('%s.%s', (config, field) => {
    expect(priceOf({ [config]: { [field]: 3 } })).toMatchObject({ kind: 'priced', answers: 3 })
  })

  test.each([
    { generationConfig: { speechConfig: {} } },
    { generation_config: { speech_config: {} } },
    { generation_config: { response_modalities: ['AUDIO'] } },
    { tools: [{ googleSearch: {} }] },
    { tools: { google_search: {} } },
  ])('%j has no known price', (fields) => expect(priceOf(fields).kind).toBe('unpriced'))

  test('functions that are declared are free', () => {
    expect(priceOf({ tools: [{ functionDeclarations: [] }, { function_declarations: [] }] }).kind).toBe(
      'priced',
    )
  })
})

// ------------------------------------------------------------------------------------------- over sockets

let provider: FakeProvider
let fixture: Fixture

beforeAll(async () => {
  provider = await startFakeProvider(say())
  fixture = await startFixture(routeAll([asked], { firstTokenMs: 5_000, idleMs: 5_000 }), {
    providers: {
      google: { baseUrl: provider.baseUrl, dialect: 'gemini' },
      openai: { baseUrl: provider.baseUrl },
    },
    models: [capable('google/gemini-4'), capable('openai/gpt', { capabilities: { streaming: true } })],
    pace: { firstSilenceMs: 100, silenceMs: 50, unreadMs: 5_000 },
  })
})

beforeEach(() => provider.script(say()))

afterAll(async () => {
  await fixture.gateway.close()
  await provider.close()
})

const post = (
  path: string,
  body: object = hi,
  headers: Record<string, string> = { 'x-goog-api-key': clientKey },
) =>
  fetch(`http://127.0.0.1:${fixture.gateway.port}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })

const call = (method: string, version = 'v1beta', model = 'gemini-4'): string =>
  `/${version}/models/${model}:${method}`

describe('over sockets', () => {
  test.each([
    ['x-goog-api-key', call('generateContent'), { 'x-goog-api-key': clientKey }],
    ['?key=', `${call('generateContent')}?key=${clientKey}`, {}],
    ['Bearer', call('generateContent'), { authorization: `Bearer ${clientKey}` }],
  ])('a key by %s opens, and stays here (wire.md 1, 3)', async (_, path, headers) => {
    expect((await post(path, hi, headers)).status).toBe(200)
    const { rawHead } = provider.requests.at(-1)!
    expect(rawHead).not.toContain(clientKey)
    expect(rawHead).toContain('upstream-secret')
  })

  test.each(['v1', 'v1beta'])('the same under /%s and behind a project (wire.md 6, 22)', async (version) => {
    for (const prefix of ['', '/p/alpha'])
      expect((await post(prefix + call('generateContent', version))).status).toBe(200)
  })

  test.each(['google/gemini-4', 'google%2Fgemini-4'])('a model may be asked for as %s', async (model) => {
    expect((await post(call('generateContent', 'v1', model))).status).toBe(200)
    expect(provider.requests.at(-1)!.path).toBe('/v1/models/gemini-4:generateContent')
  })

  test('a name in the URL that is none is refused as written', async () => {
    for (const model of ['gemini%E2%80%8B-4', 'gemini 4', '..%20', 'a'.repeat(129), '%zz']) {
      const response = await post(call('generateContent', 'v1', model))
      expect(errorIn(await response.text())).toMatchObject({ code: 'invalid_value', param: 'model' })
    }
  })

  test('errors have Google’s shape and words (wire.md 4)', async () => {
    const refused = await post(call('generateContent'), hi, { 'x-goog-api-key': 'gwc_wrong' })
    expect(refused.headers.get('x-should-retry')).toBe('false')
    expect(await refused.json()).toMatchObject({
      error: { code: 401, status: 'UNAUTHENTICATED', details: [{ reason: 'invalid_api_key' }] },
    })
    expect(await (await post(call('dance'))).json()).toMatchObject({
      error: { code: 404, status: 'NOT_FOUND' },
    })
    const got = await fetch(`http://127.0.0.1:${fixture.gateway.port}${call('generateContent')}`)
    expect([got.status, got.headers.get('allow')]).toEqual([405, 'POST'])
    const form = await post(`${call('streamGenerateContent')}?alt=media`)
    expect(errorIn(await form.text())).toMatchObject({ code: 'unknown_query' })
  })

  test('without alt=sse a stream is one JSON list; the provider is asked for events', async () => {
    const response = await post(call('streamGenerateContent'))
    expect(response.headers.get('content-type')).toMatch(/^application\/json/)
    const list = (await response.json()) as { candidates: { content: { parts: { text: string }[] } }[] }[]
    expect(list.length).toBeGreaterThan(2)
    expect(list.map(({ candidates }) => candidates[0]!.content.parts[0]!.text).join('')).toBe('Hello there.')
    expect(provider.requests.at(-1)!.path).toMatch(/:streamGenerateContent\?alt=sse$/)
  })

  test('a list of a stream that fails is never closed', async () => {
    provider.script(scriptNamed('cut-by-end'))
    await expect((await post(call('streamGenerateContent'))).text()).rejects.toThrow(/./)
  })

  test('silence is filled with blank lines, in a list too (wire.md 47)', async () => {
    provider.script(async (exchange) => {
      await exchange.wait(400)
      await say()(exchange)
    })
    const events = await (await post(`${call('streamGenerateContent')}?alt=sse`)).text()
    expect(events).toMatch(/^\n\n/)
    expect(events).not.toMatch(/^:/m)
    const list = await (await post(call('streamGenerateContent'))).text()
    expect(list).toMatch(/^\s+\[/)
    expect(JSON.parse(list)).toBeInstanceOf(Array)
  })

  test('what fails behind a keep-alive is told and cut off (wire.md 44)', async () => {
    provider.script(async (exchange) => {
      await exchange.wait(300)
      await fail(400, {}, { message: 'too late' })(exchange)
    })
    const response = await post(`${call('streamGenerateContent')}?alt=sse`)
    expect(response.status).toBe(200)
    await expect(response.text()).rejects.toThrow(/./)
  })

  test('a prompt that is blocked is an answer, whole and streamed', async () => {
    const blocked = { promptFeedback: { blockReason: 'SAFETY' }, usageMetadata: { promptTokenCount: 4 } }
    provider.script((exchange) =>
      exchange
        .write(
          `HTTP/1.1 200 OK\r\ncontent-type: ${exchange.request.path.includes('stream') ? 'text/event-stream' : 'application/json'}\r\nconnection: close\r\n\r\n${
            exchange.request.path.includes('stream') ? 'data: ' : ''
          }${JSON.stringify(blocked)}\r\n\r\n`,
        )
        .then(() => exchange.fin()),
    )
    expect(await (await post(call('generateContent'))).json()).toEqual(blocked)
    expect(await (await post(call('streamGenerateContent'))).json()).toEqual([blocked])
  })

  test('countTokens takes a whole request, and agrees with the URL on the model', async () => {
    const generateContentRequest = {
      model: 'models/other',
      ...hi,
      systemInstruction: { parts: [{ text: 'x' }] },
    }
    const response = await post(call('countTokens'), { generateContentRequest })
    expect(await response.json()).toEqual({ totalTokens: 20 })
    expect(JSON.parse(provider.requests.at(-1)!.body.toString())).toMatchObject({
      generateContentRequest: { model: 'models/gemini-4' },
    })
  })

  test('where the provider cannot count, the count is an estimate and says so', async () => {
    const before = provider.requests.length
    const response = await post(call('countTokens', 'v1', 'openai/gpt'))
    expect(response.headers.get('x-gwc-estimated')).toBe('true')
    expect(await response.json()).toEqual({ totalTokens: expect.any(Number) })
    expect(provider.requests).toHaveLength(before)
  })

  test('a stream that only opens waits for no content: its idle deadline is told as an error', async () => {
    provider.script(opensOnly)
    const impatient = await startFixture(routeAll([asked], { firstTokenMs: 200, totalMs: 400 }), {
      providers: { google: { baseUrl: provider.baseUrl, dialect: 'gemini' } },
      models: [capable('google/gemini-4')],
    })
    const response = await fetch(
      `http://127.0.0.1:${impatient.gateway.port}${call('streamGenerateContent')}?alt=sse`,
      { method: 'POST', headers: { 'x-goog-api-key': clientKey }, body: JSON.stringify(hi) },
    )
    expect(response.status).toBe(504)
    expect(await response.json()).toMatchObject({ error: { code: 504, status: 'DEADLINE_EXCEEDED' } })
    await impatient.gateway.close()
  })
})
