import { createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { CachedAnswer } from '../../runtime/cache/cached-answer.ts'
import type { ExactCache } from '../../runtime/cache/exact.ts'
import { openExactCache } from '../../runtime/cache/exact.ts'
import { LruStore } from '../../runtime/cache/lru-store.ts'
import { deserializeEntry, serializeEntry } from '../../runtime/cache/wire-form.ts'
import type { CacheConfig } from '../../runtime/config/gateway.ts'
import { Secret } from '../../runtime/config/secret.ts'
import type { RedisServer } from '../support/redis.ts'
import { freePort, startRedis } from '../support/redis.ts'

const answer = (text: string, over: Partial<CachedAnswer> = {}): CachedAnswer => ({
  id: 'e1',
  status: 200,
  model: 'openai/gpt-4.1-mini',
  provider: 'openai',
  body: Buffer.from(text),
  usage: { input: 3, output: 5 },
  storedAtMs: 1,
  ...over,
})

const wait = async (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

let redis: RedisServer
beforeAll(async () => {
  redis = await startRedis()
})
afterAll(async () => redis.kill())

const opened: ExactCache[] = []
const open = async (...args: Parameters<typeof openExactCache>): Promise<ExactCache> => {
  const cache = await openExactCache(...args)
  opened.push(cache)
  return cache
}
afterEach(async () => {
  for (const cache of opened.splice(0)) await cache.close()
})

/** A cache over Redis that has connected: until then every lookup is a miss, which is right but not what is tested. */
async function connected(report: (message: string) => void = () => undefined): Promise<ExactCache> {
  const cache = await open({ kind: 'redis', url: new Secret(redis.url) }, { report, deadlineMs: 500 })
  while ((await cache.get('warm')) === undefined) {
    await cache.set('warm', answer('warm'), 60_000)
    await wait(10) // a resting store answers at once: without a pause its connection would never get its turn
  }
  return cache
}

const stores: readonly (readonly [string, () => Promise<ExactCache>])[] = [
  ['memory', async () => open({ kind: 'memory', bytesMax: 1_000_000 } satisfies CacheConfig)],
  ['redis', async () => connected()],
]

describe.each(stores)('the exact cache in %s', (kind, make) => {
  test('gives back what it was given, byte for byte', async () => {
    const cache = await make()
    const bytes = Buffer.from([0, 255, 128, 10, 13, 226, 130])
    await cache.set(`${kind}-bytes`, answer('', { body: bytes }), 60_000)
    expect(await cache.get(`${kind}-bytes`)).toEqual(answer('', { body: bytes }))
  })

  test('misses what it was never given', async () => {
    expect(await (await make()).get(`${kind}-absent`)).toBeUndefined()
  })

  test('forgets after the time to live', async () => {
    const cache = await make()
    await cache.set(`${kind}-ttl`, answer('short'), 60)
    expect(await cache.get(`${kind}-ttl`)).toBeDefined()
    await wait(90)
    expect(await cache.get(`${kind}-ttl`)).toBeUndefined()
  })

  test('keeps nothing for no time', async () => {
    const cache = await make()
    await cache.set(`${kind}-zero`, answer('never'), 0)
    expect(await cache.get(`${kind}-zero`)).toBeUndefined()
  })

  test('the later answer stands', async () => {
    const cache = await make()
    await cache.set(`${kind}-twice`, answer('first'), 60_000)
    await cache.set(`${kind}-twice`, answer('second'), 60_000)
    expect((await cache.get(`${kind}-twice`))?.body.toString()).toBe('second')
  })
})

test('two caches over one Redis share their entries', async () => {
  const [one, two] = [await connected(), await connected()]
  await one.set('shared', answer('shared'), 60_000)
  expect((await two.get('shared'))?.body.toString()).toBe('shared')
})

describe('memory is bounded by bytes', () => {
  const stored = (bytes: number): { value: CachedAnswer } => ({
    value: answer('', { body: Buffer.alloc(bytes) }),
  })

  test('what was used longest ago goes first', () => {
    const store = new LruStore(100_000)
    for (let i = 0; i < 9; i++) store.set(`k${i}`, stored(10_000))
    store.get('k0')
    store.set('k9', stored(10_000))
    expect(store.get('k1')).toBeUndefined()
    expect(store.get('k0')).toBeDefined()
    expect(store.bytes).toBeLessThanOrEqual(100_000)
  })

  test('one huge answer does not push out the others', () => {
    const store = new LruStore(100_000)
    store.set('small', stored(100))
    expect(store.set('huge', stored(50_000))).toBe(false)
    expect(store.get('small')).toBeDefined()
  })

  test('replacing and deleting give their bytes back', () => {
    const store = new LruStore(100_000)
    for (let i = 0; i < 1_000; i++) store.set('same', stored(1_000 + i))
    store.delete('same')
    expect([store.bytes, store.size]).toEqual([0, 0])
  })
})

test('an entry damaged in the store is a miss', () => {
  const text = serializeEntry({ value: answer('precious'), expires: 5 })
  expect(deserializeEntry(text)).toEqual({ value: answer('precious'), expires: 5 })
  for (let at = 0; at < text.length; at++) {
    const damaged = `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`
    expect(deserializeEntry(damaged)).toBeUndefined()
    expect(deserializeEntry(text.slice(0, at))).toBeUndefined()
  }
})

describe('a store that fails is a miss', () => {
  test('when nothing listens', async () => {
    const reports: string[] = []
    const url = `redis://:pass-canary@127.0.0.1:${await freePort()}`
    const cache = await open(
      { kind: 'redis', url: new Secret(url) },
      { report: (message) => reports.push(message) },
    )
    for (let i = 0; i < 20; i++) {
      await cache.set(`k${i}`, answer('x'), 1_000)
      expect(await cache.get(`k${i}`)).toBeUndefined()
    }
    expect(reports).toHaveLength(1) // at most one a minute
    expect(reports.join()).not.toContain('canary')
  })

  test('when it accepts and never answers', async () => {
    const sockets = new Set<Socket>()
    const server = createServer((socket) => void sockets.add(socket))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const cache = await open({
      kind: 'redis',
      url: new Secret(`redis://127.0.0.1:${(server.address() as AddressInfo).port}`),
    })
    expect(await cache.get('k')).toBeUndefined()
    for (const socket of sockets) socket.destroy()
    server.close()
  })

  test('when it stops answering in mid-flight, and hits again when it goes on', async () => {
    const cache = await connected()
    await cache.set('paused', answer('still here'), 60_000)
    redis.pause()
    try {
      expect(await Promise.all(Array.from({ length: 8 }, async () => cache.get('paused')))).toEqual(
        Array.from({ length: 8 }, () => undefined),
      )
      // After failures in a row it rests: these ask nobody, so that they return though the store sleeps and no deadline is waited for.
      const resting = Array.from({ length: 500 }, async () => cache.get('paused'))
      expect(await Promise.race([Promise.all(resting), wait(400).then(() => 'late')])).not.toBe('late')
    } finally {
      redis.resume()
    }
    await expect
      .poll(async () => (await cache.get('paused'))?.body.toString(), { timeout: 5_000 })
      .toBe('still here')
  })

  test('when it dies, and hits again when it is back', async () => {
    const port = await freePort()
    const first = await startRedis(port)
    const cache = await open({ kind: 'redis', url: new Secret(first.url) })
    await expect
      .poll(async () => cache.set('k', answer('x'), 60_000).then(async () => cache.get('k')), {
        timeout: 5_000,
      })
      .toBeDefined()
    await first.kill()
    expect(await cache.get('k')).toBeUndefined()
    const second = await startRedis(port)
    try {
      await expect
        .poll(
          async () =>
            cache.set('k', answer('y'), 60_000).then(async () => (await cache.get('k'))?.body.toString()),
          { timeout: 10_000 },
        )
        .toBe('y')
    } finally {
      await second.kill()
    }
  })
})
