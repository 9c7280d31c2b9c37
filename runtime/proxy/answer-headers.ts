import type { IncomingHttpHeaders } from 'node:http'
import type { Call } from './call.ts'

/** What a provider's answer passes down, in lower case; all else stays here. */
const passedDown = [
  'content-type',
  'request-id',
  'x-request-id',
  'retry-after',
  'x-codex-turn-state',
] as const

/** The headers of an answer: what the provider passes down, and what gwc says about it. Flat. */
export function answerHeaders(call: Call, provider: IncomingHttpHeaders): string[] {
  const headers = gatewayHeaders(call)
  for (const name of passedDown) {
    const value = provider[name]
    if (typeof value === 'string') headers.push(name, value)
  }
  return headers
}

/** The `x-gwc-*` headers, as far as the request has come. Flat. */
export function gatewayHeaders({ trace }: Call): string[] {
  const { decision, model, provider, warnings } = trace
  const headers = ['x-gwc-request-id', trace.requestId, 'x-gwc-policy', trace.policy]
  if (decision !== undefined)
    headers.push('x-gwc-rule', headerText(decision.rule), 'x-gwc-cache', trace.cache)
  if (model !== undefined) headers.push('x-gwc-model', model)
  if (provider !== undefined) headers.push('x-gwc-provider', provider)
  if (trace.attempts.length > 0) headers.push('x-gwc-attempts', String(trace.attempts.length))
  if (warnings.length > 0) headers.push('x-gwc-warnings', warnings.join(', '))
  return headers
}

/** Nano-dollars as a header shows them: dollars in decimal, exact. */
export function dollars(nanos: number): string {
  const whole = Math.floor(nanos / 1e9)
  const rest = String(nanos % 1e9)
    .padStart(9, '0')
    .replace(/0+$/, '')
  return rest === '' ? String(whole) : `${whole}.${rest}`
}

/** A rule's name with file names in any script made fit for a header. */
function headerText(text: string): string {
  return /^[\x20-\x7e]*$/.test(text) ? text : encodeURI(text)
}
