import { createHash } from 'node:crypto'
import type { CacheAction } from '../../schemas/generated/decision-table.ts'
import { parseObject } from '../wire/json.ts'
import type { DialectName } from '../wire/dialect.ts'
import type { Decision, Endpoint, Identity, RequestView } from '../contracts.ts'

/** Fields that do not change what is answered, only how it is delivered or who is billed: requests that differ in them share an entry. */
export const indifferent: ReadonlySet<string> = new Set([
  'model', // what the policy resolved it to stands in the key instead
  'stream',
  'stream_options',
  'user',
  'metadata',
  'safety_identifier',
  'prompt_cache_key',
  'prompt_cache_retention',
  'prompt_cache_options',
])

/** Headers that change what a provider answers. */
const decisiveHeaders = ['openai-beta', 'anthropic-beta', 'anthropic-version'] as const

/** Longer runs of digits lose their last ones in a number, so that two requests could look alike. */
export const unsafeDigits = /\d{16}/

/**
 * The exact cache's key of a decided request: SHA-256 over whom the answer may be shown to, what the policy decides for such requests (so that an unrelated
 * edit keeps the entries), dialect, headers that matter and the normalised body. `undefined` when the policy does not cache it or it may not be cached.
 */
export function cacheKey(
  request: RequestView,
  decision: Decision,
  dialect?: DialectName,
): string | undefined {
  if (decision.cache.mode === 'off' || decision.outcome.kind !== 'route') return undefined
  const body = normalisedBody(request.body.bytes, request.endpoint)
  if (body === undefined) return undefined
  const parts = [
    'gwc-exact-1',
    scopeOf(request.identity, decision.cache.within),
    JSON.stringify(decision.outcome.stages),
    dialect ?? request.endpoint,
    JSON.stringify(decisiveHeaders.map((name) => request.headers[name] ?? null)),
    body,
  ]
  const digest = createHash('sha256')
  for (const part of parts) digest.update(`${part.length}:${part}`) // lengths keep two parts from posing as one
  return digest.digest('hex')
}

/**
 * Whom an entry is shared with. A dimension that the identity lacks falls back to its key. A name counts within the names above it: two organisations with a
 * team `search` share nothing.
 */
export function scopeOf(identity: Identity, within: CacheAction['within']): string {
  const { key, org, team, project, developer } = identity
  switch (within) {
    case 'org':
      return named(org === undefined ? undefined : ['org', org], key)
    case 'team':
      return named(team === undefined ? undefined : ['team', org ?? null, team], key)
    case 'project':
      return named(project === undefined ? undefined : ['project', org ?? null, team ?? null, project], key)
    case 'developer':
      return named(developer === undefined ? undefined : ['developer', org ?? null, developer], key)
    case 'key':
      return named(undefined, key)
  }
}

function named(scope: readonly (string | null)[] | undefined, key: string): string {
  return JSON.stringify(scope ?? ['key', key])
}

/**
 * The body with its fields in one order and without those that change nothing; `null` counts as absent. Below the top level the order stays: the order of a
 * schema's properties changes answers. `undefined` for a request whose answer the provider keeps, since a hit would not keep it.
 */
export function normalisedBody(bytes: Buffer, endpoint: Endpoint): string | undefined {
  const text = bytes.toString('utf8')
  const body = parseObject(text)
  if (body === undefined || isKept(body, endpoint)) return undefined
  if (unsafeDigits.test(text)) return text
  const kept = Object.entries(body).filter(([name, value]) => !indifferent.has(name) && value !== null)
  return JSON.stringify(kept.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/** Responses are kept unless the request says otherwise, and a conversation grows by each. */
export function isKept(
  { store, conversation }: Readonly<Record<string, unknown>>,
  endpoint: Endpoint,
): boolean {
  if (endpoint !== 'responses') return store === true
  return store !== false || (conversation !== undefined && conversation !== null)
}

/** What the client's `Cache-Control` asks: `no-store` keeps the answer out, `no-cache` (and `no-store`) wants a fresh one. */
export function cacheControl(header: string | undefined): {
  readonly mayRead: boolean
  readonly mayStore: boolean
} {
  const words = (header ?? '').toLowerCase().split(/[\s,]+/)
  const noStore = words.includes('no-store')
  return { mayRead: !noStore && !words.includes('no-cache'), mayStore: !noStore }
}
