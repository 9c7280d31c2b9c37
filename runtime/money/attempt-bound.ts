import type { Model } from '../../core/catalogue.ts'
import { charge } from '../../core/price.ts'
import { worstCost, worstRates } from '../../core/worst-price.ts'
import type { ScannedBody } from '../contracts.ts'

/** The most that one attempt can cost (nano-dollars), or why nobody can say. */
export type Bound =
  | { readonly kind: 'bounded'; readonly nanos: number }
  | { readonly kind: 'unbounded'; readonly why: string }

/** What a bound reads of a request. */
type Asked = Pick<ScannedBody, 'maxOutput' | 'n' | 'conversation'>

/**
 * What an attempt may cost at most with the output capped at `cap` tokens a choice: all that the prompt can come to at the
 * dearest class and tier of the pinned price list, and all the output that the cap allows (money.md, *The promise*).
 */
export function attemptBound(model: Model, asked: Asked, cap: number | undefined, atMs: number): Bound {
  const day = dayOf(atMs)
  const input = inputMax(model, asked)
  const output = outputMax(model, asked, cap)
  if (input === undefined) return unbounded(`${model.id} has no context window that bounds what it may read`)
  if (output === undefined) return unbounded(`${model.id} has no cap on its output`)
  const nanos = worstCost(model, input, output, day)
  return nanos === undefined ? unbounded(`${model.id} has no price`) : { kind: 'bounded', nanos }
}

const unbounded = (why: string): Bound => ({ kind: 'unbounded', why })
const dayOf = (atMs: number): string => new Date(atMs).toISOString().slice(0, 10)

/** Tokens that no tokenizer exceeds; of what is no text, all that the model can read. */
function inputMax(model: Model, { conversation }: Asked): number | undefined {
  const bound = Math.min(
    conversation().inputBound,
    model.maxInput ?? model.context ?? Number.MAX_SAFE_INTEGER,
  )
  return bound === Number.MAX_SAFE_INTEGER ? undefined : bound
}

function outputMax({ kind }: Model, { maxOutput, n }: Asked, cap: number | undefined): number | undefined {
  if (kind === 'embedding') return 0
  const each = Math.min(maxOutput ?? Infinity, cap ?? Infinity)
  return each === Infinity ? undefined : each * n
}

/**
 * The highest cap of a choice's output with which an attempt costs no more than `nanos`; `undefined` where its prompt alone may
 * cost that.
 */
export function capWithin(model: Model, asked: Asked, nanos: number, atMs: number): number | undefined {
  const input = inputMax(model, asked)
  const rates = worstRates(model, dayOf(atMs), input)
  if (input === undefined || rates === undefined) return undefined
  const left = nanos - charge(input, rates.input) - ROUNDING
  const cap = rates.output === 0 ? undefined : Math.floor((left * 1e6) / rates.output / asked.n)
  return cap === undefined || cap < 1 ? undefined : Math.min(cap, Number.MAX_SAFE_INTEGER)
}

/** More than what rounding each class up by itself may add. */
const ROUNDING = 16
