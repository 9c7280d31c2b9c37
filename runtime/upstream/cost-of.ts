import type { Model, Rates } from '../../core/catalogue.ts'
import { charge, cost, priceAt, rateOf } from '../../core/price.ts'
import type { Terms, Usage as BilledUsage } from '../../core/price.ts'
import type { Usage } from '../wire/usage.ts'

/**
 * What a usage costs at an instant in nano-dollars, each class rounded up; `undefined` when any of it is unpriced. The sum of
 * core/price.ts without its tables where nothing is billed apart: this runs once a request.
 */
export function costOf(model: Model, usage: Usage, atMs: number, terms?: Terms): number | undefined {
  const rates = priceAt(model, atMs, inputOf(usage), terms?.service)?.rates
  if (rates === undefined) return undefined
  const times = usage.times ?? terms?.times
  if (usage.apart !== undefined || times !== undefined || rates.reasoning !== undefined)
    return cost(model, billedUsage(usage, rates), atMs, billedTerms(usage, terms))?.total
  return (
    charge(usage.input, rateOf(rates, 'input')) +
    charge(usage.cacheRead, rateOf(rates, 'cacheRead')) +
    charge(usage.cacheWrite5m, rateOf(rates, 'cacheWrite5m')) +
    charge(usage.cacheWrite1h, rateOf(rates, 'cacheWrite1h')) +
    charge(usage.output, rateOf(rates, 'output'))
  )
}

/** What an answer says of its price stands over what the request asked for. */
export function billedTerms({ times }: Pick<Usage, 'times'>, terms: Terms = {}): Terms {
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
export function billedUsage({ apart, reasoning, times: _times, ...usage }: Usage, rates: Rates): BilledUsage {
  const { webSearch = 0, ...told } = { ...apart, reasoning }
  const billed: Record<string, number> = { ...usage, webSearch }
  for (const [name, whole] of parts) {
    const count = rates[name] === undefined ? 0 : Math.min(told[name] ?? 0, billed[whole] ?? 0)
    billed[name] = count
    billed[whole] = (billed[whole] ?? 0) - count
  }
  return billed
}

/** All input tokens, cached ones included: what tiers are counted by. */
export function inputOf({ input, cacheRead, cacheWrite5m, cacheWrite1h }: Usage): number {
  return input + cacheRead + cacheWrite5m + cacheWrite1h
}
