import type { IncomingHttpHeaders } from 'node:http'
import type { Metered } from '../money/store.ts'
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
    headers.push('x-gwc-rule', headerText(decision.rule), 'x-gwc-cache', cacheText(trace))
  if (model !== undefined) headers.push('x-gwc-model', model)
  if (provider !== undefined) headers.push('x-gwc-provider', provider)
  if (trace.attempts.length > 0) headers.push('x-gwc-attempts', String(trace.attempts.length))
  if (trace.meters.length > 0) pushMeters(headers, trace.meters)
  if (warnings.length > 0) headers.push('x-gwc-warnings', warnings.join(', '))
  return headers
}

/** `exact; id=1f…; score=1; age=12`: the layer, the entry, how like the questions are, seconds since it was made. */
function cacheText({ cache, hit }: Call['trace']): string {
  if (hit === undefined) return cache
  const layer = hit.layer === 'exact' ? 'exact' : 'semantic'
  const score = Math.round(hit.score * 1000) / 1000
  return `${layer}; id=${hit.id}; score=${score}; age=${Math.floor(hit.ageMs / 1000)}`
}

/** What is left of the budgets and limits that the request counted towards, its own hold taken off. */
function pushMeters(headers: string[], meters: readonly Metered[]): void {
  for (const kind of ['budget', 'limit'] as const) {
    const told = meters.filter(({ charge }) => charge.kind === kind).map(tellMeter)
    if (told.length > 0) headers.push(`x-gwc-${kind}`, told.join(', '))
  }
}

/** `intern_month; left=37.5; limit=50; reset=2026-12-01T00:00:00.000Z`: dollars of a budget, counts of a limit. */
function tellMeter({ charge, reading: { spent, limit, resetsAtMs } }: Metered): string {
  const amount = charge.kind === 'budget' ? dollars : String
  const reset = resetsAtMs === undefined ? '' : `; reset=${new Date(resetsAtMs).toISOString()}`
  return `${headerText(charge.name)}; left=${amount(Math.max(limit - spent, 0))}; limit=${amount(limit)}${reset}`
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
