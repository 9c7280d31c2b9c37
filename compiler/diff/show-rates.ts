import type { Model } from '../../core/catalogue.ts'
import { showQuantity } from '../../core/quantity.ts'

/** `$0.40 in, $1.60 out per million tokens`: the first price of a model. */
export function showDollarsPerMillion({ prices }: Pick<Model, 'prices'>): string {
  const [price] = prices
  if (price === undefined) return 'no price'
  const money = (nanos = 0): string => showQuantity(nanos, 'money')
  return `${money(price.rates.input)} in, ${money(price.rates.output)} out per million tokens`
}
