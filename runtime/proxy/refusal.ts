import type { WireError } from '../wire/dialect.ts'
import type { BodyFault } from './body/fault.ts'

/** An answer of our own in place of a provider's: what the client is told, and how it should behave. Dialect-free. */
export interface Refusal extends WireError {
  readonly kind: 'refusal'
  /** `x-should-retry: false`: the same request will not succeed. */
  readonly final?: boolean
  /** The methods that the route takes, for a 405. */
  readonly allow?: string
  /** Sent as `retry-after`, in seconds rounded up. */
  readonly retryAfterMs?: number
  /** The connection is closed after the answer: its framing or its unread body cannot be trusted. */
  readonly close?: boolean
}

/** Makes a refusal; `more` names what is unusual about it. */
export function refuse(
  status: number,
  code: string,
  message: string,
  more: Omit<Refusal, 'kind' | 'status' | 'code' | 'message'> = {},
): Refusal {
  return { kind: 'refusal', status, code, message, ...more }
}

/** The refusal of a body that was not believed. */
export function refuseBody({ code, message, field }: BodyFault): Refusal {
  return refuse(400, code, message, { final: true, ...(field === undefined ? {} : { param: field }) })
}

/** Tells a refusal from what a step returns when it goes well. */
export function isRefusal(value: object): value is Refusal {
  return 'kind' in value && value.kind === 'refusal'
}
