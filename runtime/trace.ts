import type { CachePart } from './money/store.ts'
import type { TrafficLogEntry } from '../schemas/generated/traffic-log.ts'
import type { SemanticMiss } from './cache/finding.ts'
import type { Decision, Endpoint } from './contracts.ts'
import type { Charge } from './money/charge.ts'
import type { Metered } from './money/store.ts'

/** One provider attempt as the log tells it. `outcome` is `ok`, `cancelled`, `truncated`, or a failure class. */
export type AttemptTrace = NonNullable<TrafficLogEntry['attempts']>[number]

/** An answer of the cache. */
export interface HitTrace {
  readonly id: string
  /** Found by the whole request, or by its question. */
  readonly layer: 'exact' | 'canonical' | 'semantic'
  /** Likeness of the two questions, 0..1. */
  readonly score: number
  readonly ageMs: number
}

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
  /** `undefined` until the route is known. */
  endpoint: Endpoint | undefined
  /** What is asked for where that is no answer. */
  operation: TrafficLogEntry['operation']
  decision: Decision | undefined
  cache: 'off' | 'miss' | 'hit'
  /** Which answer of the cache it got, and how that was found. */
  hit: HitTrace | undefined
  /** Why no like question's answer did, where questions were compared. */
  likeness: Pick<SemanticMiss, 'why' | 'rule'> | undefined
  /** What a hit saved: nano-dollars by the prices of now, and tokens. */
  saved: Pick<CachePart, 'savedNanos' | 'savedTokens'> | undefined
  readonly attempts: AttemptTrace[]
  /** Copies to shadow models: kept apart from what the answer took. */
  readonly copies: AttemptTrace[]
  provider: string | undefined
  model: string | undefined
  status: number | undefined
  /** Of the bodies, decompressed. */
  requestBytes: number
  responseBytes: number
  latencyMs: number | undefined
  firstTokenMs: number | undefined
  usage: UsageTrace | undefined
  /** Nano-dollars at the pinned price. */
  cost: number | undefined
  /** The budgets and limits that its last attempt counted towards; of a request that is denied, the one that had no room for it. */
  meters: readonly Metered[]
  /** What kept attempts from being sent. */
  denials: readonly Denial[]
  /** What of the request the provider that it went to was not told, as `x-gwc-warnings` says it. */
  warnings: readonly string[]
  /** Code of the error that was answered, one of gwc's own. */
  error: string | undefined
}

/** A budget or limit that kept an attempt from being sent, and why. */
export interface Denial {
  readonly kind: Charge['kind']
  readonly name: string
  readonly reason: 'full' | 'frozen' | 'unbounded' | 'unavailable'
}

/** An empty trace of a request that begins now. */
export function beginTrace(requestId: string, startedMs: number, policy: string): Trace {
  return {
    requestId,
    startedMs,
    policy,
    endpoint: undefined,
    operation: undefined,
    decision: undefined,
    cache: 'off',
    hit: undefined,
    likeness: undefined,
    saved: undefined,
    attempts: [],
    copies: [],
    provider: undefined,
    model: undefined,
    status: undefined,
    requestBytes: 0,
    responseBytes: 0,
    latencyMs: undefined,
    firstTokenMs: undefined,
    usage: undefined,
    cost: undefined,
    meters: [],
    denials: none,
    warnings: [],
    error: undefined,
  }
}

const none: readonly Denial[] = []

/** The trace as one line of the traffic log: facts and outcome, never prompt text; what is not known is left out. */
export function traceEntry(trace: Trace): TrafficLogEntry {
  const { decision } = trace
  return {
    at: new Date(trace.startedMs).toISOString(),
    requestId: trace.requestId,
    policy: trace.policy,
    facts: factsOf(trace),
    ...(decision !== undefined && decision.absent.length > 0 && { absent: [...decision.absent] }),
    ...known('operation', trace.operation),
    rule: decision?.rule ?? 'gwc#undecided',
    ...(decision !== undefined && decision.guard.length > 0 && { guard: [...decision.guard] }),
    cache: trace.cache,
    ...known('provider', trace.provider),
    ...known('model', trace.model),
    ...known('status', trace.status),
    ...known('latencyMs', microseconds(trace.latencyMs)),
    ...known('firstTokenMs', microseconds(trace.firstTokenMs)),
    ...(trace.attempts.length + trace.copies.length > 0 && {
      attempts: [...trace.attempts, ...trace.copies],
    }),
    ...known('usage', trace.usage),
    ...known('cost', trace.cost),
    ...(trace.requestBytes > 0 && { requestBytes: trace.requestBytes }),
    ...(trace.responseBytes > 0 && { responseBytes: trace.responseBytes }),
    ...(trace.warnings.length > 0 && { warnings: [...trace.warnings] }),
    ...known('error', trace.error),
  }
}

/** Strings are cut: nobody writes a megabyte into the log by sending it as metadata. */
const factCharsMax = 1_024

/** `endpoint` says which tables govern a request, whether or not a rule asks for it. */
function factsOf({ decision, endpoint }: Trace): TrafficLogEntry['facts'] {
  const facts: TrafficLogEntry['facts'] = endpoint === undefined ? {} : { endpoint }
  for (const [name, value] of Object.entries(decision?.facts ?? {})) facts[name] = short(value)
  return facts
}

/** What JSON leaves as it is and a terminal obeys, or takes for the end of a line. */
const UNSHOWN = /[\x7f-\x9f\u2028\u2029]/g

const plain = (text: string): string =>
  text
    .slice(0, factCharsMax)
    .replaceAll(UNSHOWN, (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`)

function short(value: Decision['facts'][string]): TrafficLogEntry['facts'][string] {
  if (typeof value === 'string') return plain(value)
  return typeof value === 'object' ? value.map(plain) : value
}

/** To the third place: what lies below is noise of the clock. */
function microseconds(ms: number | undefined): number | undefined {
  return ms === undefined ? undefined : Math.round(ms * 1000) / 1000
}

function known<K extends string, V>(name: K, value: V | undefined): { readonly [Name in K]?: V } {
  return value === undefined ? {} : ({ [name]: value } as { readonly [Name in K]: V })
}
