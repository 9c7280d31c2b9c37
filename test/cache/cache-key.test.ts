import { describe, expect, test } from 'vitest'
import { cacheControl, cacheKey, scopeOf } from '../../runtime/cache/cache-key.ts'
import type { CachedAnswer } from '../../runtime/cache/cached-answer.ts'
import { openExactCache } from '../../runtime/cache/exact.ts'
import type { DecidedStage, Decision, Identity, RequestView } from '../../runtime/contracts.ts'
import type { CacheAction } from '../../schemas/generated/decision-table.ts'
import { requestView } from '../support/request-view.ts'

const stage = (...models: string[]): DecidedStage => ({ kind: 'models', pick: 'model', models, on: [] })

const decided = (
  within: CacheAction['within'],
  stages: readonly DecidedStage[] = [stage('openai/a')],
  over: Partial<Decision> = {},
): Decision => ({
  rule: 'main.route#r',
  guard: [],
  outcome: { kind: 'route', stages },
  cache: { kind: 'cache', mode: 'exact', ttlMs: 60_000, within },
  attempt: {
    kind: 'attempt',
    connectMs: 1,
    firstTokenMs: 1,
    idleMs: 1,
    totalMs: 1,
    retries: 0,
    backoffMinMs: 0,
    backoffMaxMs: 0,
    ambiguous: 'never',
    abort: 'cancel',
  },
  budgets: [],
  limits: [],
  shape: { kind: 'shape' },
  log: { kind: 'log', level: 'metadata', sample: 10_000 },
  absent: [],
  facts: {},
  ...over,
})

const request = (
  body: object | string,
  identity: Partial<Identity> = {},
  headers: RequestView['headers'] = {},
): RequestView =>
  requestView({
    identity,
    headers,
    body: { bytes: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)) },
  })

const base = { model: 'auto', messages: [{ role: 'user', content: 'hi' }], temperature: 0 }
const keyOf = (
  body: object | string,
  over: { identity?: Partial<Identity>; headers?: RequestView['headers']; decision?: Decision } = {},
): string | undefined => cacheKey(request(body, over.identity, over.headers), over.decision ?? decided('key'))

describe('S04 two holders who look alike', () => {
  const long = 'a'.repeat(10_000)
  const alike: readonly (readonly [Partial<Identity>, Partial<Identity>])[] = [
    [{ key: 'ab12cd34' }, { key: 'ab12cd34e' }],
    [{ key: `${long}1` }, { key: `${long}2` }],
    [
      { key: 'k', team: `${long}1` },
      { key: 'k', team: `${long}2` },
    ],
    [
      { key: 'k', org: 'a', team: 'b' },
      { key: 'k', org: 'a","b' },
    ],
    [
      { key: 'k', org: 'a,b', team: 'c' },
      { key: 'k', org: 'a', team: 'b,c' },
    ],
    [{ key: 'k', team: 'x' }, { key: '["team",null,"x"]' }],
    [{ key: 'K' }, { key: 'k' }],
    [{ key: 'caf\u00e9' }, { key: 'cafe\u0301' }],
  ]

  test.each(alike)('share no entry (%#)', (one, other) => {
    const within = decided('team')
    expect(keyOf(base, { identity: one, decision: within })).not.toBe(
      keyOf(base, { identity: other, decision: within }),
    )
  })
})

test('is a whole SHA-256', () => {
  expect(keyOf(base)).toMatch(/^[0-9a-f]{64}$/)
})

describe('requests that share an entry', () => {
  test.each<[string, object | string]>([
    ['streamed', { ...base, stream: true, stream_options: { include_usage: true } }],
    ['with another order of fields', { temperature: 0, messages: base.messages, model: 'auto' }],
    ['with other white space', JSON.stringify(base, undefined, 2)],
    [
      'for another user',
      { ...base, user: 'u2', metadata: { a: 'b' }, safety_identifier: 's', prompt_cache_key: 'p' },
    ],
    ['under another name of the same decision', { ...base, model: 'gpt-x' }],
    ['with null for absent', { ...base, tools: null }],
  ])('%s', (_, body) => {
    expect(keyOf(body)).toBe(keyOf(base))
  })

  test('after an edit of the policy that decides the same for them', () => {
    expect(
      keyOf(base, {
        decision: decided('key', [stage('openai/a')], { rule: 'other.route#renamed', facts: { team: 'x' } }),
      }),
    ).toBe(keyOf(base))
  })
})

describe('requests that never share one', () => {
  test.each<[string, object | string]>([
    ['another message', { ...base, messages: [{ role: 'user', content: 'hi!' }] }],
    ['a system message', { ...base, messages: [{ role: 'system', content: 'x' }, ...base.messages] }],
    ['another temperature', { ...base, temperature: 0.1 }],
    ['tools', { ...base, tools: [{ type: 'function', function: { name: 'f' } }] }],
    ['another order inside a schema', { ...base, response_format: { a: 1, b: 2 } }],
    ['another seed beyond safe integers', '{"messages":[],"seed":9007199254740993}'],
    ['an unknown field', { ...base, reasoning_effort: 'low' }],
  ])('%s', (_, body) => {
    expect(keyOf(body)).not.toBe(keyOf(base))
  })

  test('two orders of a schema, and two seeds that one number would hold', () => {
    expect(keyOf({ ...base, response_format: { a: 1, b: 2 } })).not.toBe(
      keyOf({ ...base, response_format: { b: 2, a: 1 } }),
    )
    expect(keyOf('{"seed":9007199254740993}')).not.toBe(keyOf('{"seed":9007199254740992}'))
  })

  test('another decision, endpoint or beta', () => {
    expect(keyOf(base, { decision: decided('key', [stage('openai/b')]) })).not.toBe(keyOf(base))
    expect(keyOf(base, { decision: decided('key', [stage('openai/a'), stage('openai/b')]) })).not.toBe(
      keyOf(base),
    )
    expect(
      keyOf(base, { decision: decided('key', [{ kind: 'asked', model: 'openai/a', on: [] }]) }),
    ).not.toBe(keyOf(base, { decision: decided('key', [{ kind: 'asked', model: 'openai/b', on: [] }]) }))
    expect(keyOf(base, { headers: { 'openai-beta': 'x=1' } })).not.toBe(keyOf(base))
    expect(cacheKey({ ...request(base), endpoint: 'completions' }, decided('key'))).not.toBe(keyOf(base))
  })
})

