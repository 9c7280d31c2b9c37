import { Family } from './family.ts'
import { Counter, Gauge, Histogram } from './instruments.ts'
import { metricRows } from './rows.ts'
import type { MetricName, MetricRow } from './rows.ts'

type Rows = typeof metricRows
type InstrumentOf<Row extends MetricRow> = Row['kind'] extends 'counter'
  ? Counter
  : Row['kind'] extends 'gauge'
    ? Gauge
    : Histogram

/** Every metric of a gateway, by the name of its row. */
export type Metrics = { readonly [Name in MetricName]: Family<InstrumentOf<Rows[Name]>> }

/** Fresh metrics: everything at zero. */
export function createMetrics(): Metrics {
  const entries = Object.entries(metricRows).map(([name, row]) => [name, familyOf(row)] as const)
  return Object.fromEntries(entries) as unknown as Metrics // each row's kind makes its instrument
}

function familyOf(row: MetricRow): Family<Counter> | Family<Gauge> | Family<Histogram> {
  switch (row.kind) {
    case 'counter':
      return new Family(row, () => new Counter())
    case 'gauge':
      return new Family(row, () => new Gauge())
    case 'histogram':
      return new Family(row, () => new Histogram(row.bounds ?? []))
  }
}
