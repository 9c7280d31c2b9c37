import type { IncomingHttpHeaders } from 'node:http'
import type { AccountState, Target } from '../upstream/target.ts'
import type { Dialect } from '../wire/dialect.ts'

/** What a client's request passes up beside its dialect's own headers, in lower case. Credentials, cookies and everything hop-by-hop stay here. */
const passedUp = new Set(['accept'])
/** Session headers go to the provider whose client sent them, and to no other. */
const native: Readonly<Record<string, string>> = { 'x-codex-': 'openai', 'x-claude-code-': 'anthropic' }
/** Holds paths of the developer's machine. */
const NEVER = 'x-codex-turn-metadata'

/** The headers of a request to a provider. Flat. */
export function upstreamHeaders(
  client: IncomingHttpHeaders,
  target: Target,
  account: AccountState,
  dialect: Dialect,
): string[] {
  const headers = ownHeaders(account)
  const nominated = nominatedIn(client.connection)
  for (const name in client) {
    if (!passes(name, target.provider.config.name, dialect) || nominated?.has(name) === true) continue
    const value = client[name]
    if (typeof value === 'string') headers.push(name, value)
  }
  // What the client says of its own, such as the version of the API that it speaks, stands.
  const own = target.provider.config.row.headers
  for (const name in own) if (client[name] === undefined) headers.push(name, own[name]!)
  return headers
}

/** The headers of a request that was translated: what the client says of its own dialect means nothing there. Flat. */
export function translatedHeaders(target: Target, account: AccountState): string[] {
  return [...ownHeaders(account), ...Object.entries(target.provider.config.row.headers).flat()]
}

function ownHeaders({ auth }: AccountState): string[] {
  return ['content-type', 'application/json', 'accept-encoding', 'identity', 'user-agent', 'gwc', ...auth]
}

/** Headers that `Connection` names belong to this hop only (RFC 9110, 7.6.1); nearly always it names none. */
function nominatedIn(connection: string | undefined): ReadonlySet<string> | undefined {
  if (connection === undefined || connection === 'keep-alive' || connection === 'close') return undefined
  return new Set(connection.toLowerCase().split(/[\s,]+/))
}

function passes(name: string, provider: string, dialect: Dialect): boolean {
  if (passedUp.has(name) || dialect.headersUp.has(name)) return true
  if (!name.startsWith('x-')) return false
  if (name.startsWith('x-stainless-')) return true
  for (const prefix in native)
    if (name.startsWith(prefix)) return native[prefix] === provider && name !== NEVER
  return false
}