describe('no key at all', () => {
  test.each<[string, string | undefined]>([
    [
      'where the policy does not cache',
      cacheKey(
        request(base),
        decided('key', [], { cache: { kind: 'cache', mode: 'off', ttlMs: 0, within: 'key' } }),
      ),
    ],
    [
      'for a denied request',
      cacheKey(request(base), decided('key', [], { outcome: { kind: 'deny', message: 'no', status: 403 } })),
    ],
    ['where the provider is to keep the answer', keyOf({ ...base, store: true })],
    ['for what is no object', keyOf('[1]')],
    ['for what is no JSON', keyOf('{"a":')],
  ])('%s', (_, key) => {
    expect(key).toBeUndefined()
  })
})

test('Responses are kept by the provider unless they say otherwise, and then not by the cache', () => {
  const key = (body: object): string | undefined =>
    cacheKey({ ...request({ model: 'auto', input: 'hi', ...body }), endpoint: 'responses' }, decided('key'))
  expect(key({ store: false })).toMatch(/^[0-9a-f]{64}$/)
  expect(key({})).toBeUndefined()
  expect(key({ store: true })).toBeUndefined()
  expect(key({ store: false, conversation: 'conv_1' })).toBeUndefined()
})

describe('scope', () => {
  const identity = (over: Partial<Identity>): Identity => ({
    key: 'k',
    claims: {},
    models: undefined,
    ...over,
  })
  const search = { org: 'acme', team: 'search', project: 'p', developer: 'd' }

  test.each<[CacheAction['within'], Partial<Identity>, Partial<Identity>, boolean]>([
    ['key', { key: 'a', ...search }, { key: 'b', ...search }, false],
    ['team', { key: 'a', ...search }, { key: 'b', ...search }, true],
    ['team', { key: 'a', ...search }, { key: 'b', ...search, org: 'other' }, false],
    ['team', { key: 'a', ...search }, { key: 'b', ...search, team: 'ads' }, false],
    ['team', { key: 'a' }, { key: 'b' }, false],
    ['team', { key: 'a' }, { key: 'a' }, true],
    ['project', { key: 'a', ...search }, { key: 'b', ...search }, true],
    ['project', { key: 'a', ...search }, { key: 'b', ...search, team: 'ads' }, false],
    ['developer', { key: 'a', ...search }, { key: 'b', ...search, team: 'ads' }, true],
    ['developer', { key: 'a', ...search }, { key: 'b', ...search, org: 'other' }, false],
    ['org', { key: 'a', ...search }, { key: 'b', org: 'acme' }, true],
    ['org', { key: 'a', org: 'acme' }, { key: 'b' }, false],
    ['team', { key: 'a', team: 'k' }, { key: 'k' }, false],
  ])('within %s: %j and %j: %s', (within, one, two, shared) => {
    expect(scopeOf(identity(one), within) === scopeOf(identity(two), within)).toBe(shared)
  })
})

test('two tenants with a thousand equal requests each: no answer crosses', async () => {
  const cache = await openExactCache({ kind: 'memory', bytesMax: 64_000_000 })
  const answerFor = (tenant: string, i: number): CachedAnswer => ({
    id: `${tenant}${i}`,
    status: 200,
    model: 'm',
    provider: 'p',
    body: Buffer.from(`${tenant} ${i}`),
    usage: undefined,
    storedAtMs: 0,
  })
  const keyFor = (tenant: string, i: number): string =>
    keyOf(
      { ...base, messages: [{ role: 'user', content: `question ${i}` }] },
      { identity: { key: `k-${tenant}`, team: tenant }, decision: decided('team') },
    ) ?? 'none'
  let crossed = 0
  for (let i = 0; i < 1_000; i++) {
    if ((await cache.get(keyFor('red', i))) !== undefined) crossed++
    await cache.set(keyFor('red', i), answerFor('red', i), 60_000)
    if ((await cache.get(keyFor('blue', i))) !== undefined) crossed++
    await cache.set(keyFor('blue', i), answerFor('blue', i), 60_000)
  }
  for (let i = 0; i < 1_000; i++) {
    for (const tenant of ['red', 'blue'])
      if ((await cache.get(keyFor(tenant, i)))?.body.toString() !== `${tenant} ${i}`) crossed++
  }
  expect(crossed).toBe(0)
})

test.each([
  [undefined, true, true],
  ['max-age=0', true, true],
  ['no-cache', false, true],
  ['No-Store', false, false],
  ['max-age=0, no-store', false, false],
])('Cache-Control %s', (header, mayRead, mayStore) => {
  expect(cacheControl(header)).toEqual({ mayRead, mayStore })
})
