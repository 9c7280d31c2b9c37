import { attemptBound, capWithin } from '../money/attempt-bound.ts'
import type { BudgetCharge, Charge } from '../money/charge.ts'
import type { HoldReply, HoldRequest, Metered } from '../money/store.ts'
import { costOf } from '../upstream/cost-of.ts'
import { demandOf } from '../upstream/demand.ts'
import type { Target } from '../upstream/target.ts'
import type { Job, Sending } from './attempt.ts'
import type { Call } from './call.ts'
import { denyCharge, denyFrozen, denyUnbounded, storeDown } from './deny-charge.ts'
import { originOf } from './origin-of.ts'
import type { Refusal } from './refusal.ts'
import { hardCap } from './shape-output.ts'

/** Leave to send one attempt, or why there is none. */
export type Leave =
  | {
      readonly kind: 'held'
      readonly hold: HoldRequest
      readonly reply: Extract<HoldReply, { kind: 'held' | 'unavailable' }>
      /** The output cap that the hold counts on; `undefined`: whatever the policy says. */
      readonly maxOutput: number | undefined
    }
  /** A budget has no room for it; a later stage that takes `budget` may cost less. */
  | { readonly kind: 'full'; readonly refusal: Refusal }
  /** No other stage would fare better. */
  | { readonly kind: 'refused'; readonly refusal: Refusal }

/** Leave that was given. */
export type Held = Extract<Leave, { kind: 'held' }>

/** Where an attempt is about to go. */
export interface Destination {
  readonly target: Target
  readonly account: number
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
  const { model } = to.target
  const isHard = job.charges.some(isHardBudget)
  let maxOutput = isHard ? hardCap(job.decision.shape, model, job.body) : undefined
  // Each round lowers the cap to what one more budget has left, so there are no more rounds than budgets.
  for (let round = 0; ; round++) {
    const bound = isHard ? attemptBound(model, job.body, maxOutput, call.trace.startedMs) : nothingHard
    if (bound.kind === 'unbounded') return { kind: 'refused', refusal: denyUnbounded(bound.why) }
    const hold = holdOf(call, job, attemptId, to, bound.nanos)
    const reply = await money.reserve(hold)
    const lower = round > job.charges.length ? undefined : fitting(reply, to.target, job, call)
    if (lower === undefined) return leaveOf(reply, hold, maxOutput, isHard)
    maxOutput = lower
  }
}

const nothingHard = { kind: 'bounded', nanos: 0 } as const

const isHardBudget = (charge: Charge): charge is BudgetCharge => charge.kind === 'budget' && !charge.soft

/** The cap with which the attempt fits a budget that lets it be capped lower; `undefined` where none does. */
function fitting(reply: HoldReply, { model }: Target, { body }: Job, { trace }: Call): number | undefined {
  if (reply.kind !== 'denied' || reply.charge.kind !== 'budget' || !reply.charge.fit) return undefined
  return capWithin(model, body, reply.reading.limit - reply.reading.spent, trace.startedMs)
}

function leaveOf(reply: HoldReply, hold: HoldRequest, maxOutput: number | undefined, isHard: boolean): Leave {
  switch (reply.kind) {
    case 'held':
      return { kind: 'held', hold, reply, maxOutput }
    case 'unavailable':
      return isHard ? { kind: 'refused', refusal: storeDown() } : { kind: 'held', hold, reply, maxOutput }
    case 'frozen':
      return { kind: 'full', refusal: denyFrozen(hold.origin.model) }
    case 'denied': {
      const refusal = denyCharge(reply.charge, reply.reading, hold.boundNanos)
      return { kind: reply.charge.kind === 'budget' ? 'full' : 'refused', refusal }
    }
  }
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
    origin: originOf(call, {
      provider: to.target.provider.config.name,
      model: to.target.id,
      account: to.account,
    }),
  }
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
