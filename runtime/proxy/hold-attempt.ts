import type { Bound } from '../money/bound.ts'
import type { PricedClass } from '../money/price-class.ts'
import { isHardBudget } from '../money/charge.ts'
import type { Charge } from '../money/charge.ts'
import type { AttemptOrigin, CachePart, HoldReply, HoldRequest, Metered } from '../money/store.ts'
import { costOf } from '../upstream/cost-of.ts'
import { demandOf } from '../upstream/demand.ts'
import type { Denial } from '../trace.ts'
import type { Target } from '../upstream/target.ts'
import type { Job, Sending } from './attempt.ts'
import type { Call } from './call.ts'
import { denyCharge, denyFrozen, denyUnbounded, storeDown } from './deny-charge.ts'
import { originOf } from './origin-of.ts'
import { boundAt, capWithin, ordinary, priceClassAt } from './price-attempt.ts'
import type { Refusal } from './refusal.ts'
import { hardCap } from './shape-output.ts'

/** What a hold counts on. */
interface Counted {
  readonly hold: HoldRequest
  /** What it asks for that changes its price. */
  readonly by: PricedClass
  /** The output cap; `undefined`: whatever the policy says. */
  readonly maxOutput: number | undefined
}

/** Leave to send one attempt, or why there is none. */
export type Leave =
  | ({
      readonly kind: 'held'
      readonly reply: Extract<HoldReply, { kind: 'held' | 'unavailable' }>
    } & Counted)
  /** A budget has no room for it; a later stage that takes `budget` may cost less. */
  | (NoLeave & { readonly kind: 'full' })
  /** No other stage would fare better. */
  | (NoLeave & { readonly kind: 'refused' })

/** Why there is none. */
export interface NoLeave {
  readonly refusal: Refusal
  readonly denial: Denial
  /** What had no room for it, as it stands. */
  readonly full: readonly Metered[]
}

/** Leave that was given. */
export type Held = Extract<Leave, { kind: 'held' }>

/** Where an attempt is about to go. */
export interface Destination {
  readonly target: Target
  readonly account: number
  /** What the cache asks it for; absent: an answer for a client, or its copy. */
  readonly cachePart?: CachePart['part'] | undefined
}

/** How far each charge of a hold is used, the hold included. */
export function metersOf({ hold, reply }: Held): readonly Metered[] {
  if (reply.kind === 'unavailable') return []
  return hold.charges.map((charge, i) => ({ charge, reading: reply.readings[i]! }))
}

/** Longer than any request may take beyond its deadline: a hold is swept only when its request has surely ended. */
const TTL_SLACK_MS = 60_000

/** Holds what one attempt may cost at most, before any of it is sent (money.md). */
export async function holdAttempt(
  call: Call,
  job: Job,
  { money }: Sending,
  attemptId: string,
  to: Destination,
): Promise<Leave> {
  const isHard = job.charges.some(isHardBudget)
  const found = priceClassAt(to.target, job, isHard)
  if (!isHard) {
    const hold = holdOf(call, job, attemptId, to, 0)
    const by = found.kind === 'priced' ? { ...found, pins: {} } : ordinary
    return leaveOf(await money.reserve(hold), { hold, by, maxOutput: undefined }, false)
  }
  if (found.kind === 'unpriced')
    return noLeave(job.charges, 'unbounded', denyUnbounded(found.reason, found.field))
  const by = found
  const boundWith = (cap: number | undefined): Bound => boundAt(to.target, job, by, cap, call.trace.startedMs)
  let maxOutput = hardCap(job.decision.shape, to.target.model, job.body)
  // Each round lowers the cap to what one more budget has left, so there are no more rounds than budgets.
  for (let round = 0; ; round++) {
    const bound = boundWith(maxOutput)
    if (bound.kind === 'unboundable') return noLeave(job.charges, 'unbounded', denyUnbounded(bound.reason))
    const hold = holdOf(call, job, attemptId, to, bound.nanos)
    const reply = await money.reserve(hold)
    const left = round > job.charges.length ? undefined : leftToFit(reply)
    const lower =
      left === undefined || maxOutput === undefined ? undefined : capWithin(left, maxOutput, boundWith)
    if (lower === undefined) return leaveOf(reply, { hold, by, maxOutput }, true)
    maxOutput = lower
  }
}

/** What a budget has left that lets attempts be capped lower; `undefined` where none asks for it. */
function leftToFit(reply: HoldReply): number | undefined {
  if (reply.kind !== 'denied' || reply.charge.kind !== 'budget' || !reply.charge.fit) return undefined
  return reply.reading.limit - reply.reading.spent
}

function leaveOf(reply: HoldReply, counted: Counted, isHard: boolean): Leave {
  const { hold } = counted
  switch (reply.kind) {
    case 'held':
      return { kind: 'held', reply, ...counted }
    case 'unavailable':
      return isHard ? noLeave(hold.charges, 'unavailable', storeDown()) : { kind: 'held', reply, ...counted }
    case 'frozen':
      return { ...noLeave(hold.charges, 'frozen', denyFrozen(hold.origin.model)), kind: 'full' }
    case 'denied':
      return noRoom(reply, hold.boundNanos)
  }
}

function noRoom({ charge, reading }: Metered, boundNanos: number): Leave {
  const { kind, name } = charge
  return {
    kind: kind === 'budget' ? 'full' : 'refused',
    refusal: denyCharge(charge, reading, boundNanos),
    denial: { kind, name, reason: 'full' },
    full: [{ charge, reading }],
  }
}

/** No leave for want of knowing: every hard budget is the reason, the first is named. */
function noLeave(
  charges: readonly Charge[],
  reason: Denial['reason'],
  refusal: Refusal,
): NoLeave & { readonly kind: 'refused' } {
  const name = charges.find(isHardBudget)?.name ?? ''
  return { kind: 'refused', refusal, denial: { kind: 'budget', name, reason }, full: [] }
}

function holdOf(call: Call, job: Job, attemptId: string, to: Destination, boundNanos: number): HoldRequest {
  const { inputTokens, outputTokens } = demandOf(job.body)
  const isFirst = call.trace.attempts.length === 0
  return {
    attemptId,
    boundNanos,
    estimateNanos: estimateOf(to.target, job, call.trace.startedMs),
    estimateTokens: inputTokens + outputTokens,
    charges: isFirst ? job.charges : job.charges.filter(isPerAttempt),
    ttlMs: job.decision.attempt.totalMs + TTL_SLACK_MS,
    origin: originAt(call, to),
  }
}

/** What the cache asks for itself is told apart; by itself it saves nothing. */
function originAt(call: Call, { target, account, cachePart }: Destination): AttemptOrigin {
  const origin = originOf(call, { provider: target.provider.config.name, model: target.id, account })
  return cachePart === undefined
    ? origin
    : { ...origin, cache: { part: cachePart, savedNanos: 0, savedTokens: 0 } }
}

/** A request counts once towards limits on requests, however often it is tried. */
const isPerAttempt = (charge: Charge): boolean => charge.kind === 'budget' || charge.counts !== 'requests'

/** What soft budgets take an attempt to cost until it tells; nothing where none applies. */
function estimateOf({ model }: Target, { charges, body }: Job, atMs: number): number {
  if (!charges.some((charge) => charge.kind === 'budget' && charge.soft)) return 0
  const { inputTokens: input, outputTokens: output } = demandOf(body)
  return costOf(model, { ...nothingUsed, input, output }, atMs) ?? 0
}

const nothingUsed = { cacheRead: 0, cacheWrite5m: 0, cacheWrite1h: 0, reasoning: 0 } as const
