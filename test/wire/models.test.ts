import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { capable, clientKey, routeAll, stage, startFixture } from '../support/gateway-fixture.ts'
import type { Fixture } from '../support/gateway-fixture.ts'

let fixture: Fixture

const names = ['claude-opus-5.5', 'claude-haiku-4.5', 'claude-sonnet-5']

beforeAll(async () => {
  const models = names.map((name) => {
    const upstream = name.replaceAll('.', '-')
    const dated = name === 'claude-haiku-4.5' ? ['claude-haiku-4-5-20251001'] : []
    return capable(`anthropic/${name}`, {
      upstream,
      aliases: [upstream, ...dated],
      context: 200_000,
      maxOutput: 64_000,
    })
  })
  fixture = await startFixture(routeAll([stage('anthropic/claude-sonnet-5')]), {
    providers: {
      anthropic: { baseUrl: 'http://127.0.0.1:9/v1' },
      acme: { baseUrl: 'http://127.0.0.1:9/v1' },
    },
    models: [...models, capable('acme/large'), capable('acme/vectors', { kind: 'embedding' })],
  })
})

afterAll(() => fixture.gateway.close())

/** What GET of a path answers to these headers. */
async function get(path: string, headers: Record<string, string> = {}) {
  const key = Object.keys(headers).some((name) => name.endsWith('-key')) || path.includes('key=')
  const all = key ? headers : { authorization: `Bearer ${clientKey}`, ...headers }
  const answer = await fetch(`http://127.0.0.1:${fixture.gateway.port}${path}`, { headers: all })
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
}

const asAnthropic = { 'anthropic-version': '2023-06-01' }
const ids = ({ body }: { readonly body: Record<string, unknown> }) =>
  (body['data'] as readonly { readonly id: string }[]).map(({ id }) => id)

describe('GET /v1/models has the shape of the caller’s API (wire.md 7)', () => {
  test("OpenAI's, by gwc's own ids", async () => {
    const listed = await get('/v1/models')
    expect(listed.body['object']).toBe('list')
    expect(ids(listed).toSorted()).toEqual([
      'acme/large',
      'acme/vectors',
      ...names.map((name) => `anthropic/${name}`).toSorted(),
    ])
  })

  test("Anthropic's, by the names that Claude Code looks for (wire.md 8)", async () => {
    const listed = await get('/v1/models?limit=1000', asAnthropic)
    expect(ids(listed)).toEqual(
      expect.arrayContaining(['claude-opus-5-5', 'claude-haiku-4-5', 'claude-sonnet-5']),
    )
    expect(listed.body).toMatchObject({
      has_more: false,
      first_id: ids(listed)[0],
      last_id: ids(listed).at(-1),
    })
    const haiku = (listed.body['data'] as readonly { id: string }[]).find(
      ({ id }) => id === 'claude-haiku-4-5',
    )
    expect(haiku).toEqual({
      type: 'model',
      id: 'claude-haiku-4-5',
      display_name: 'claude-haiku-4.5',
      created_at: '2025-10-01T00:00:00.000Z',
      max_input_tokens: 200_000,
      max_tokens: 64_000,
    })
  })

  test.each<[string, Record<string, string>]>([
    ['/v1/models', { 'x-goog-api-key': clientKey }],
    ['/v1/models', { 'x-goog-api-client': 'google-genai-sdk/3.1' }],
    [`/v1beta/models?key=${clientKey}`, {}],
  ])("Google's: %s with %j", async (path, headers) => {
    const { body } = await get(path, headers)
    expect(body['models']).toContainEqual(
      expect.objectContaining({
        name: 'models/claude-opus-5-5',
        outputTokenLimit: 64_000,
        supportedGenerationMethods: ['generateContent', 'countTokens'],
      }),
    )
  })
})

describe('pages', () => {
  test("Anthropic's turn with after_id and before_id", async () => {
    const all = ids(await get('/v1/models?limit=1000', asAnthropic))
    const first = await get('/v1/models?limit=2', asAnthropic)
    expect([ids(first), first.body['has_more']]).toEqual([all.slice(0, 2), true])
    const second = await get(`/v1/models?limit=2&after_id=${all[1]}`, asAnthropic)
    expect([ids(second), second.body['has_more']]).toEqual([all.slice(2, 4), true])
    const last = await get(`/v1/models?limit=2&after_id=${all[3]}`, asAnthropic)
    expect([ids(last), last.body['has_more']]).toEqual([all.slice(4), false])
    const back = await get(`/v1/models?limit=2&before_id=${all[3]}`, asAnthropic)
    expect([ids(back), back.body['has_more']]).toEqual([all.slice(1, 3), true])
  })

  test("Google's turn with pageToken", async () => {
    const google = { 'x-goog-api-key': clientKey }
    const first = (await get('/v1/models?pageSize=3', google)).body
    expect(first['models']).toHaveLength(3)
    const rest = (await get(`/v1/models?pageSize=3&pageToken=${String(first['nextPageToken'])}`, google)).body
    expect(rest['models']).toHaveLength(2)
    expect(rest['nextPageToken']).toBeUndefined()
  })

  test.each(['limit=0', 'limit=-1', 'limit=many', 'after_id=none'])('%s is refused', async (query) => {
    expect((await get(`/v1/models?${query}`, asAnthropic)).status).toBe(400)
  })
})

describe('GET /v1/models/{id}', () => {
  test.each([
    'anthropic/claude-opus-5.5',
    'claude-opus-5.5',
    'claude-opus-5-5',
    'anthropic%2Fclaude-opus-5-5',
  ])('knows a model by any of its names: %s', async (name) => {
    expect((await get(`/v1/models/${name}`)).body).toMatchObject({ id: 'anthropic/claude-opus-5.5' })
    expect((await get(`/v1/models/${name}`, asAnthropic)).body).toMatchObject({ id: 'claude-opus-5-5' })
  })

  test('of a model that is not served is a 404', async () => {
    const { status, body } = await get('/v1/models/gpt-1')
    expect([status, body]).toEqual([404, { error: expect.objectContaining({ code: 'model_not_found' }) }])
  })
})

describe('errors have the shape of the caller’s API, too (wire.md 4, 11)', () => {
  const google = { 'x-goog-api-key': clientKey }

  test.each([
    ['/v1/models/gpt-1', 404, 'model_not_found', 'not_found_error', 'NOT_FOUND'],
    ['/v1/none', 404, 'not_found', 'not_found_error', 'NOT_FOUND'],
    ['/v1/models?models=x', 400, 'unknown_query', 'invalid_request_error', 'INVALID_ARGUMENT'],
  ])('%s', async (path, status, code, type, word) => {
    expect(await get(path)).toMatchObject({ status, body: { error: { code } } })
    expect(await get(path, asAnthropic)).toMatchObject({ status, body: { type: 'error', error: { type } } })
    expect(await get(path, google)).toMatchObject({ status, body: { error: { code: status, status: word } } })
  })

  test('an unknown key', async () => {
    const wrong = 'gwc_unknown'
    expect(await get('/v1/models', { ...asAnthropic, 'x-api-key': wrong })).toMatchObject({
      status: 401,
      body: { type: 'error', error: { type: 'authentication_error' } },
    })
    expect(await get('/p/alpha/v1beta/models', { 'x-goog-api-key': wrong })).toMatchObject({
      status: 401,
      body: { error: { code: 401, status: 'UNAUTHENTICATED', details: [{ reason: 'invalid_api_key' }] } },
    })
  })
})
