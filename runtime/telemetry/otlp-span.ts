import type { Endpoint } from '../contracts.ts'
import type { Trace, UsageTrace } from '../trace.ts'
import type { AttemptSpan, RequestSpan } from './request-span.ts'

/** One span in OTLP's JSON: ids in hexadecimal, 64-bit numbers as text. */
export interface OtlpSpan {
  readonly traceId: string
  readonly spanId: string
  readonly parentSpanId?: string
  readonly name: string
  readonly kind: number
  readonly startTimeUnixNano: string
  readonly endTimeUnixNano: string
  readonly attributes: readonly Attribute[]
  readonly status: { readonly code: number; readonly message?: string }
}

export interface Attribute {
  readonly key: string
  readonly value:
    | { readonly stringValue: string }
    | { readonly intValue: string }
    | { readonly doubleValue: number }
}

const SERVER = 2
const CLIENT = 3
const UNSET = 0
const ERROR = 2

/** `gen_ai.operation.name` of each endpoint, by the semantic conventions for generative AI (1.41). */
const operations: Readonly<Record<Endpoint, string>> = {
  chat: 'chat',
  responses: 'chat',
  messages: 'chat',
  completions: 'text_completion',
  embeddings: 'embeddings',
  generate: 'generate_content',
}

/** `gen_ai.provider.name` where the conventions have another word for it than gateway.json; any other provider is called as it is there. */
const providerNames: Readonly<Record<string, string>> = {
  azure: 'azure.ai.openai',
  bedrock: 'aws.bedrock',
  google: 'gcp.gemini',
  mistral: 'mistral_ai',
  vertex: 'gcp.vertex_ai',
  xai: 'x_ai',
}

/** The spans of a request that has ended: its own, and one for each attempt at a provider. No prompt text is in them. */
export function otlpSpans(span: RequestSpan, trace: Trace, asked: string | undefined): readonly OtlpSpan[] {
  const own = requestSpan(span, trace, asked)
  return [own, ...span.attempts.flatMap((attempt, at) => attemptSpan(span, attempt, trace, at))]
}

function requestSpan({ context, id }: RequestSpan, trace: Trace, asked: string | undefined): OtlpSpan {
  const operation = operationOf(trace)
  return {
    traceId: context.traceId,
    spanId: id,
    ...(context.parentId !== undefined && { parentSpanId: context.parentId }),
    name: nameOf(operation, asked),
    kind: SERVER,
    ...times(trace.startedMs, trace.latencyMs),
    attributes: attributes({
      'gen_ai.operation.name': operation,
      'gen_ai.request.model': asked,
      'gen_ai.response.model': trace.model,
      'gen_ai.provider.name': trace.provider && providerNameOf(trace.provider),
      'gen_ai.response.time_to_first_chunk': double(trace.firstTokenMs, 1e3),
      ...usageOf(trace.usage),
      'http.response.status_code': trace.status,
      'error.type': trace.error,
      'gwc.request_id': trace.requestId,
      'gwc.policy': trace.policy,
      'gwc.rule': trace.decision?.rule,
      'gwc.cache': trace.cache,
      'gwc.cost': double(trace.cost, 1e9),
    }),
    status: statusOf(trace.error),
  }
}

function attemptSpan(
  { context, id }: RequestSpan,
  attempt: AttemptSpan,
  trace: Trace,
  at: number,
): readonly OtlpSpan[] {
  const told = trace.attempts[at]
  if (told === undefined) return []
  const operation = operationOf(trace)
  const failed = told.outcome === 'ok' ? undefined : told.outcome
  const isLast = at === trace.attempts.length - 1
  return [
    {
      traceId: context.traceId,
      spanId: attempt.id,
      parentSpanId: id,
      name: nameOf(operation, told.model),
      kind: CLIENT,
      ...times(attempt.startedMs, told.ms),
      attributes: attributes({
        'gen_ai.operation.name': operation,
        'gen_ai.request.model': told.model,
        'gen_ai.provider.name': providerNameOf(told.provider),
        ...(isLast ? usageOf(trace.usage) : {}),
        'http.response.status_code': told.status,
        'error.type': failed,
        'gwc.account': told.account,
        'gwc.stage': told.stage,
      }),
      status: statusOf(failed),
    },
  ]
}

/** The conventions count what a prompt cache gave and took as input, too; gwc counts each class apart. */
function usageOf(usage: UsageTrace | undefined): Readonly<Record<string, number | undefined>> {
  if (usage === undefined) return {}
  const { input = 0, cacheRead = 0, cacheWrite5m = 0, cacheWrite1h = 0, output, reasoning } = usage
  return {
    'gen_ai.usage.input_tokens': input + cacheRead + cacheWrite5m + cacheWrite1h,
    'gen_ai.usage.output_tokens': output,
    'gen_ai.usage.cache_read.input_tokens': cacheRead,
    'gen_ai.usage.cache_creation.input_tokens': cacheWrite5m + cacheWrite1h,
    'gen_ai.usage.reasoning.output_tokens': reasoning,
  }
}

function operationOf({ endpoint, operation }: Trace): string {
  return operation ?? (endpoint === undefined ? 'chat' : operations[endpoint])
}

const providerNameOf = (name: string): string => providerNames[name] ?? name

const nameOf = (operation: string, model: string | undefined): string =>
  model === undefined ? operation : `${operation} ${model}`

const statusOf = (error: string | undefined): OtlpSpan['status'] =>
  error === undefined ? { code: UNSET } : { code: ERROR, message: error }

/** In the larger unit, a double even where it is whole: seconds of milliseconds, dollars of nano-dollars. */
function double(value: number | undefined, perUnit: number): { readonly double: number } | undefined {
  return value === undefined ? undefined : { double: value / perUnit }
}

function times(startedMs: number, ms = 0): Pick<OtlpSpan, 'startTimeUnixNano' | 'endTimeUnixNano'> {
  return { startTimeUnixNano: nanos(startedMs), endTimeUnixNano: nanos(startedMs + ms) }
}

/** To the microsecond: a double holds no more of today's time. */
function nanos(ms: number): string {
  return `${Math.round(ms * 1000)}000`
}

type Value = string | number | { readonly double: number } | undefined

function attributes(values: Readonly<Record<string, Value>>): readonly Attribute[] {
  return Object.entries(values).flatMap(([key, value]) =>
    value === undefined ? [] : [{ key, value: valueOf(value) }],
  )
}

function valueOf(value: Exclude<Value, undefined>): Attribute['value'] {
  if (typeof value === 'string') return { stringValue: value }
  return typeof value === 'number' ? { intValue: String(value) } : { doubleValue: value.double }
}
