import type { WireError } from '../wire/dialect.ts'
import { gatewayHeaders } from './answer-headers.ts'
import type { Call } from './call.ts'
import type { Refusal } from './refusal.ts'
import { messageOf } from './provider-message.ts'
import type { ProviderRefusal } from './refuse-failure.ts'
import type { Speller } from './speller.ts'

/** Never told longer: some clients sleep without a word for as long as they are told (wire.md, 68). */
const RETRY_AFTER_MAX_MS = 30_000

/** Answers with an error in the caller's dialect; nothing has been sent before. */
export function answerRefusal(call: Call, refusal: Refusal | ProviderRefusal): void {
  const { inbound, trace, speller } = call
  if (inbound.headersSent) return answerInBand(call, refusal)
  const status = statusOf(speller, refusal)
  const body =
    refusal.kind === 'refusal' ? speller.errorBody({ ...refusal, status, requestId: call.id }) : refusal.body
  trace.error = refusal.kind === 'refusal' ? refusal.code : 'provider_error'
  trace.status = status
  trace.responseBytes = body.length
  const headers = gatewayHeaders(call)
  headers.push(
    // Where the SDKs of OpenAI and of Anthropic look for what to quote to whoever runs the gateway.
    'x-request-id',
    call.id,
    'request-id',
    call.id,
    'content-type',
    'application/json',
    'content-length',
    String(body.length),
    ...refusalHeaders(refusal),
  )
  inbound.writeHead(status, headers)
  inbound.end(body)
  if (refusal.kind === 'refusal' && refusal.close === true) inbound.hangUp()
}

function statusOf(speller: Speller, refusal: Refusal | ProviderRefusal): number {
  return (refusal.kind === 'refusal' ? speller.statuses[refusal.code] : undefined) ?? refusal.status
}

/** The head is out, of a stream as a rule: what went wrong is its last event. */
function answerInBand(
  { inbound, trace, client: { stream } }: Call,
  refusal: Refusal | ProviderRefusal,
): void {
  const error = refusal.kind === 'refusal' ? refusal : shownError(refusal)
  trace.error = refusal.kind === 'refusal' ? refusal.code : 'provider_error'
  trace.status = 200
  if (stream === undefined) return inbound.end()
  stream.fail(error)
  stream.end(undefined)
}

/** A provider's error in our own words, which say what its own did. */
function shownError({ status, body }: ProviderRefusal): WireError {
  const { message, code } = messageOf(body)
  return { status, code: code ?? 'provider_error', message: message ?? `The provider answered ${status}.` }
}

/** The headers that tell a client how to go on. Flat. */
export function refusalHeaders(refusal: Refusal | ProviderRefusal): string[] {
  const headers: string[] = []
  if (refusal.retryAfterMs !== undefined)
    headers.push('retry-after', String(Math.ceil(Math.min(refusal.retryAfterMs, RETRY_AFTER_MAX_MS) / 1000)))
  if (refusal.kind === 'provider-refusal') return headers
  if (refusal.status === 401 || refusal.final === true) headers.push('x-should-retry', 'false')
  if (refusal.allow !== undefined) headers.push('allow', refusal.allow)
  if (refusal.close === true) headers.push('connection', 'close')
  return headers
}
