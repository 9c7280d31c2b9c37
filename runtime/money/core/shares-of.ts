import type { Charge } from '../charge.ts'
import type { MeterShare } from '../store.ts'
import { counterKey, limitKey, meterName, usedOf } from './meters.ts'
import type { Counter, LimitMeter, MoneyState } from './state.ts'

/** What counts towards each of these charges now, whoever's it is: every share that something was counted in. */
export function sharesOf(
  state: MoneyState,
  charges: readonly Charge[],
  nowMs: number,
): readonly MeterShare[] {
  const byMeter = (kind: Charge['kind']): ReadonlyMap<string, Charge> =>
    new Map(charges.filter((each) => each.kind === kind).map((charge) => [meterOf(charge, state), charge]))
  const [budgets, limits] = [byMeter('budget'), byMeter('limit')]
  const shares: MeterShare[] = []
  for (const counter of state.counters.values()) {
    const charge = budgets.get(counterKey(counter.name, '', counter.period, ''))
    if (charge !== undefined && counter.startsMs <= nowMs && nowMs < counter.endsMs)
      shares.push({ ...shareOf(charge, counter), ...amountsOf(counter) })
  }
  for (const limit of state.limits.values()) {
    const charge = limits.get(limitKey(limit.name, '', limit.counts, limit.windowMs))
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

/** What all shares of a meter have alike: what distinguishes it, with nobody's name in it. */
function meterOf(charge: Charge, state: MoneyState): string {
  const name = meterName(state, charge.name)
  return charge.kind === 'budget'
    ? counterKey(name, '', charge.period, '')
    : limitKey(name, '', charge.counts, charge.windowMs)
}
