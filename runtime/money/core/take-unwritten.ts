import type { MeterRow } from './rows.ts'
import type { Counter, LimitMeter, MoneyState } from './state.ts'

/** How each meter stands that rows do not tell of as it is. To be taken in the same moment as the rows that it follows from. */
export function takeUnwritten(state: MoneyState): readonly MeterRow[] {
  if (state.unwritten.size === 0) return []
  const rows = [...state.unwritten].map(meterRow)
  state.unwritten.clear()
  return rows
}

/** How a meter stands, as a row. */
export function meterRow(meter: Counter | LimitMeter): MeterRow {
  const { id, name, of } = meter
  if (meter.kind === 'limit')
    return { kind: 'limit', id, name, of, counts: meter.counts, windowMs: meter.windowMs }
  const { period, label, startsMs, endsMs, certainNanos, uncertainNanos, warned } = meter
  return {
    kind: 'counter',
    id,
    name,
    of,
    period,
    label,
    startsMs,
    endsMs,
    certainNanos,
    uncertainNanos,
    warned,
  }
}
