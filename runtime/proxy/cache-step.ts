import { hash } from 'node:crypto'
import { cacheControl, cacheKey, scopeOf } from '../cache/cache-key.ts'
import type { CachedAnswer } from '../cache/cached-answer.ts'
import { withCachedUsage } from '../cache/cached-usage.ts'
import type { Caches } from '../cache/caches.ts'
import type { Charge } from '../money/charge.ts'
import type { HitTrace } from '../trace.ts'
import type { Sending } from './attempt.ts'
import type { Call } from './call.ts'
import type { DecidedCall } from './decide-call.ts'
import type { LikeLookup } from './like-step.ts'
import type { StreamedAnswer, WholeAnswer } from './relay/answer.ts'

/** The largest answer that is kept, as it streams. */
export const STREAM_BYTES_MAX = 4 * 1024 * 1024

/** What the cache has to do with one request: what it holds, and under which id an answer may be kept. */
export interface CacheLookup {
  readonly hit: CachedHit | undefined
  /** `undefined`: nothing is stored. */
  readonly storeAs: string | undefined
  /** Bytes of a stream to keep for storing it. */
  readonly keepBytesMax: number
  /** Its question, where the policy compares questions. */
  readonly like: LikeLookup | undefined
}

/** An answer of the cache in the caller's dialect, and how it was found. */
export interface CachedHit {
  readonly answer: CachedAnswer
  readonly layer: HitTrace['layer']
  readonly score: number
}

/** A decided request as the cache sees it. */
export interface Asking {
  readonly call: Call
  readonly decided: DecidedCall
  readonly charges: readonly Charge[]
  readonly sending: Sending
  readonly caches: Caches
}

/** What it has to do with requests that the policy does not cache: nothing. */
export const uncached: CacheLookup = { hit: undefined, storeAs: undefined, keepBytesMax: 0, like: undefined }

/** Looks up a request that the policy caches, unless the client forbids it. */
export function lookUp(asking: Asking): CacheLookup | Promise<CacheLookup> {
  const { call, decided, caches } = asking
  const { mayRead, mayStore } = cacheControl(call.inbound.headers['cache-control'])
  if (!mayRead && !mayStore) return uncached
  const epoch = caches.epochs.of(scopeOf(decided.view.identity, decided.decision.cache.within))
  const id = entryId(cacheKey(decided.view, decided.decision, call.dialect.name), epoch)
  if (id === undefined) return uncached
  call.trace.cache = 'miss'
  if (!caches.isCurrent()) return uncached
  return find(asking, id, mayRead, mayStore)
}

/** A whole SHA-256, so that no two requests can share one; after a purge it is another. */
function entryId(key: string | undefined, epoch: string): string | undefined {
  return key === undefined ? undefined : hash('sha256', `${key} ${epoch}`, 'hex')
}

async function find(asking: Asking, id: string, mayRead: boolean, mayStore: boolean): Promise<CacheLookup> {
  const { decided, caches } = asking
  const answer = mayRead ? await caches.exact.get(id) : undefined
  if (answer !== undefined) return { ...uncached, hit: { answer, layer: 'exact', score: 1 } }
  const like = decided.decision.cache.mode === 'semantic' ? await lookUpLike(asking, mayRead) : undefined
  if (like?.hit !== undefined) return { ...uncached, hit: like.hit, like }
  return mayStore ? { hit: undefined, storeAs: id, keepBytesMax: STREAM_BYTES_MAX, like } : uncached
}

/** A gateway whose policy compares no questions loads nothing of it. What fails is a miss, whatever it is. */
async function lookUpLike(asking: Asking, mayRead: boolean): Promise<LikeLookup | undefined> {
  try {
    const { likeLookup } = await import('./like-step.ts')
    return await likeLookup(asking, mayRead)
  } catch (error) {
    warnOf(asking.sending, error)
    return undefined
  }
}

/** Loads what compares questions ahead of the first request that needs it. */
export async function loadLikeness({ likeness }: Pick<Caches, 'likeness'>): Promise<void> {
  await Promise.all([import('./like-step.ts'), likeness()])
}

/** INVARIANT: by its kind alone, for its message may quote a question. */
function warnOf({ warn }: Pick<Sending, 'warn'>, error: unknown): void {
  const kind = error instanceof Error ? error.constructor.name : typeof error
  warn(`a question could not be compared (${kind}); its request goes on without the cache`)
}

/** Notes which answer a request gets. */
export function noteHit({ trace }: Call, { answer, layer, score }: CachedHit): void {
  const { id, storedAtMs } = answer
  trace.cache = 'hit'
  trace.hit = { id, layer, score, ageMs: Math.max(0, Date.now() - storedAtMs) }
}

/** Stores a complete answer, for who asks the same and for who asks again; one that broke off is not one. */
export function fill(
  call: Call,
  { caches: { exact }, decided: { decision }, sending }: Pick<Asking, 'caches' | 'decided' | 'sending'>,
  { storeAs, like }: CacheLookup,
  answer: WholeAnswer | StreamedAnswer,
): void {
  if (storeAs === undefined && call.turn === undefined) return
  const stored = storedAnswer(call, storeAs ?? call.id, answer)
  if (stored === undefined) return
  call.turn?.keep(stored)
  if (storeAs === undefined) return
  const replayed = { ...stored, body: withCachedUsage(stored.body, call.dialect.name) }
  exact
    .set(storeAs, replayed, decision.cache.ttlMs)
    .then(() => like?.keep(stored))
    .catch((error: unknown) => warnOf(sending, error))
}

/** It is as old as its question. */
function storedAnswer(
  call: Call,
  id: string,
  answer: WholeAnswer | StreamedAnswer,
): CachedAnswer | undefined {
  const body = answer.kind === 'whole' ? answer.body : answer.events && call.dialect.assemble(answer.events)
  if (body === undefined) return undefined
  const { model = '', provider = '', startedMs: storedAtMs } = call.trace
  const { usage } = answer
  const by = { key: call.view?.identity.key ?? '', requestId: call.id }
  const dialect = call.dialect.name
  return { id, status: 200, model, provider, body, usage, storedAtMs, dialect, by }
}
