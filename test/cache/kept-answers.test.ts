import { afterEach, describe, expect, test } from 'vitest'
import { scopeOf } from '../../runtime/cache/cache-key.ts'
import type { Action } from '../../schemas/generated/decision-table.ts'
import type { SemanticEntry } from '../../runtime/cache/semantic-entry.ts'
import { keyOf, startCacheWorld } from '../support/cache-world.ts'
import type { CacheWorld, WorldOptions } from '../support/cache-world.ts'
import { answer, chunk, event, httpChunk, streamHead } from '../support/chat-scripts.ts'
import type { Script } from '../support/fake-provider.ts'
import { say } from '../support/provider/say.ts'

const open: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close()
})

async function world(options?: WorldOptions): Promise<CacheWorld> {
  const made = await startCacheWorld(options)
  open.push(made.close)
  return made
}

/** The entry of an id. */
const keptAs = ({ cache }: CacheWorld['like'], id: string): SemanticEntry | undefined =>
  cache.newest(Infinity).find(({ entry }) => entry.id === id)?.entry

const france = 'What is the capital of France?'
const please = 'Please, what is the capital of France?'

describe('an answer is kept for like questions only where it is complete, in words, and no refusal', () => {
  const choice = (finish: string, message: object): object => ({
    choices: [{ index: 0, message: { role: 'assistant', refusal: null, ...message }, finish_reason: finish }],
  })
  const rows: readonly (readonly [string, Script])[] = [
    ['cut off by its length', answer('', choice('length', { content: 'Paris is' }))],
    ['filtered', answer('', choice('content_filter', { content: 'Paris' }))],
    ['a call of a tool', say({ calls: [{ id: 'call_1', name: 'f', arguments: '{}' }] })],
    ['words and a call', say({ text: 'Paris.', calls: [{ id: 'call_1', name: 'f', arguments: '{}' }] })],
    ['a refusal by field', say({ refusal: 'No.' })],
    ['a refusal in words', say({ text: "I'm sorry, but I can't help with that." })],
    ['nothing', say({ text: ' ' })],
  ]

  test.each(rows)('%s', async (_, script) => {
    const { ask, provider, like } = await world({ script })
    expect((await ask({ text: france })).status).toBe(200)
    expect((await ask({ text: please })).cache).toBe('miss')
    expect(provider.requests).toHaveLength(2)
    expect(like.cache.figures().entries).toBe(0)
  })

  test('what a model thought first does no harm', async () => {
    const { ask } = await world({ script: say({ reasoning: 'Easy.', text: 'Paris.' }) })
    await ask({ text: france })
    expect((await ask({ text: please })).cache).toBe('semantic')
  })

  test('a stream that breaks off', async () => {
    const cut: Script = async ({ write, fin }) => {
      await write(streamHead + httpChunk(event(chunk({ content: 'Par' }))))
      fin()
    }
    const { ask, provider, like } = await world({ script: cut })
    await ask({ text: france, stream: true }).catch(() => undefined)
    provider.script(say({ text: 'Answer 2.' }))
    expect(await ask({ text: please })).toMatchObject({ cache: 'miss', said: 'Answer 2.' })
    expect(like.cache.figures().entries).toBe(1)
  })

  test('one that a client forbids to keep, or to be shown', async () => {
    const { ask, like } = await world()
    await ask({ text: france, headers: { 'cache-control': 'no-store' } })
    expect(like.cache.figures().entries).toBe(0)
    await ask({ text: france })
    const fresh = { 'cache-control': 'no-cache' }
    expect(await ask({ text: please, headers: fresh })).toMatchObject({ cache: 'miss', said: 'Answer 3.' })
    expect(await ask({ text: france })).toMatchObject({ cache: 'exact', said: 'Answer 2.' })
    expect(await ask({ text: 'Tell me the capital of France.' })).toMatchObject({ said: 'Answer 3.' })
  })
})

