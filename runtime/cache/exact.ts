import { Keyv } from 'keyv'
import type { CacheConfig } from '../config/gateway.ts'
import type { CachedAnswer } from './cached-answer.ts'
import { LruStore } from './lru-store.ts'
import { deserializeEntry, serializeEntry } from './wire-form.ts'

/** The exact cache. It can only miss: no method throws or rejects, and none holds a request longer than the deadline. */
export interface ExactCache {
  /** The answer under a key; `undefined` for none, an expired one, or a store that is down or slow. */
  readonly get: (key: string) => Promise<CachedAnswer | undefined>
  /** Keeps a complete answer; what cannot be kept is left out. */
  readonly set: (key: string, answer: CachedAnswer, ttlMs: number) => Promise<void>
  readonly close: () => Promise<void>
}

export interface CacheOptions {
  /** Told of a failing store, at most once a minute; the text holds no secret. */
  readonly report?: (message: string) => void
  readonly deadlineMs?: number
  readonly now?: () => number
}

const lookupDeadlineMs = 50
const bodyBytesMax = 4 * 1024 * 1024

/** Opens the store that gateway.json names. A shared store that is not there yet is reached as soon as it is. */
export async function openExactCache(config: CacheConfig, options: CacheOptions = {}): Promise<ExactCache> {
  if (config.kind === 'memory') return cacheOn(memoryKeyv(config.bytesMax), undefined)
  const guard = new Guard(options)
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
    close: async () => {
      await keyv.disconnect().catch(() => undefined) // a store that is down is as good as closed
    },
  }
}

// ---------------------------------------------------------------------------------------------- a store that may be down

const failuresMax = 5
const restMs = 1_000
const reportEveryMs = 60_000

/** Keeps a failing store from holding requests: a deadline on each call, and after some failures in a row a rest without any. */
class Guard {
  readonly #report: (message: string) => void
  readonly #deadlineMs: number
  readonly #now: () => number
  #failures = 0
  #restsUntilMs = 0
  #toldMs = -Infinity

  constructor(options: CacheOptions) {
    this.#report = options.report ?? (() => undefined)
    this.#deadlineMs = options.deadlineMs ?? lookupDeadlineMs
    this.#now = options.now ?? Date.now
  }

  async within<T>(task: () => Promise<T>): Promise<T | undefined> {
    if (this.#now() < this.#restsUntilMs) return undefined
    try {
      const result = await withDeadline(task(), this.#deadlineMs)
      this.#failures = 0
      return result
    } catch (error) {
      this.#failed(error)
      return undefined
    }
  }

  tell(error: unknown): void {
    const now = this.#now()
    if (now - this.#toldMs < reportEveryMs) return
    this.#toldMs = now
    this.#report(`the cache's store does not answer (${reasonOf(error)}); requests go on without it`)
  }

  #failed(error: unknown): void {
    this.#failures += 1
    if (this.#failures >= failuresMax) {
      this.#failures = 0
      this.#restsUntilMs = this.#now() + restMs
    }
    this.tell(error)
  }
}

async function withDeadline<T>(promise: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms)
  })
  try {
    return await Promise.race([promise, deadline])
  } finally {
    clearTimeout(timer)
  }
}

/** A short reason. INVARIANT: never the message of a connection error as a whole: it may quote the URL and so a password. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error'
  if ('code' in error && typeof error.code === 'string') return error.code
  return error.message.startsWith('no answer within') ? error.message : error.constructor.name
}
