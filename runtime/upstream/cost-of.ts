import type { Model, Rates } from '../../core/catalogue.ts'
import { charge, priceAt, rateOf } from '../../core/price.ts'
import type { Usage } from '../wire/usage.ts'

/**
 * What a usage costs at an instant in nano-dollars, each class rounded up; `undefined` when the model is unpriced. The sum of
 * core/price.ts without its tables: this runs once a request.
 */
export function costOf(model: Model, usage: Usage, atMs: number): number | undefined {
  const rates = onlyRates(model) ?? priceAt(model, atMs, inputOf(usage))?.rates
  if (rates === undefined) return undefined
  return (
    charge(usage.input, rateOf(rates, 'input')) +
    charge(usage.cacheRead, rateOf(rates, 'cacheRead')) +
    charge(usage.cacheWrite5m, rateOf(rates, 'cacheWrite5m')) +
    charge(usage.cacheWrite1h, rateOf(rates, 'cacheWrite1h')) +
    charge(usage.output, rateOf(rates, 'output'))
  )
}

/** The rates of a model that has one price, at any time and for any size. */
function onlyRates({ prices }: Model): Rates | undefined {
  const [price] = prices
  if (prices.length !== 1 || price === undefined) return undefined
  const { from, until, hours, inputAbove, rates } = price
  return from === undefined && until === undefined && hours === undefined && inputAbove === undefined
    ? rates
    : undefined
}

/** All input tokens, cached ones included: what tiers are counted by. */
function inputOf({ input, cacheRead, cacheWrite5m, cacheWrite1h }: Usage): number {
  return input + cacheRead + cacheWrite5m + cacheWrite1h
}
