import { nanosOf } from '../../core/money.ts'
import type { Price, Rates } from '../../core/catalogue.ts'
import type { VendorPrices } from './overlay.ts'

/**
 * A model's price list with the provider's own page over it: its rows stand after the listed ones, which end on the day from
 * which the page holds; without such a day they are gone.
 */
export function withVendorPrices(listed: readonly Price[], said: VendorPrices | undefined): Price[] {
  if (said === undefined) return [...listed]
  const { source, date, rows } = said
  const own = rows.map(({ rates, ...row }) => ({ ...row, rates: exactRates(rates), source, date }))
  const [from] = rows.flatMap((row) => row.from ?? []).toSorted((a, b) => (a < b ? -1 : 1))
  const older = from === undefined ? [] : listed.flatMap((price) => endedAt(price, from))
  return [...older, ...own]
}

function endedAt(price: Price, day: string): Price[] {
  if ((price.from ?? '') >= day) return []
  if (price.until !== undefined && price.until <= day) return [price]
  const { from, until: _until, ...rest } = price
  return [{ ...(from === undefined ? {} : { from }), until: day, ...rest }]
}

function exactRates(dollars: Readonly<Record<string, number>>): Rates {
  const rates = Object.entries(dollars).map(([name, value]) => {
    const nanos = nanosOf(value)
    if (nanos === undefined) throw new Error(`not an exact number of nano-dollars: ${value}`)
    return [name, nanos] as const
  })
  return { input: 0, output: 0, ...Object.fromEntries(rates) }
}
