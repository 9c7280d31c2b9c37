import { describe, expect, test } from 'vitest'
import { seriesMax } from '../../runtime/metrics/family.ts'
import { createMetrics } from '../../runtime/metrics/metrics.ts'
import { renderMetrics } from '../../runtime/metrics/render.ts'
import { requestMetrics } from '../../runtime/metrics/request-metrics.ts'
import { metricRows } from '../../runtime/metrics/rows.ts'
import { beginTrace } from '../../runtime/trace.ts'
import type { Trace } from '../../runtime/trace.ts'
import { seriesOf } from '../support/watched-gateway.ts'

/** A request that ended well. */
function ended(more: Partial<Trace> = {}): Trace {
  const answered = {
    endpoint: 'chat',
    model: 'acme/large',
    provider: 'acme',
    status: 200,
    latencyMs: 30,
  } as const
  return { ...beginTrace('id', 0, 'policy'), ...answered, ...more }
}

describe("Prometheus' text", () => {
  test('has help, type and series of each metric, and each series once', () => {
    const metrics = createMetrics()
    requestMetrics(metrics)(ended())
    const text = renderMetrics(metrics)
    for (const { name, kind } of Object.values(metricRows)) {
      expect(text.split(`# HELP ${name} `)).toHaveLength(2)
      expect(text.split(`# TYPE ${name} ${kind}\n`)).toHaveLength(2)
    }
    const series = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
    expect(series.length).toBe(seriesOf(text).size)
    const form =
      /^[a-z_]+(\{[a-z_]+="(\\.|[^"\\\n])*"(,[a-z_]+="(\\.|[^"\\\n])*")*\})? (\d+(\.\d+)?(e[+-]\d+)?|NaN|[+-]Inf)$/
    expect(series.filter((line) => !form.test(line))).toEqual([])
  })

  test('escapes what a label may hold', () => {
    const metrics = createMetrics()
    metrics.rules.with('teams/a "b"\\c\nd.route#rule').add()
    expect(renderMetrics(metrics)).toContain(
      'gwc_rule_requests_total{rule="teams/a \\"b\\"\\\\c\\nd.route#rule"} 1\n',
    )
  })

  test('counts a histogram as Prometheus does: each bucket holds those below it', () => {
    const metrics = createMetrics()
    const count = requestMetrics(metrics)
    for (const latencyMs of [5, 10, 30, 1_000_000]) count(ended({ latencyMs }))
    const series = seriesOf(renderMetrics(metrics))
    const labels =
      'gen_ai_operation_name="chat",gen_ai_provider_name="acme",gen_ai_request_model="acme/large",error_type=""'
    const name = 'gen_ai_server_request_duration_seconds'
    const buckets = ['0.01', '0.02', '0.04', '81.92', '+Inf']
    expect(buckets.map((le) => series.get(`${name}_bucket{${labels},le="${le}"}`))).toEqual([2, 2, 3, 3, 4])
    expect(series.get(`${name}_count{${labels}}`)).toBe(4)
    expect(series.get(`${name}_sum{${labels}}`)).toBeCloseTo(1000.045)
  })
})

describe('what a request is counted as', () => {
  test('its tokens by kind, its cost, and what streams took', () => {
    const metrics = createMetrics()
    const usage = { input: 12, cacheRead: 8, cacheWrite5m: 3, cacheWrite1h: 1, output: 11, reasoning: 2 }
    requestMetrics(metrics)(ended({ usage, cost: 30_000, firstTokenMs: 10 }))
    const series = seriesOf(renderMetrics(metrics))
    const genAi = 'gen_ai_operation_name="chat",gen_ai_provider_name="acme",gen_ai_request_model="acme/large"'
    const target = 'provider="acme",model="acme/large"'
    expect(series.get(`gen_ai_client_token_usage_sum{${genAi},gen_ai_token_type="input"}`)).toBe(24)
    expect(series.get(`gen_ai_client_token_usage_sum{${genAi},gen_ai_token_type="output"}`)).toBe(11)
    expect(series.get(`gwc_tokens_total{${target},type="cache_read"}`)).toBe(8)
    expect(series.get(`gwc_cost_dollars_total{${target}}`)).toBeCloseTo(0.00003)
    expect(series.get(`gen_ai_server_time_to_first_token_seconds_sum{${genAi}}`)).toBeCloseTo(0.01)
    expect(series.get(`gen_ai_server_time_per_output_token_seconds_sum{${genAi}}`)).toBeCloseTo(0.002)
  })

  test('its attempts: a retry goes to the same model, a failover to another', () => {
    const metrics = createMetrics()
    const to = (model: string, outcome: string): Trace['attempts'][number] => ({
      provider: model.split('/')[0] ?? '',
      model,
      stage: 0,
      outcome,
      ms: 1,
    })
    const attempts = [to('acme/large', '5xx'), to('acme/large', '429'), to('other/small', 'ok')]
    requestMetrics(metrics)(ended({ attempts, model: 'other/small', provider: 'other' }))
    const series = seriesOf(renderMetrics(metrics))
    expect(series.get('gwc_attempts_total{provider="acme",model="acme/large",outcome="5xx"}')).toBe(1)
    expect(series.get('gwc_attempts_total{provider="other",model="other/small",outcome="ok"}')).toBe(1)
    expect(series.get('gwc_retries_total{provider="acme",model="acme/large"}')).toBe(1)
    expect(series.get('gwc_failovers_total{from="acme/large",to="other/small"}')).toBe(1)
  })
})

test('100,000 values of a label are 1,000 series, and nothing goes uncounted (P05)', () => {
  const metrics = createMetrics()
  const count = requestMetrics(metrics)
  const requests = 100_000
  for (let number = 0; number < requests; number++) {
    const model = `acme/${number}`
    const attempts = [{ provider: 'acme', model, stage: 0, outcome: 'ok', ms: 1 }]
    count(ended({ model, error: `code-${number}`, attempts, usage: { input: number, output: 1 } }))
  }
  for (const family of Object.values(metrics))
    expect([...family.series].length).toBeLessThanOrEqual(seriesMax + 1)
  const counted = [...metrics.requests.series]
  expect(counted.reduce((total, { instrument }) => total + instrument.value, 0)).toBe(requests)
  expect(counted.at(-1)?.labels).toEqual(['other', 'other', 'other', 'other'])
  expect(renderMetrics(metrics).length).toBeLessThan(20_000_000)
})
