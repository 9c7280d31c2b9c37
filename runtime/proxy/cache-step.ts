import { randomUUID } from 'node:crypto'
import { cacheControl, cacheKey } from '../cache/cache-key.ts'
import type { CachedAnswer } from '../cache/cached-answer.ts'
import type { ExactCache } from '../cache/exact.ts'
import type { Decision, RequestView } from '../contracts.ts'
import type { Call } from './call.ts'
import type { StreamedAnswer, WholeAnswer } from './relay/answer.ts'

/** The largest answer that is kept, as it streams. */
export const STREAM_BYTES_MAX = 4 * 1024 * 1024

/** What the cache has to do with one request: what it holds, and under which key an answer may be kept. */
export interface CacheLookup {
  readonly hit: CachedAnswer | undefined
  /** `undefined`: nothing is stored. */
  readonly storeAs: string | undefined
  /** Bytes of a stream to keep for storing it. */
  readonly keepBytesMax: number
}

const off: CacheLookup = { hit: undefined, storeAs: undefined, keepBytesMax: 0 }

/** Looks a decided request up, when the policy caches such requests and the client did not forbid it. */
export function lookUp(
  call: Call,
  cache: ExactCache,
  view: RequestView,
  decision: Decision,
): CacheLookup | Promise<CacheLookup> {
  if (decision.cache.mode === 'off') return off
  const key = cacheKey(view, decision, call.dialect.name)
  const { mayRead, mayStore } = cacheControl(call.inbound.headers['cache-control'])
  if (key === undefined || (!mayRead && !mayStore)) return off
  call.trace.cache = 'miss'
  const missed: CacheLookup = mayStore
    ? { hit: undefined, storeAs: key, keepBytesMax: STREAM_BYTES_MAX }
    : off
  return mayRead ? cache.get(key).then((hit) => (hit === undefined ? missed : { ...off, hit })) : missed
}

/** Stores a complete answer, for who asks the same and for who asks again; one that broke off is not one. */
export function fill(
  call: Call,
  cache: ExactCache,
  { storeAs }: CacheLookup,
  decision: Decision,
  answer: WholeAnswer | StreamedAnswer,
): void {
  if (storeAs === undefined && call.turn === undefined) return
  const stored = storedAnswer(call, answer)
  if (stored === undefined) return
  call.turn?.keep(stored)
  if (storeAs !== undefined) void cache.set(storeAs, stored, decision.cache.ttlMs)
}

function storedAnswer(call: Call, answer: WholeAnswer | StreamedAnswer): CachedAnswer | undefined {
  const body = answer.kind === 'whole' ? answer.body : answer.events && call.dialect.assemble(answer.events)
  if (body === undefined) return undefined
  const { model = '', provider = '' } = call.trace
  const { usage } = answer
  return { id: randomUUID(), status: 200, model, provider, body, usage, storedAtMs: Date.now() }
}
