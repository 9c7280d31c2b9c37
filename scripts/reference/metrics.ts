import { seriesMax } from '../../runtime/metrics/family.ts'
import { metricRows } from '../../runtime/metrics/rows.ts'
import type { MetricRow } from '../../runtime/metrics/rows.ts'
import { code, type Page, page, table } from './markdown.ts'

/** Every metric of `GET /metrics`. */
export function metricsPage(): Page {
  const rows: readonly MetricRow[] = Object.values(metricRows)
  return page('metrics.md', 'Metrics', '`runtime/metrics/rows.ts`', [
    'What `GET /metrics` of the admin listener tells, in Prometheus’ text format. Names that begin with `gen_ai_` are those of OpenTelemetry’s conventions for generative AI, spelled as Prometheus does, with their buckets.',
    table(['metric', 'kind', 'labels', 'meaning'], rows.map(rowOf)),
    `Labels hold what the policy and gateway.json name (rules, models, providers) and words of gwc’s own, never what a client sends. A metric has at most ${seriesMax.toLocaleString('en')} series; what comes beyond them is counted together, with every label \`other\`. An empty label says that there was none: no target, no error.`,
    scrape,
    alarms,
  ])
}

const rowOf = ({ name, kind, labels, help }: MetricRow): readonly string[] => [
  code(name),
  kind,
  labels.map(code).join(', '),
  help,
]

const scrape = `## Scraping

\`\`\`yaml
scrape_configs:
  - job_name: gwc
    authorization: { credentials_file: /run/secrets/gwc-admin-key }
    static_configs: [{ targets: ["127.0.0.1:8788"] }]
\`\`\``

const alarms = `## What to be woken by

| alarm | expression |
|---|---|
| a policy was refused, the last good one is obeyed | \`gwc_policy_refused == 1\` |
| a provider is ejected | \`max by (provider, account, model) (gwc_breaker_state) == 2\` |
| more than one request in twenty fails | \`sum(rate(gwc_requests_total{status=~"5.."}[5m])) > 0.05 * sum(rate(gwc_requests_total[5m]))\` |
| lines of the log are lost | \`increase(gwc_log_dropped_total[5m]) > 0\` |
| the event loop is late | \`gwc_event_loop_delay_seconds{quantile="0.99"} > 0.1\` |`
