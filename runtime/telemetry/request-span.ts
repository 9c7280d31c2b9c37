import type { IncomingHttpHeaders } from 'node:http'
import { spanId, traceContextOf, traceparentOf } from './trace-context.ts'
import type { TraceContext } from './trace-context.ts'

/** The span of one request under way, and those of its attempts. */
export interface RequestSpan {
  readonly context: TraceContext
  readonly id: string
  /** In the order in which they were sent. */
  readonly attempts: AttemptSpan[]
  /** The client's `tracestate`, which goes up as it came. */
  readonly state: string | undefined
}

export interface AttemptSpan {
  readonly id: string
  /** On the wall clock. */
  readonly startedMs: number
}

/** Begins the span of a request that has just arrived. */
export function beginSpan({ traceparent, tracestate }: IncomingHttpHeaders): RequestSpan {
  const state = typeof tracestate === 'string' ? tracestate : undefined
  return { context: traceContextOf(traceparent), id: spanId(), attempts: [], state }
}

/** Begins the span of an attempt; the headers that tell its provider of it. Flat. */
export function beginAttempt({ context, attempts, state }: RequestSpan): readonly string[] {
  const id = spanId()
  attempts.push({ id, startedMs: Date.now() })
  const headers = ['traceparent', traceparentOf(context, id)]
  // A state belongs to the trace that it came with.
  if (state !== undefined && context.parentId !== undefined) headers.push('tracestate', state)
  return headers
}
