import type { BudgetCharge, Charge, LimitCharge } from '../charge.ts'
import type { MeterReading } from '../store.ts'
import { windowAt } from './calendar-window.ts'
import type { CalendarWindow } from './calendar-window.ts'
import { slidingWindow } from './sliding-window.ts'
import { spentBy } from './state.ts'
import type { Counter, LimitMeter, MoneyState } from './state.ts'

/** The counter or limit that a charge goes to now, made where there is none. `undefined` for a window whose counters are not in memory. */
export function meterFor(state: MoneyState, charge: Charge, nowMs: number): Counter | LimitMeter | undefined {
  return charge.kind === 'budget' ? counterFor(state, charge, nowMs) : limitFor(state, charge)
}

/** The name that a budget or limit is counted by, whatever it is called now. */
export const meterName = ({ aliases }: Pick<MoneyState, 'aliases'>, name: string): string =>
  aliases.get(name) ?? name

function counterFor(state: MoneyState, charge: BudgetCharge, nowMs: number): Counter | undefined {
  const window = windowAt(charge.period, charge.zone, nowMs)
  const name = meterName(state, charge.name)
  const key = counterKey(name, charge.of, charge.period, window.label)
  const known = state.counters.get(key)
  if (known !== undefined) return known
  if (window.endsMs <= state.forgottenUntilMs) return undefined
  const made = newCounter(state.nextId++, { ...charge, name }, window)
  state.counters.set(key, made)
  return made
}

function newCounter(id: number, { name, of, period }: BudgetCharge, window: CalendarWindow): Counter {
  return {
    kind: 'counter',
    id,
    name,
    of,
    period,
    ...window,
    certainNanos: 0,
    uncertainNanos: 0,
    heldNanos: 0,
    warned: 0,
    written: false,
  }
}

function limitFor(state: MoneyState, charge: LimitCharge): LimitMeter {
  const name = meterName(state, charge.name)
  const key = limitKey(name, charge.of, charge.counts, charge.windowMs)
  const known = state.limits.get(key)
  if (known !== undefined) return known
  const made = newLimit(state.nextId++, { ...charge, name })
  state.limits.set(key, made)
  return made
}

/** A limit that counts nothing yet. */
export function newLimit(
  id: number,
  { name, of, counts, windowMs }: Pick<LimitMeter, 'name' | 'of' | 'counts' | 'windowMs'>,
): LimitMeter {
  return {
    kind: 'limit',
    id,
    name,
    of,
    counts,
    windowMs,
    window: slidingWindow(windowMs),
    places: 0,
    warned: 0,
    warnedUntilMs: 0,
    written: false,
  }
}

/** What distinguishes a counter from all others. */
export const counterKey = (name: string, of: string, period: Counter['period'], label: string): string =>
  `${name}\n${of}\n${period}\n${label}`

/** What distinguishes a limit from all others. */
export const limitKey = (name: string, of: string, counts: LimitMeter['counts'], windowMs: number): string =>
  `${name}\n${of}\n${counts}\n${windowMs}`

/** What counts towards a meter now: nano-dollars, requests, tokens or places. */
export function usedOf(meter: Counter | LimitMeter, nowMs: number): number {
  if (meter.kind === 'counter') return spentBy(meter)
  return meter.counts === 'concurrent' ? meter.places : meter.window.sumAt(nowMs)
}

/** How far a meter is used, and when there may be room for `wanted`. */
export function readingOf(
  meter: Counter | LimitMeter,
  { limit }: Charge,
  nowMs: number,
  wanted = 1,
): MeterReading {
  const spent = usedOf(meter, nowMs)
  return { spent, limit, resetsAtMs: resetOf(meter, nowMs, Math.max(1, spent + wanted - limit)) }
}

function resetOf(meter: Counter | LimitMeter, nowMs: number, tooMuch: number): number | undefined {
  if (meter.kind === 'counter') return meter.endsMs
  return meter.counts === 'concurrent' ? undefined : meter.window.freeAt(nowMs, tooMuch)
}

/** What counts towards a charge now; no meter is made for it. */
export function spentOf(state: MoneyState, charge: Charge, nowMs: number): number {
  const { of } = charge
  const name = meterName(state, charge.name)
  const meter =
    charge.kind === 'limit'
      ? state.limits.get(limitKey(name, of, charge.counts, charge.windowMs))
      : state.counters.get(
          counterKey(name, of, charge.period, windowAt(charge.period, charge.zone, nowMs).label),
        )
  return meter === undefined ? 0 : usedOf(meter, nowMs)
}
