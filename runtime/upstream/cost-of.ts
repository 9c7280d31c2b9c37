import type { Model, Rates } from '../../core/catalogue.ts'
import { costAt, priceAt } from '../../core/price.ts'
import type { Cost, Terms, Usage as BilledUsage } from '../../core/price.ts'
import { allInput } from '../wire/usage.ts'
import type { Usage } from '../wire/usage.ts'

/** What an answer used in the classes that it is billed by, and what that costs; `undefined` where any of it has no price. */
export interface PricedUsage {
  readonly tokens: BilledUsage
  readonly cost: Cost | undefined
}

/** Prices a usage as of an instant; `undefined` where the model has no price then. */
export function priceUsage(
  model: Model,
  usage: Usage,
  atMs: number,
  terms: Terms = {},
): PricedUsage | undefined {
  const rates = priceAt(model, atMs, allInput(usage), terms.service)?.rates
  if (rates === undefined) return undefined
  const tokens = billedUsage(usage, rates)
  return { tokens, cost: costAt(rates, model, tokens, billedTerms(usage, terms)) }
}

/** What a usage costs at an instant in nano-dollars, each class rounded up; `undefined` when any of it is unpriced. */
export function costOf(model: Model, usage: Usage, atMs: number): number | undefined {
  return priceUsage(model, usage, atMs)?.cost?.total
}

/** What an answer says of its price stands over what the request asked for. */
function billedTerms({ times }: Pick<Usage, 'times'>, terms: Terms): Terms {
  return times === undefined ? terms : { ...terms, times }
}

/** Each part that may be billed apart, and the class that it is part of. */
const parts = [
  ['inputAudio', 'input'],
  ['inputImage', 'input'],
  ['cacheReadAudio', 'cacheRead'],
  ['reasoning', 'output'],
  ['outputAudio', 'output'],
  ['outputImage', 'output'],
] as const

/** A usage in the classes of core/price.ts: a part stands apart where these rates have a price for it, and counts once. */
export function billedUsage(usage: Usage, rates: Rates): BilledUsage {
  const { input, cacheRead, cacheWrite5m, cacheWrite1h, output, reasoning, apart } = usage
  const whole = { input, cacheRead, cacheWrite5m, cacheWrite1h, output }
  if (apart === undefined && (reasoning === 0 || rates.reasoning === undefined)) return whole
  const { webSearch = 0, ...told } = { ...apart, reasoning }
  const billed: Record<string, number> = { ...whole, webSearch }
  for (const [name, of] of parts) {
    const count = rates[name] === undefined ? 0 : Math.min(told[name] ?? 0, billed[of] ?? 0)
    billed[name] = count
    billed[of] = (billed[of] ?? 0) - count
  }
  return billed
}
