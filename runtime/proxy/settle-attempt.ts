import type { MoneyStore } from '../money/store.ts'
import type { Target } from '../upstream/target.ts'
import type { Job, Sending } from './attempt.ts'
import type { Call } from './call.ts'
import type { Held } from './hold-attempt.ts'
import type { AttemptEnd } from './relay/reading.ts'
import { priceUsage } from '../upstream/cost-of.ts'
import { settlementOf } from './settlement.ts'
import { errorText } from '../error-text.ts'

/** What was seen of an attempt beside its answer. */
interface Seen {
  readonly latencyMs: number
  /** What the provider calls it. */
  readonly providerRequestId: string | undefined
}

/**
 * Ends the hold of an attempt by what it cost, or lets it go where nothing was sent. The answer does not wait for it. What it cost,
 * in nano-dollars; `undefined`: unknown, which is not 0.
 */
export function settleAttempt(
  call: Call,
  job: Job,
  sending: Sending,
  held: Held,
  target: Target,
  end: AttemptEnd,
  { latencyMs, providerRequestId }: Seen,
): number | undefined {
  if (end.kind === 'failure' && end.unsent === true) {
    releaseAttempt(sending, held, latencyMs)
    return undefined
  }
  const { model } = target
  const atMs = call.trace.startedMs
  const priced = end.usage === undefined ? undefined : priceUsage(model, end.usage, atMs, held.by.terms)
  const settlement = settlementOf(end, {
    attemptId: held.hold.attemptId,
    model,
    row: target.provider.config.row,
    by: held.by,
    priced,
    conversation: job.body.conversation,
    atMs,
    latencyMs,
    providerRequestId,
  })
  report(sending, sending.money.settle(settlement))
  return priced?.cost?.total
}

/** Lets go of a hold whose attempt was never sent. */
export function releaseAttempt(sending: Sending, { hold }: Held, latencyMs = 0): void {
  report(sending, sending.money.release(hold.attemptId, Math.round(latencyMs)))
}

/** What cannot be settled stays held until it is swept, and is uncertain then: never lost. */
function report({ warn }: Pick<Sending, 'warn'>, settling: ReturnType<MoneyStore['settle']>): void {
  settling.catch((error: unknown) => warn(`an attempt could not be settled: ${errorText(error)}`))
}