describe('a hit', () => {
  test('needs that such pairs were measured well enough for what the policy lets be wrong', async () => {
    const { ask, like } = await world({ cache: { maxErrorBasisPoints: 10 } })
    like.accepted.restore({})
    await ask({ text: france })
    expect((await ask({ text: please })).cache).toBe('miss')
  })

  test.each([
    ['raised beyond what was measured', '0.999', 'miss'],
    ['raised to what was measured', '0.99', 'semantic'],
    ['lowered: the policy stands', '0', 'semantic'],
    ['what cannot be read asks for the utmost', 'most', 'miss'],
  ])('comes up to the confidence that the caller asks for: %s', async (_, value, cache) => {
    const { ask } = await world()
    await ask({ text: france })
    expect((await ask({ text: please, headers: { 'x-gwc-cache-confidence': value } })).cache).toBe(cache)
  })

  test('is not let below the confidence of the policy by any header', async () => {
    const { ask } = await world({ cache: { confidence: 999 } })
    await ask({ text: france })
    expect((await ask({ text: please, headers: { 'x-gwc-cache-confidence': '0' } })).cache).toBe('miss')
  })

  test('that somebody calls wrong is never one again, and others still are', async () => {
    const { ask, like, fixture } = await world()
    await ask({ text: france })
    await ask({ text: please })
    const { requestId = '' } = fixture.traces.at(-1) ?? {}
    expect(like.cache.learn(requestId, 'reported')).toBe(true)
    expect(like.cache.learn('nobody', 'reported')).toBe(false)
    expect(like.accepted.snapshot()).toMatchObject({ 'accept/0/0.97': { served: 1, reported: 1 } })
    expect((await ask({ text: 'Please, tell me the capital of France.' })).cache).toBe('miss')
  })

  test('counts towards limits and is charged to no budget', async () => {
    const limit: Action = {
      kind: 'limit',
      name: 'requests',
      of: 'requests',
      amount: 2,
      period: 'minute',
      soft: false,
      warnAtBasisPoints: [],
    }
    const { ask, fixture } = await world({
      charges: { limit: [{ allow: {}, action: limit, rule: 'requests' }] },
    })
    expect([(await ask({ text: france })).status, (await ask({ text: please })).cache]).toEqual([
      200,
      'semantic',
    ])
    const third = await ask({ text: 'Tell me the capital of France.' })
    expect([third.status, third.cache]).toEqual([429, 'miss'])
    expect(fixture.traces.map(({ status }) => status)).toEqual([200, 200, 429])
  })
})

describe('what is purged', () => {
  test('is found no more by its scope, exact repeats included; other scopes keep theirs', async () => {
    const { ask, fixture } = await world()
    const eve = { key: keyOf(2) }
    await ask({ text: france })
    await ask({ text: france, ...eve })
    await fixture.gateway.caches.purge(
      scopeOf({ key: 'ann', org: 'acme', team: 'payments', claims: {}, models: undefined }, 'team'),
    )
    expect(await ask({ text: france })).toMatchObject({ cache: 'miss' })
    expect(await ask({ text: please })).toMatchObject({ cache: 'semantic', said: 'Answer 3.' })
    expect(await ask({ text: please, ...eve })).toMatchObject({ cache: 'semantic', said: 'Answer 2.' })
    await fixture.gateway.caches.purge()
    expect(await ask({ text: please, ...eve })).toMatchObject({ cache: 'miss' })
  })

  test('stays purged by answers that were under way', async () => {
    let go = (): void => undefined
    const waiting = new Promise<void>((resolve) => (go = resolve))
    const { ask, fixture, provider } = await world({
      script: async (exchange) => {
        await waiting
        await say({ text: 'Answer 1.' })(exchange)
      },
    })
    const first = ask({ text: france })
    await expect.poll(() => provider.requests.length).toBe(1)
    await fixture.gateway.caches.purge()
    go()
    await first
    expect((await ask({ text: please })).cache).toBe('miss')
  })

  test('by id is one entry', async () => {
    const { ask, like, fixture } = await world()
    await ask({ text: france })
    const { id = '' } = (await ask({ text: please })).details
    expect(keptAs(like, id)).toMatchObject({ by: { key: 'ann' }, text: france })
    expect(like.cache.remove(id) && (await fixture.gateway.caches.exact.delete(id))).toBe(true)
    expect(await ask({ text: please })).toMatchObject({ cache: 'miss', said: 'Answer 2.' })
    expect(await ask({ text: france })).toMatchObject({ cache: 'semantic', said: 'Answer 2.' })
  })

  test('by age is gone too', async () => {
    const { ask } = await world({ cache: { ttlMs: 30 } })
    await ask({ text: france })
    await expect.poll(async () => (await ask({ text: please })).cache).toBe('miss')
  })
})

test('one key puts in only so much', async () => {
  const { ask, like } = await world({
    semantic: { entriesMax: 100, bytesMax: 1 << 20, shadow: 0, budget: undefined, embedder: undefined },
  })
  for (let each = 0; each < 105; each++) like.quota.take('ann')
  await ask({ text: france })
  expect(like.cache.figures().entries).toBe(0)
  await ask({ text: france, key: keyOf(2) })
  expect(like.cache.figures().entries).toBe(1)
})

test('what was used longest ago gives way', async () => {
  const semantic = { entriesMax: 2, bytesMax: 1 << 20, shadow: 0, budget: undefined, embedder: undefined }
  const { ask, like } = await world({ semantic })
  await ask({ text: france })
  await ask({ text: 'What is the capital of Spain?' })
  await ask({ text: please })
  await ask({ text: 'What is the capital of Italy?' })
  expect(like.cache.figures().entries).toBe(2)
  expect((await ask({ text: please })).cache).toBe('semantic')
  expect((await ask({ text: 'Please, what is the capital of Spain?' })).cache).toBe('miss')
})

test('an entry whose answer is gone is a miss, and forgotten', async () => {
  const { ask, like, fixture } = await world()
  await ask({ text: france })
  const { id = '' } = (await ask({ text: please })).details
  await fixture.gateway.caches.exact.delete(id)
  expect((await ask({ text: please })).cache).toBe('miss')
  expect(keptAs(like, id)).toBeUndefined()
  expect(fixture.bugs).toEqual([])
})
