import type { Endpoint } from '../contracts.ts'
import type { AttemptTrace, Trace, UsageTrace } from '../trace.ts'
import { countLookups } from './cache-metrics.ts'
import type { Counter, Histogram } from './instruments.ts'
import type { Metrics } from './metrics.ts'
import { once, remembered, rememberedPair } from './remembered.ts'

/** Where a label says what a request did not come to: no target, no error. */
const none = ''

/** `gen_ai.operation.name` of an endpoint; empty for what is no generation. */
const operations: Readonly<Record<Endpoint, string>> = {
  chat: 'chat',
  responses: 'chat',
  messages: 'chat',
  generate: 'generate_content',
  completions: 'text_completion',
  embeddings: 'embeddings',
}

/** The series of one endpoint and target, found once: counting a request builds no string. */
interface TargetSeries {
  readonly requests: (status: number) => Counter
  readonly duration: (error: string) => Histogram
  readonly usage: () => UsageSeries
  readonly stream: () => StreamSeries
}

/** The series of answers whose usage is known. */
interface UsageSeries {
  readonly cost: Counter
  readonly input: Histogram
  readonly output: Histogram
  readonly tokens: Readonly<Record<Exclude<keyof UsageTrace, 'apart' | 'times'>, Counter>>
}

/** The series of streams. */
interface StreamSeries {
  readonly firstToken: Histogram
  readonly perToken: Histogram
}

/** The series of the attempts at one target. */
interface AttemptSeries {
  readonly attempts: (outcome: string) => Counter
  readonly duration: (error: string) => Histogram
  readonly retries: () => Counter
  readonly failoversFrom: (model: string) => Counter
}

/** The series of one endpoint. */
interface EndpointSeries {
  readonly target: (model: string, provider: string) => TargetSeries
  readonly attempt: (model: string, provider: string) => AttemptSeries
  readonly requestBytes: Counter
  readonly responseBytes: Counter
}

/** Counts requests at their end, by what their traces tell. */
export function requestMetrics(metrics: Metrics): (trace: Trace) => void {
  const endpoints = remembered((endpoint: Endpoint | typeof none) => endpointSeries(metrics, endpoint))
  const rules = remembered((rule: string) => metrics.rules.with(rule))
  const caches = remembered((result: string) => metrics.cache.with(result))
  const errors = remembered((code: string) => metrics.errors.with(code))
  return (trace) => {
    const endpoint = endpoints(trace.endpoint ?? none)
    endpoint.requestBytes.add(trace.requestBytes)
    endpoint.responseBytes.add(trace.responseBytes)
    if (trace.decision !== undefined) {
      rules(trace.decision.rule).add()
      caches(trace.cache).add()
      if (trace.cache !== 'off') countLookups(metrics, trace)
    }
    if (trace.error !== undefined) errors(trace.error).add()
    countAnswer(endpoint.target(trace.model ?? none, trace.provider ?? none), trace)
    countAttempts(endpoint, trace.attempts)
    for (const { kind, name, reason } of trace.denials) metrics.moneyDenied.with(kind, name, reason).add()
    for (const { kind, model, provider, outcome } of trace.copies)
      if (kind === 'shadow') metrics.copies.with(provider, model, outcome).add()
  }
}

function countAnswer(series: TargetSeries, trace: Trace): void {
  const { usage, cost = 0, latencyMs = 0, firstTokenMs } = trace
  series.requests(trace.status ?? 0).add()
  series.duration(trace.error ?? none).observe(latencyMs / 1000)
  if (usage !== undefined) countUsage(series.usage(), usage, cost)
  if (firstTokenMs === undefined) return
  const { firstToken, perToken } = series.stream()
  firstToken.observe(firstTokenMs / 1000)
  const { output = 0 } = usage ?? {}
  if (trace.error === undefined && output > 1)
    perToken.observe((latencyMs - firstTokenMs) / 1000 / (output - 1))
}

function countUsage(series: UsageSeries, usage: UsageTrace, nanos: number): void {
  const { input = 0, cacheRead = 0, cacheWrite5m = 0, cacheWrite1h = 0, output = 0, reasoning = 0 } = usage
  const { tokens } = series
  series.cost.add(nanos / 1e9)
  series.input.observe(input + cacheRead + cacheWrite5m + cacheWrite1h)
  series.output.observe(output)
  tokens.input.add(input)
  tokens.cacheRead.add(cacheRead)
  tokens.cacheWrite5m.add(cacheWrite5m)
  tokens.cacheWrite1h.add(cacheWrite1h)
  tokens.output.add(output)
  tokens.reasoning.add(reasoning)
}

function countAttempts(endpoint: EndpointSeries, attempts: readonly AttemptTrace[]): void {
  for (let i = 0; i < attempts.length; i++) {
    const { model, provider, outcome, ms = 0 } = attempts[i]!
    const series = endpoint.attempt(model, provider)
    series.attempts(outcome).add()
    series.duration(outcome === 'ok' ? none : outcome).observe(ms / 1000)
    const before = attempts[i - 1]
    if (before?.model === model) series.retries().add()
    else if (before !== undefined) series.failoversFrom(before.model).add()
  }
}

function endpointSeries(metrics: Metrics, endpoint: Endpoint | typeof none): EndpointSeries {
  const operation = endpoint === none ? none : operations[endpoint]
  return {
    target: rememberedPair((model, provider) => targetSeries(metrics, endpoint, operation, provider, model)),
    attempt: rememberedPair((model, provider) => attemptSeries(metrics, operation, provider, model)),
    requestBytes: metrics.requestBytes.with(endpoint),
    responseBytes: metrics.responseBytes.with(endpoint),
  }
}

function targetSeries(
  metrics: Metrics,
  endpoint: string,
  operation: string,
  provider: string,
  model: string,
): TargetSeries {
  const genAi = [operation, provider, model]
  return {
    requests: remembered((status: number) =>
      metrics.requests.with(endpoint, provider, model, status === 0 ? none : String(status)),
    ),
    duration: remembered((error: string) => metrics.requestDuration.with(...genAi, error)),
    usage: once(() => usageSeries(metrics, genAi, provider, model)),
    stream: once(() => ({
      firstToken: metrics.firstToken.with(...genAi),
      perToken: metrics.perToken.with(...genAi),
    })),
  }
}

function usageSeries(
  metrics: Metrics,
  genAi: readonly string[],
  provider: string,
  model: string,
): UsageSeries {
  const tokensOf = (type: string): Counter => metrics.tokens.with(provider, model, type)
  return {
    cost: metrics.cost.with(provider, model),
    input: metrics.tokenUsage.with(...genAi, 'input'),
    output: metrics.tokenUsage.with(...genAi, 'output'),
    tokens: {
      input: tokensOf('input'),
      cacheRead: tokensOf('cache_read'),
      cacheWrite5m: tokensOf('cache_write_5m'),
      cacheWrite1h: tokensOf('cache_write_1h'),
      output: tokensOf('output'),
      reasoning: tokensOf('reasoning'),
    },
  }
}

function attemptSeries(metrics: Metrics, operation: string, provider: string, model: string): AttemptSeries {
  return {
    attempts: remembered((outcome: string) => metrics.attempts.with(provider, model, outcome)),
    duration: remembered((error: string) => metrics.attemptDuration.with(operation, provider, model, error)),
    retries: once(() => metrics.retries.with(provider, model)),
    failoversFrom: remembered((from: string) => metrics.failovers.with(from, model)),
  }
}
