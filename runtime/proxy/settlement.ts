import type { Model } from '../../core/catalogue.ts'
import type { ProviderRow } from '../config/provider-rows.ts'
import type { ScannedBody } from '../contracts.ts'
import { boundOf } from '../money/bound.ts'
import type { PricedClass } from '../money/price-class.ts'
import type { Settlement } from '../money/store.ts'
import type { PricedUsage } from '../upstream/cost-of.ts'
import type { Failure } from '../upstream/failure.ts'
import { allInput } from '../wire/usage.ts'
import type { StreamedAnswer } from './relay/answer.ts'
import type { AttemptEnd } from './relay/reading.ts'

/** What an attempt was that now settles. */
export interface Attempted {
  readonly attemptId: string
  readonly model: Model
  readonly row: Pick<ProviderRow, 'billedErrors' | 'cancelSlack'>
  /** What its prompt is, and what bounds it. */
  readonly conversation: ScannedBody['conversation']
  /** What it asked for that changes its price. */
  readonly by: PricedClass
  /** What the answer's usage comes to, where it tells any and that has a price. */
  readonly priced: PricedUsage | undefined
  /** Its prices are those of this instant. */
  readonly atMs: number
  readonly latencyMs: number
  /** What the provider calls it. */
  readonly providerRequestId: string | undefined
}

/**
 * How an attempt that was sent settles (money.md, rules 4 and 5): what it says it used is certain; an error that its provider
 * never bills costs nothing; of a broken stream what was received may be billed, and a little more; else all that is held may be.
 */
export function settlementOf(end: AttemptEnd, attempted: Attempted): Settlement {
  const { attemptId, latencyMs, providerRequestId, priced } = attempted
  const certain = priced?.cost?.total
  return {
    attemptId,
    certainNanos: certain ?? 0,
    uncertainNanos: uncertainOf(end, attempted, certain),
    outcome: outcomeOf(end),
    tokens: priced?.tokens ?? {},
    costByClass: priced?.cost?.byClass ?? {},
    ...(end.kind === 'failure' && end.status !== 0 ? { status: end.status } : {}),
    providerRequestId,
    latencyMs: Math.round(latencyMs),
  }
}

function uncertainOf(
  end: AttemptEnd,
  attempted: Attempted,
  certain: number | undefined,
): Settlement['uncertainNanos'] {
  if (end.kind === 'streamed' && end.outcome !== 'complete') return brokenOff(end, attempted, certain ?? 0)
  if (certain !== undefined) return 0
  return end.kind === 'failure' && isUnbilled(end, attempted.row) ? 0 : 'rest'
}

/** An error answer below 500 is billed by nobody; one above, as the provider's row says. */
function isUnbilled({ answer, status }: Failure, { billedErrors }: Attempted['row']): boolean {
  return answer !== undefined && (status < 500 || billedErrors === 'none')
}

/**
 * A provider that stops with its stream bills no more than was received and what was on its way. One that goes on, or that thinks
 * out of sight, may bill all that is held.
 */
function brokenOff(
  { usage, receivedBytes }: StreamedAnswer,
  { model, row, conversation, by, atMs }: Attempted,
  certain: number,
): Settlement['uncertainNanos'] {
  if (row.cancelSlack === 'all' || model.capabilities.reasoning === true) return 'rest'
  const { inputBound, images, prompts } = conversation()
  const told = usage === undefined ? undefined : allInput(usage)
  const size = {
    inputTokens: told ?? inputBound,
    images: told === undefined && images,
    prompts,
    outputTokens: receivedBytes + row.cancelSlack,
  }
  const most = boundOf(model, size, by, atMs)
  return most.kind === 'unboundable' ? 'rest' : Math.max(most.nanos - certain, 0)
}

function outcomeOf(end: AttemptEnd): Settlement['outcome'] {
  if (end.kind === 'failure') return end.class === 'aborted' ? 'aborted' : 'failed'
  if (end.kind === 'whole' || end.outcome === 'complete') return 'complete'
  return end.outcome === 'cancelled' ? 'aborted' : 'truncated'
}
