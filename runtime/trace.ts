import type { TrafficLogEntry } from '../schemas/generated/traffic-log.ts'
import type { Decision } from './contracts.ts'

/** One provider attempt as the log tells it. `outcome` is `ok`, `cancelled`, `truncated`, or a failure class. */
export type AttemptTrace = NonNullable<TrafficLogEntry['attempts']>[number]

/** Tokens as the provider reported them. */
export type UsageTrace = NonNullable<TrafficLogEntry['usage']>

/**
 * What one request did, gathered while it passes: the proxy fills it in, the log writes it down once at the end. Times are milliseconds of the wall clock
 * (`startedMs`) and durations.
 */
export interface Trace {
  readonly requestId: string
  readonly startedMs: number
  /** SHA-256 of the table that decided. */
  readonly policy: string
  decision: Decision | undefined
  cache: 'off' | 'miss' | 'hit'
  readonly attempts: AttemptTrace[]
  provider: string | undefined
  model: string | undefined
  status: number | undefined
  latencyMs: number | undefined
  firstTokenMs: number | undefined
  usage: UsageTrace | undefined
  /** Nano-dollars at the pinned price. */
  cost: number | undefined
  /** Code of the error that was answered, one of gwc's own. */
  error: string | undefined
}

/** An empty trace of a request that begins now. */
export function beginTrace(requestId: string, startedMs: number, policy: string): Trace {
  return {
    requestId,
    startedMs,
    policy,
    decision: undefined,
    cache: 'off',
    attempts: [],
    provider: undefined,
    model: undefined,
    status: undefined,
    latencyMs: undefined,
    firstTokenMs: undefined,
    usage: undefined,
    cost: undefined,
    error: undefined,
  }
}

/** The trace as one line of the traffic log: facts and outcome, never prompt text; what is not known is left out. */
export function traceEntry(trace: Trace): TrafficLogEntry {
  const { decision } = trace
  return {
    at: new Date(trace.startedMs).toISOString(),
    requestId: trace.requestId,
    policy: trace.policy,
    facts: { ...decision?.facts } as TrafficLogEntry['facts'],
    rule: decision?.rule ?? 'gwc#undecided',
    ...(decision !== undefined && decision.guard.length > 0 && { guard: [...decision.guard] }),
    cache: trace.cache,
    ...known('provider', trace.provider),
    ...known('model', trace.model),
    ...known('status', trace.status),
    ...known('latencyMs', microseconds(trace.latencyMs)),
    ...known('firstTokenMs', microseconds(trace.firstTokenMs)),
    ...(trace.attempts.length > 0 && { attempts: trace.attempts }),
    ...known('usage', trace.usage),
    ...known('cost', trace.cost),
    ...known('error', trace.error),
  }
}

/** To the third place: what lies below is noise of the clock. */
function microseconds(ms: number | undefined): number | undefined {
  return ms === undefined ? undefined : Math.round(ms * 1000) / 1000
}

function known<K extends string, V>(name: K, value: V | undefined): { readonly [Name in K]?: V } {
  return value === undefined ? {} : ({ [name]: value } as { readonly [Name in K]: V })
}
