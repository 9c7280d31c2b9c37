import { createClient } from '@keyv/redis'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { ChangeFeed } from '../../runtime/cache/feed/change-feed.ts'
import { openFeed } from '../../runtime/cache/feed/open-feed.ts'
import { createEpochs } from '../../runtime/cache/calibration/epochs.ts'
import type { CacheChange } from '../../runtime/cache/semantic-cache.ts'
import { Secret } from '../../runtime/config/secret.ts'
import type { RedisServer } from '../support/redis.ts'
import { freePort, startRedis } from '../support/redis.ts'

let redis: RedisServer
beforeAll(async () => {
  redis = await startRedis()
})
afterAll(async () => redis.kill())

const open: ChangeFeed[] = []
afterEach(async () => {
  for (const feed of open.splice(0)) await feed.close()
  await tell('FLUSHALL')
})

const patience = { timeout: 20_000 } as const

/** A gateway's feed, and what it heard. */
async function listen(url = redis.url) {
  const heard: CacheChange[] = []
  const failures: unknown[] = []
  let resets = 0
  const epochs = createEpochs()
  const onChange = (change: CacheChange): void => {
    if (change.kind === 'purged') epochs.merge(change.epochs)
    else heard.push(change)
  }
  const listener = { onChange, onReset: () => void resets++, epochs: epochs.snapshot }
  const feed = await openFeed(new Secret(url), listener, (error) => failures.push(error))
  open.push(feed)
  return { feed, heard, failures, epochs, resets: () => resets }
}

const current = (feed: ChangeFeed): Promise<void> => expect.poll(feed.isCurrent, patience).toBe(true)

async function tell(...words: [string, ...string[]]): Promise<void> {
  const client = await createClient({ url: redis.url }).connect()
  await client.sendCommand(words)
  await client.close()
}

const scope = '["team",null,"search"]'

const kept = (id: string): CacheChange => ({
  kind: 'kept',
  entry: {
    id,
    partition: 'p',
    scope,
    epoch: '0.0',
    text: 'Wie heißt die Hauptstadt? 日本',
    storedAtMs: 1,
    expiresAtMs: 2,
    by: { key: 'ab12', requestId: 'r' },
  },
  embedding: new Int8Array([-128, 0, 127]),
})

test('what one gateway tells another hears, in order; a later one hears it, too', async () => {
  const [one, two] = [await listen(), await listen()]
  await Promise.all([current(one.feed), current(two.feed)])
  const changes: readonly CacheChange[] = [kept('a'), kept('b'), { kind: 'removed', id: 'a' }]
  for (const change of changes) expect(await one.feed.publish(change)).toBe(true)
  await expect.poll(() => two.heard, patience).toEqual(changes)
  await one.feed.publish({ kind: 'purged', epochs: { everywhere: 2, scopes: { [scope]: 3 } } })
  await expect.poll(() => two.epochs.of(scope), patience).toBe('2.3')
  expect(one.heard).toEqual([])
  const late = await listen()
  await expect.poll(() => late.heard.map(({ kind }) => kind), patience).toEqual(['kept', 'kept', 'removed'])
  expect(late.epochs.of(scope)).toBe('2.3')
})

test('what is damaged, or was never ours, is passed over', async () => {
  const one = await listen()
  await current(one.feed)
  await one.feed.publish(kept('a'))
  await tell('XADD', 'gwc:cache:entries', '*', 'from', 'x', 'text', '{"kind":"removed","id":"a"}')
  await tell('XADD', 'gwc:cache:entries', '*', 'colour', 'red')
  const two = await listen()
  await current(two.feed)
  expect(two.heard).toEqual([kept('a')])
})

test('a key of another kind in their place is no crash: nothing is current', async () => {
  await tell('SET', 'gwc:cache:marks', 'text')
  const one = await listen()
  await expect.poll(() => one.failures.length, patience).toBeGreaterThan(0)
  expect(one.feed.isCurrent()).toBe(false)
  expect(await one.feed.publish({ kind: 'quarantined', pair: 'x' })).toBe(false)
  await tell('DEL', 'gwc:cache:marks')
  await current(one.feed)
})

test('a Redis that sleeps, dies and comes back empty: removals are told as soon as they can be', async () => {
  const port = await freePort()
  const first = await startRedis(port)
  const [one, two] = [await listen(first.url), await listen(first.url)]
  await Promise.all([current(one.feed), current(two.feed)])
  await one.feed.publish(kept('a'))
  await expect.poll(() => two.heard.length, patience).toBe(1)
  await first.kill()
  expect(await one.feed.publish({ kind: 'removed', id: 'a' })).toBe(false)
  expect(await one.feed.publish(kept('b'))).toBe(false)
  const second = await startRedis(port)
  try {
    await expect.poll(() => two.heard.at(-1), patience).toEqual({ kind: 'removed', id: 'a' })
    expect(two.resets()).toBe(1)
    expect(one.heard).toContainEqual({ kind: 'removed', id: 'b' }) // what could not be told is not kept
  } finally {
    await Promise.all(open.splice(0).map((feed) => feed.close()))
    await second.kill()
  }
})

test('a Redis that hangs for longer than its client waits is followed again when it goes on', async () => {
  const hung = await startRedis()
  const { feed } = await listen(hung.url)
  try {
    await current(feed)
    hung.pause()
    await new Promise((resolve) => setTimeout(resolve, 5_500))
    expect(feed.isCurrent()).toBe(false)
    hung.resume()
    await current(feed)
    expect(await feed.publish(kept('a'))).toBe(true)
  } finally {
    hung.resume()
    await Promise.all(open.splice(0).map((each) => each.close()))
    await hung.kill()
  }
}, 40_000)

test('where nothing listens, opening, telling and closing end', async () => {
  const { feed, failures } = await listen(`redis://:pass-canary@127.0.0.1:${await freePort()}`)
  expect(await feed.publish(kept('a'))).toBe(false)
  expect(feed.isCurrent()).toBe(false)
  await feed.close()
  expect(failures.length).toBeGreaterThan(0)
})
