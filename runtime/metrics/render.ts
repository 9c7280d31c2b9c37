import type { Family, Series } from './family.ts'
import { Histogram } from './instruments.ts'
import type { Counter, Gauge } from './instruments.ts'
import type { Metrics } from './metrics.ts'

/** What `GET /metrics` says its body is: Prometheus' text format, version 0.0.4. */
export const metricsType = 'text/plain; version=0.0.4; charset=utf-8'

type AnyFamily = Family<Counter | Gauge | Histogram>

/** Every metric in Prometheus' text format (prometheus.io/docs/instrumenting/exposition_formats). */
export function renderMetrics(metrics: Metrics): string {
  return Object.values(metrics)
    .map((family) => renderFamily(family as unknown as AnyFamily))
    .join('')
}

function renderFamily({ row, series }: AnyFamily): string {
  const head = `# HELP ${row.name} ${escapeHelp(row.help)}\n# TYPE ${row.name} ${row.kind}\n`
  return head + [...series].map((each) => renderSeries(row.name, row.labels, each)).join('')
}

function renderSeries(
  name: string,
  names: readonly string[],
  { labels, instrument }: Series<Counter | Gauge | Histogram>,
): string {
  const pairs = names.map((label, place) => `${label}="${escapeLabel(labels[place] ?? '')}"`)
  return instrument instanceof Histogram
    ? renderHistogram(name, pairs, instrument)
    : `${name}${braced(pairs)} ${numberText(instrument.value)}\n`
}

function renderHistogram(name: string, pairs: readonly string[], { bounds, counts, sum }: Histogram): string {
  let below = 0
  const buckets = counts.map((count, place) => {
    below += count
    const bound = place < bounds.length ? String(bounds[place]) : '+Inf'
    return `${name}_bucket${braced([...pairs, `le="${bound}"`])} ${below}\n`
  })
  return `${buckets.join('')}${name}_sum${braced(pairs)} ${numberText(sum)}\n${name}_count${braced(pairs)} ${below}\n`
}

const braced = (pairs: readonly string[]): string => (pairs.length === 0 ? '' : `{${pairs.join(',')}}`)

function numberText(value: number): string {
  if (Number.isFinite(value)) return String(value)
  return Number.isNaN(value) ? 'NaN' : value > 0 ? '+Inf' : '-Inf'
}

const escapeHelp = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')
const escapeLabel = (text: string): string => escapeHelp(text).replaceAll('"', '\\"')
