/**
 * `npm run bench:seeing`: what counting and keeping a finished request costs, in CPU time; and how long a scrape of a busy
 * gateway's metrics takes. Exits 1 when a request costs more than the goal.
 */
import { createMetrics } from '../runtime/metrics/metrics.ts'
import { renderMetrics } from '../runtime/metrics/render.ts'
import { requestMetrics } from '../runtime/metrics/request-metrics.ts'
import { keepRecent } from '../runtime/recent-requests.ts'
import { beginTrace } from '../runtime/trace.ts'
import type { Trace } from '../runtime/trace.ts'
import { cpuUs, leastNs } from './cpu.ts'

const goalNs = 600
const models = 20
const rules = 200

/** Finished requests of 20 models, 200 rules and two endpoints, a tenth of which failed over. */
const traces = Array.from({ length: 4_096 }, (_, number): Trace => {
  const model = `acme/model-${number % models}`
  const sent = { provider: 'acme', model, stage: 0, outcome: 'ok', ms: 12 }
  const failed = { ...sent, model: 'acme/model-0', outcome: '5xx' }
  return {
    ...beginTrace(`request-${number}`, 0, 'policy'),
    endpoint: number % 2 === 0 ? 'chat' : 'messages',
    model,
    provider: 'acme',
    status: 200,
    latencyMs: 13,
    firstTokenMs: 5,
    attempts: number % 10 === 0 ? [failed, sent] : [sent],
    usage: { input: 100, cacheRead: 50, cacheWrite5m: 0, cacheWrite1h: 0, output: 40, reasoning: 0 },
    cost: 30_000,
    decision: {
      rule: `main.route#rule_${number % rules}`,
      log: { kind: 'log', level: 'metadata', sample: 10_000 },
    } as NonNullable<Trace['decision']>,
  }
})

const metrics = createMetrics()
const count = requestMetrics(metrics)
const recent = keepRecent()
const ended = (trace: Trace): void => {
  count(trace)
  recent.add(trace)
}
const perRequestNs = leastNs(50, traces.length, (index) => ended(traces[index]!))
const before = cpuUs()
const text = renderMetrics(metrics)
const scrapeMs = (cpuUs() - before) / 1000
console.log(`counting and keeping a request: ${perRequestNs.toFixed(0)} ns (goal: ${goalNs} at most)`)
console.log(`a scrape: ${scrapeMs.toFixed(1)} ms for ${text.split('\n').length} lines`)
if (perRequestNs > goalNs) process.exitCode = 1
