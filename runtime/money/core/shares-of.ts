import type { Charge } from '../charge.ts'
import type { MeterShare } from '../store.ts'
import { usedOf } from './meters.ts'
import type { Counter, LimitMeter, MoneyState } from './state.ts'

/** What counts towards each of these charges now, whoever's it is: every share that something was counted in. */
export function sharesOf(
  state: MoneyState,
  charges: readonly Charge[],
  nowMs: number,
): readonly MeterShare[] {
  const byMeter = new Map(charges.map((charge) => [meterOf(charge, state), charge]))
  const shares: MeterShare[] = []
  for (const counter of state.counters.values()) {
    const charge = byMeter.get(budgetMeter(counter.name, counter.period))
    if (charge !== undefined && counter.startsMs <= nowMs && nowMs < counter.endsMs)
      shares.push({ ...shareOf(charge, counter), ...amountsOf(counter) })
  }
  for (const limit of state.limits.values()) {
    const charge = byMeter.get(limitMeter(limit.name, limit.counts, limit.windowMs))
    if (charge !== undefined)
      shares.push({ ...shareOf(charge, limit), spent: usedOf(limit, nowMs), uncertain: 0, held: 0 })
  }
  return shares
}

const shareOf = (
  charge: Charge,
  { of, limit }: Counter | LimitMeter,
): Pick<MeterShare, 'charge' | 'asked'> => ({
  charge: { ...charge, of },
  asked: limit,
})

const amountsOf = ({ certainNanos, uncertainNanos, heldNanos }: Counter) => ({
  spent: certainNanos + uncertainNanos,
  uncertain: uncertainNanos,
  held: heldNanos,
})

function meterOf(charge: Charge, { aliases }: MoneyState): string {
  const name = aliases.get(charge.name) ?? charge.name
  return charge.kind === 'budget'
    ? budgetMeter(name, charge.period)
    : limitMeter(name, charge.counts, charge.windowMs)
}

const budgetMeter = (name: string, period: Counter['period']): string => `budget\n${name}\n${period}`
const limitMeter = (name: string, counts: LimitMeter['counts'], windowMs: number): string =>
  `limit\n${name}\n${counts}\n${windowMs}`
