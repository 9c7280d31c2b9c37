import { afterAll, beforeAll, expect, test } from 'vitest'
import { digestOf } from '../../runtime/identity/key-format.ts'
import { answer } from '../support/chat-scripts.ts'
import { startFakeProvider } from '../support/fake-provider.ts'
import type { FakeProvider } from '../support/fake-provider.ts'
import { clientKey } from '../support/gateway-fixture.ts'
import { adminKey, startWatched } from '../support/watched-gateway.ts'
import type { WatchedGateway } from '../support/watched-gateway.ts'

const policy = `gwc 1
route { default use openai/gpt-4.1-mini }
cache { default => semantic 0.95 for 1h within team }`

let provider: FakeProvider
let watched: WatchedGateway

beforeAll(async () => {
  provider = await startFakeProvider(answer('With git reset.'))
  watched = await startWatched(policy, {
    providers: { openai: { baseUrl: provider.baseUrl } },
    keys: [{ digest: digestOf(clientKey), name: 'tester', team: 'search' }],
  })
})
afterAll(async () => {
  await watched[Symbol.asyncDispose]()
  await provider.close()
})

/** Asks one question: what `x-gwc-cache` says, and the request's id. */
async function chat(content: string) {
  const response = await fetch(`${watched.fixture.baseUrl}/chat/completions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${clientKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ model: 'auto', temperature: 0, messages: [{ role: 'user', content }] }),
  })
  await response.text()
  const [layer = '', id = ''] = response.headers.get('x-gwc-cache')?.split('; ') ?? []
  return { layer, id: id.replace('id=', ''), request: response.headers.get('x-gwc-request-id') ?? '' }
}

async function change(method: string, path: string, body?: object) {
  const response = await fetch(watched.adminUrl + path, {
    method,
    headers: { authorization: `Bearer ${adminKey}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return { status: response.status, body: (await response.json()) as Readonly<Record<string, unknown>> }
}

const actions = async (): Promise<readonly unknown[]> =>
  ((await watched.ask('/audit')).body['entries'] as { action: string }[])
    .map(({ action }) => action)
    .filter((action) => action.startsWith('cache'))

const words = 'How do I undo a commit in git?'
const others = 'Please, how do I undo a commit in git?'

test('what is kept is shown, explained, called wrong, taken out and purged, each change on record', async () => {
  await chat(words)
  await expect.poll(async () => (await chat(others)).layer).not.toBe('miss')
  const hit = await chat(others)
  expect((await watched.ask('/cache')).body).toMatchObject({ isCurrent: true, entries: 1, quarantined: 0 })

  const near = await watched.ask(`/cache/why?asked=${encodeURIComponent(others)}&team=search`)
  expect(near.body['pairs']).toMatchObject([
    { verdict: 'accept', entry: { text: words, by: { key: 'tester' } } },
  ])
  expect(
    (await watched.ask(`/cache/why?asked=${encodeURIComponent(others)}&team=ads`)).body['pairs'],
  ).toEqual([])
  const trap = `/cache/why?asked=${encodeURIComponent(words)}&kept=${encodeURIComponent('How do I not undo a commit in git?')}`
  expect((await watched.ask(trap)).body['pairs']).toMatchObject([{ verdict: 'reject' }])

  const metrics = await watched.scrape()
  expect(metrics.get('gwc_cache_entries')).toBe(1)
  expect(metrics.get('gwc_cache_lookups_total{layer="exact",outcome="miss"}')).toBeGreaterThan(0)
  expect([...metrics.keys()].join()).not.toContain('commit')

  expect((await change('DELETE', `/cache/entries/${hit.id}`)).status).toBe(200)
  expect((await change('DELETE', `/cache/entries/${hit.id}`)).status).toBe(404)
  expect((await chat(words)).layer).toBe('miss')

  await expect.poll(async () => (await chat(words)).layer).toBe('exact')
  expect((await change('POST', '/cache/purge', { team: 'ads' })).body).toEqual({
    purged: ['team', null, 'ads'],
  })
  expect((await chat(words)).layer).toBe('exact')
  expect((await change('POST', '/cache/purge', { team: 'search' })).status).toBe(200)
  expect((await chat(words)).layer).toBe('miss')
  expect((await change('POST', '/cache/purge', { everything: 'true' })).status).toBe(200)
  expect((await chat(words)).layer).toBe('miss')
  expect(await actions()).toEqual(['cache_purge', 'cache_purge', 'cache_purge', 'cache_delete'])
})

test('one word that a hit was wrong, and the pair is never a hit again', async () => {
  const [asked, like] = ['What is the capital of France?', 'Please, what is the capital of France?']
  await chat(asked)
  let hit = await chat(like)
  await expect.poll(async () => (hit = await chat(`${like} `)).layer).toMatch(/canonical|semantic/)
  expect((await change('POST', '/cache/feedback', { request: hit.request })).status).toBe(200)
  expect((await change('POST', '/cache/feedback', { request: hit.request })).status).toBe(404)
  expect((await watched.ask('/cache')).body).toMatchObject({ quarantined: 1 })
})

test.each([
  ['POST', '/cache/purge', {}, 400],
  ['POST', '/cache/purge', { everything: 'true', team: 'search' }, 400],
  ['POST', '/cache/feedback', {}, 400],
  ['POST', '/cache/feedback', { request: 'never' }, 404],
  ['GET', '/cache/why', undefined, 400],
])('%s %s with %j is a %d that changes nothing', async (method, path, body, status) => {
  const before = await actions()
  expect((await change(method, path, body)).status).toBe(status)
  expect(await actions()).toEqual(before)
})
