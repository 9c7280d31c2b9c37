import type { Charge } from '../money/charge.ts'
import type { CachePart, HoldRequest } from '../money/store.ts'
import type { Sending } from './attempt.ts'
import type { CachedHit } from './cache-step.ts'
import type { Call } from './call.ts'
import { denyCharge } from './deny-charge.ts'
import { originOf } from './origin-of.ts'
import type { Refusal } from './refusal.ts'
import { savedBy } from './saved-by.ts'

/** Counts an answer of the cache towards its request's limits; it costs nothing, and needs no budget. */
export async function chargeHit(
  call: Call,
  charges: readonly Charge[],
  { money, warn }: Pick<Sending, 'money' | 'warn'>,
  hit: CachedHit,
): Promise<Refusal | undefined> {
  const saved = savedBy(call, hit.answer, hit.layer)
  call.trace.saved = saved
  const hold = holdOf(call, charges, hit, saved)
  const reply = await money.reserve(hold)
  if (reply.kind === 'denied') return denyCharge(reply.charge, reply.reading, 0)
  if (reply.kind !== 'held') return undefined
  const { attemptId } = hold
  const nothing = { certainNanos: 0, uncertainNanos: 0, tokens: {}, costByClass: {}, latencyMs: 0 }
  money
    .settle({ attemptId, outcome: 'cached', ...nothing })
    .catch((error: Error) => warn(`an answer of the cache could not be written down: ${error.message}`))
  return undefined
}

function holdOf(
  call: Call,
  charges: readonly Charge[],
  { answer }: CachedHit,
  cache: CachePart,
): HoldRequest {
  return {
    attemptId: `${call.id}.cache`,
    boundNanos: 0,
    estimateNanos: 0,
    estimateTokens: 0,
    charges: charges.filter(({ kind }) => kind === 'limit'),
    ttlMs: HIT_TTL_MS,
    origin: { ...originOf(call, { ...answer, account: 0 }), cache },
  }
}

/** It is settled at once: any time will do. */
const HIT_TTL_MS = 60_000
