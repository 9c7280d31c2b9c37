import type { MeterWarning } from '../store.ts'
import { readingOf, usedOf } from './meters.ts'
import type { Counter, LimitMeter, MoneyState } from './state.ts'
import type { Taken } from './taken.ts'

const basisPointsOfAll = 10_000

/** The thresholds that a hold is the first of its window to pass. They are remembered as told. */
export function passThresholds(
  state: MoneyState,
  { charge, meter }: Taken,
  nowMs: number,
): readonly MeterWarning[] {
  if (charge.warnAt.length === 0) return []
  const spent = usedOf(meter, nowMs)
  const told = toldOf(meter, charge.limit, spent, nowMs)
  const passed = charge.warnAt.filter((point) => point > told && spent >= thresholdOf(charge.limit, point))
  const highest = passed.at(-1)
  if (highest === undefined) return []
  remember(state, meter, highest, nowMs)
  return passed.map((basisPoints) => ({ charge, basisPoints, reading: readingOf(meter, charge, nowMs) }))
}

/** The least amount that reaches so many basis points of a limit, exactly: limit × points may be no safe integer. */
export function thresholdOf(limit: number, basisPoints: number): number {
  const rest = limit % basisPointsOfAll
  const whole = (limit - rest) / basisPointsOfAll
  return whole * basisPoints + Math.ceil((rest * basisPoints) / basisPointsOfAll)
}

/** A sliding window has no end: what was told of it counts for as long as it is; of places, while they are so many. */
function toldOf(meter: Counter | LimitMeter, limit: number, spent: number, nowMs: number): number {
  if (meter.kind === 'counter') return meter.warned
  if (meter.counts === 'concurrent') return spent - 1 >= thresholdOf(limit, meter.warned) ? meter.warned : 0
  return nowMs < meter.warnedUntilMs ? meter.warned : 0
}

function remember(state: MoneyState, meter: Counter | LimitMeter, highest: number, nowMs: number): void {
  meter.warned = highest
  if (meter.kind === 'limit') meter.warnedUntilMs = nowMs + meter.windowMs
  else state.unwritten.add(meter)
}
