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
  if (meter.kind === 'limit') {
    const { kind, id, name, of, counts, windowMs } = meter
    return { kind, id, name, of, counts, windowMs }
  }
  const { heldNanos: _held, limit: _limit, written: _written, mergedInto: _into, ...row } = meter
  return row
}
