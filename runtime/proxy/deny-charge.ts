import { showQuantity } from '../../core/quantity.ts'
import type { BudgetCharge, Charge, LimitCharge } from '../money/charge.ts'
import type { MeterReading } from '../money/store.ts'
import { refuse } from './refusal.ts'
import type { Refusal } from './refusal.ts'

/** What a client is told whose request a budget or limit has no room for: which one, when there is room again, what to do. */
export function denyCharge(charge: Charge, reading: MeterReading, nanos: number): Refusal {
  return charge.kind === 'budget' ? denyBudget(charge, reading, nanos) : denyLimit(charge, reading)
}

function denyBudget(
  charge: BudgetCharge,
  { spent, limit, resetsAtMs }: MeterReading,
  nanos: number,
): Refusal {
  const used = `${dollars(spent)} of ${dollars(limit)} is spent or held this ${charge.period}`
  const until = resetsAtMs === undefined ? '' : ` It resets at ${instant(resetsAtMs)}.`
  return refuse(
    402,
    'budget_spent',
    `Budget \`${charge.name}\`${ownerOf(charge)} has no room for this request: ${used}, and it may cost up to ${dollars(nanos)}.${until} Ask for less output, send a shorter prompt, or have the budget raised.`,
    { final: true },
  )
}

function denyLimit(charge: LimitCharge, { spent, limit, resetsAtMs }: MeterReading): Refusal {
  const what = charge.counts === 'concurrent' ? 'requests at once' : charge.counts
  const retryAfterMs = resetsAtMs === undefined ? 1_000 : Math.max(resetsAtMs - Date.now(), 0)
  return refuse(
    429,
    'rate_limit_exceeded',
    `Limit \`${charge.name}\`${ownerOf(charge)} has no room for this request: ${spent} of ${limit} ${what}${windowOf(charge)} are taken. Send it again a little later.`,
    { retryAfterMs },
  )
}

function windowOf({ windowMs }: LimitCharge): string {
  return windowMs === 0 ? '' : ` within ${showQuantity(windowMs, 'duration')}`
}

/** Whose share it is; nothing where there is one for all. */
function ownerOf({ of }: Charge): string {
  return of === '' ? '' : ` of ${of.replace('=', ' ')}`
}

const dollars = (nanos: number): string => showQuantity(nanos, 'money')
const instant = (ms: number): string => new Date(ms).toISOString().replace('.000Z', 'Z')

/** A hard budget holds the most that a request can cost; where nobody can say, it is not sent. */
export function denyUnbounded(reason: string, param?: string): Refusal {
  const message = `A hard budget applies to this request, and what it may cost at most is not known. ${reason}`
  return refuse(400, 'budget_unbounded', message, { final: true, ...(param === undefined ? {} : { param }) })
}

/** An attempt of this model and key was billed above its bound. */
export function denyFrozen(model: string): Refusal {
  return refuse(
    403,
    'budget_frozen',
    `A request to ${model} with this key cost more than its bound, so hard budgets take no other until whoever runs the gateway has looked (\`gwc spend thaw MODEL KEY\`).`,
    { final: true },
  )
}

/** Nobody knows whether the request fits: money fails closed. */
export function storeDown(): Refusal {
  return refuse(
    503,
    'budget_unavailable',
    'A hard budget applies to this request, and the store that counts it does not answer. Send it again shortly.',
    { retryAfterMs: 5_000 },
  )
}
