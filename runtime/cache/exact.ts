import { Keyv } from 'keyv'
import type { CacheConfig } from '../config/gateway.ts'
import type { CachedAnswer } from './cached-answer.ts'
import { Guard } from './guard.ts'
import { LruStore } from './lru-store.ts'
import { deserializeEntry, serializeEntry } from './wire-form.ts'

/** The exact cache. It can only miss: no method throws or rejects, and none holds a request longer than the deadline. */
export interface ExactCache {
  /** The answer under a key; `undefined` for none, an expired one, or a store that is down or slow. */
  readonly get: (key: string) => Promise<CachedAnswer | undefined>
  /** Keeps a complete answer; what cannot be kept is left out. */
  readonly set: (key: string, answer: CachedAnswer, ttlMs: number) => Promise<void>
  /** Takes an answer out; `false` where there was none, or the store does not answer. */
  readonly delete: (key: string) => Promise<boolean>
  readonly close: () => Promise<void>
}

export interface CacheOptions {
  /** Instead of one by the other options. */
  readonly guard?: Guard
  /** Told of a failing store, at most once a minute; the text holds no secret. */
  readonly report?: (message: string) => void
  readonly deadlineMs?: number
  readonly now?: () => number
}

const bodyBytesMax = 4 * 1024 * 1024

/** Opens the store that gateway.json names. A shared store that is not there yet is reached as soon as it is. */
export async function openExactCache(config: CacheConfig, options: CacheOptions = {}): Promise<ExactCache> {
  if (config.kind === 'memory') return cacheOn(memoryKeyv(config.bytesMax), undefined)
  const guard = options.guard ?? new Guard({ ...options, what: "the cache's store" })
  return cacheOn(await redisKeyv(config.url.reveal(), guard), guard)
}

/** Nothing is serialised in memory: answers are immutable, and copying them would cost more than the lookup. */
function memoryKeyv(bytesMax: number): Keyv<CachedAnswer> {
  const keyv = new Keyv<CachedAnswer>({ store: new LruStore(bytesMax), useKeyPrefix: false })
  keyv.serialize = undefined
  keyv.deserialize = undefined
  return keyv
}

async function redisKeyv(url: string, guard: Guard): Promise<Keyv<CachedAnswer>> {
  const { default: KeyvRedis } = await import('@keyv/redis') // a gateway that needs no Redis starts without its client
  const client = {
    url,
    disableOfflineQueue: true,
    commandsQueueMaxLength: 1_000,
    socket: { connectTimeout: 2_000 },
  }
  const store = new KeyvRedis<string>(client, {
    namespace: 'gwc',
    throwOnConnectError: false,
    throwOnErrors: true,
  })
  const keyv = new Keyv<CachedAnswer>({
    store,
    useKeyPrefix: false,
    throwOnErrors: true,
    serialize: serializeEntry,
    deserialize: deserializeEntry as NonNullable<Keyv['deserialize']>,
  })
  keyv.on('error', (error: unknown) => guard.tell(error))
  void guard.within(async () => void (await store.getClient())) // connects ahead of the first request
  return keyv
}

function cacheOn(keyv: Keyv<CachedAnswer>, guard: Guard | undefined): ExactCache {
  const within = async <T>(task: () => Promise<T>): Promise<T | undefined> =>
    guard === undefined ? task() : guard.within(task)
  return {
    get: async (key) => within(async () => keyv.get(key)),
    set: async (key, answer, ttlMs) => {
      if (ttlMs <= 0 || answer.body.length > bodyBytesMax) return
      await within(async () => keyv.set(key, answer, ttlMs))
    },
    delete: async (key) => (await within(async () => keyv.delete(key))) ?? false,
    close: async () => {
      await keyv.disconnect().catch(() => undefined) // a store that is down is as good as closed
    },
  }
}
