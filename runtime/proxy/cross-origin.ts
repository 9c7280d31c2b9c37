import type { Snapshot } from '../snapshot.ts'
import type { Call } from './call.ts'
import { refuse } from './refusal.ts'
import type { Refusal } from './refusal.ts'

/** Request headers that a page may send beside those that begin with `x-` and those that the policy reads. */
const allowedHeaders = new Set([
  'accept',
  'authorization',
  'content-type',
  'anthropic-version',
  'anthropic-beta',
  'anthropic-dangerous-direct-browser-access',
  'openai-beta',
  'openai-organization',
  'openai-project',
  'idempotency-key',
  'session-id',
  'traceparent',
])

/** Answer headers that a page's script may read. */
const exposedHeaders = [
  'request-id',
  'x-request-id',
  'retry-after',
  'x-should-retry',
  'x-gwc-request-id',
  'x-gwc-policy',
  'x-gwc-rule',
  'x-gwc-model',
  'x-gwc-provider',
  'x-gwc-cache',
  'x-gwc-attempts',
  'x-gwc-cost',
  'x-gwc-warnings',
  'x-gwc-estimated',
].join(', ')

const PREFLIGHT_SECONDS = '600'

/**
 * The web page that a request comes from, as the Fetch standard has it (3.3, CORS): one of a listed origin may read every answer, errors too. A page of any other
 * is told nothing; where no key is asked for, `identify` refuses it.
 */
export function admitOrigin(call: Call): 'none' | 'answered' | Refusal {
  const { inbound, snapshot } = call
  const { origin } = inbound.headers
  const { origins } = snapshot.gateway
  if (origins.length > 0) inbound.addHeaders(['vary', 'origin'])
  if (origin === undefined) return 'none'
  const isListed = origins.includes(origin)
  if (isListed)
    inbound.addHeaders([
      'access-control-allow-origin',
      origin,
      'access-control-expose-headers',
      exposedHeaders,
    ])
  if (!isPreflight(call)) return 'none'
  return isListed ? answerPreflight(call) : stranger(origin)
}

function isPreflight({ inbound }: Call): boolean {
  return inbound.method === 'OPTIONS' && inbound.headers['access-control-request-method'] !== undefined
}

function stranger(origin: string): Refusal {
  const shown = JSON.stringify(origin.slice(0, 256))
  return refuse(
    403,
    'origin_not_allowed',
    `Pages of ${shown} may not call this gateway; whoever runs it lists them in "cors": { "origins": […] } of gateway.json.`,
    { final: true },
  )
}

function answerPreflight({ inbound, snapshot }: Call): 'answered' {
  const wanted = inbound.headers['access-control-request-headers'] ?? ''
  const allowed = wanted.split(',').map((name) => name.trim().toLowerCase())
  const headers = allowed.filter((name) => isToken(name) && mayBeSent(name, snapshot))
  const isPrivate = inbound.headers['access-control-request-private-network'] === 'true'
  inbound.writeHead(204, [
    'access-control-allow-methods',
    'GET, POST',
    'access-control-allow-headers',
    headers.join(', '),
    'access-control-max-age',
    PREFLIGHT_SECONDS,
    // Asked by a page of the public web for a gateway on this machine or its network.
    ...(isPrivate ? ['access-control-allow-private-network', 'true'] : []),
  ])
  inbound.end()
  return 'answered'
}

/** RFC 9110, 5.6.2. */
function isToken(name: string): boolean {
  return /^[!#$%&'*+.^_`|~0-9a-z-]{1,128}$/.test(name)
}

function mayBeSent(name: string, { table }: Snapshot): boolean {
  if (name.startsWith('x-') || allowedHeaders.has(name)) return true
  return table.axes.some(({ origin }) => origin.kind === 'header' && origin.name.toLowerCase() === name)
}
