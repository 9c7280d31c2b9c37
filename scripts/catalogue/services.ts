import type { Price, Rates, Service } from '../../core/catalogue.ts'
import type { TieredRates } from './overlay.ts'

type Said = Pick<Price, 'source' | 'date'>

/**
 * The rows of one service beside the standard ones in force: the list's own rates, and what it leaves out (a class, or a tier)
 * in the proportion of input to standard input, rounded up, so that nothing falls back to a cheaper class.
 */
export function serviceRows(
  service: Service,
  { rates, above }: TieredRates,
  standard: readonly Price[],
  said: Said,
): Price[] {
  const plain = standard.findLast((price) => price.inputAbove === undefined)?.rates
  const tiers = standard.filter((price) => price.inputAbove !== undefined)
  const higher = tiers.map(({ inputAbove = 0, rates: dearer }) => {
    const own =
      above !== undefined && isSameTier(above.inputAbove, inputAbove)
        ? above.rates
        : inProportion(dearer, rates.input, plain?.input ?? 0)
    return { service, inputAbove, rates: filledBy(own, dearer), ...said }
  })
  const isNew =
    above !== undefined && !tiers.some(({ inputAbove = 0 }) => isSameTier(above.inputAbove, inputAbove))
  return [
    { service, rates: filledBy(rates, plain), ...said },
    ...higher,
    ...(isNew ? [{ service, ...above, ...said }] : []),
  ]
}

/** One list says "more than 272,000", another "from 272,000 on". */
const isSameTier = (a: number, b: number): boolean => Math.abs(a - b) <= 1

/** Every class that the standard rates have and these lack, in proportion. */
function filledBy(rates: Rates, standard: Rates | undefined): Rates {
  return standard === undefined ? rates : { ...inProportion(standard, rates.input, standard.input), ...rates }
}

function inProportion(rates: Rates, input: number, standardInput: number): Rates {
  if (standardInput === 0) return rates
  const scaled = Object.entries(rates).map(([name, rate]) => [name, scale(rate, input, standardInput)])
  return { ...rates, ...Object.fromEntries(scaled) }
}

/** Through whole numbers without bounds: the product is past 2^53. */
function scale(rate: number, times: number, per: number): number {
  return Number((BigInt(rate) * BigInt(times) + BigInt(per) - 1n) / BigInt(per))
}
