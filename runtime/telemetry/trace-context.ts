import { randomBytes } from 'node:crypto'

/** A request's place in a distributed trace (W3C Trace Context): the trace it belongs to, and the span of whoever asked. */
export interface TraceContext {
  /** 32 hexadecimal digits. */
  readonly traceId: string
  /** The caller's span, 16 hexadecimal digits; `undefined` where the trace begins here. */
  readonly parentId: string | undefined
  /** Whether the caller records the trace; what nobody has decided is recorded. */
  readonly isSampled: boolean
}

/** Version 00, and later ones by what they begin with. */
const TRACEPARENT =
  /^(?:00(?=.{53}$)|(?!00|ff)[0-9a-f]{2}(?=.{53}(?:-|$)))-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})/

/** Reads a client's `traceparent`; one that is none begins a new trace. */
export function traceContextOf(traceparent: unknown): TraceContext {
  const [, traceId, parentId, flags] =
    (typeof traceparent === 'string' ? TRACEPARENT.exec(traceparent) : undefined) ?? []
  if (traceId === undefined || flags === undefined)
    return { traceId: randomBytes(16).toString('hex'), parentId: undefined, isSampled: true }
  return { traceId, parentId, isSampled: (Number.parseInt(flags, 16) & 1) === 1 }
}

/** An id for a span. */
export function spanId(): string {
  return randomBytes(8).toString('hex')
}

/** What is said to the next one down the line. */
export function traceparentOf({ traceId, isSampled }: TraceContext, span: string): string {
  return `00-${traceId}-${span}-${isSampled ? '01' : '00'}`
}
