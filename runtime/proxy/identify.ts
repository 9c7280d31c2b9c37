import type { Network } from '../../core/address.ts'
import { parseAddress } from '../../core/address.ts'
import type { Identity } from '../contracts.ts'
import { clientAddress } from '../front/client-address.ts'
import type { Inbound } from '../front/inbound.ts'
import { anonymous } from '../identity/keys.ts'
import { credentialOf } from '../identity/credentials.ts'
import type { Identified, KeyIndex } from '../identity/keys.ts'
import { isToken } from '../identity/tokens.ts'
import type { Tokens } from '../identity/tokens.ts'
import { whyForeign } from '../identity/local-request.ts'
import type { ManagedKeys } from '../keys/managed-keys.ts'
import type { Snapshot } from '../snapshot.ts'
import { refuse } from './refusal.ts'
import type { Refusal } from './refusal.ts'

/** A connection keeps its key, so what was found for it is kept for a moment: hashing it again is a tenth of all of gwc's own work. */
interface Remembered {
  readonly keys: KeyIndex
  /** Of the managed keys. */
  readonly generation: number | undefined
  readonly authorization: string
  readonly identity: Identity
  readonly untilMs: number
}

/** How long: a key that expires or is revoked is refused within a second. */
const REMEMBER_MS = 500

const remembered = new WeakMap<object, Remembered>()

/** What lets somebody in beside the keys of gateway.json. */
export interface Credentials {
  readonly managed: ManagedKeys | undefined
  /** Absent: keys alone. */
  readonly tokens: Tokens | undefined
}

/** Who asks, by the snapshot's keys, the managed ones, or a token: at once, but for a token that is new. */
export function identify(
  snapshot: Snapshot,
  { managed, tokens }: Credentials,
  inbound: Inbound,
  queryKey: string | undefined,
): Identity | Refusal | Promise<Identity | Refusal> {
  if (snapshot.gateway.keys === 'open') return identifyOpen(snapshot, inbound)
  const { authorization } = inbound.headers
  const known = remembered.get(inbound.connection)
  const now = Date.now()
  if (
    known !== undefined &&
    queryKey === undefined &&
    known.authorization === authorization &&
    known.keys === snapshot.keys &&
    known.generation === managed?.generation &&
    now < known.untilMs &&
    !hasOtherKey(inbound)
  ) {
    return known.identity
  }
  const token = tokens === undefined ? undefined : tokenIn(inbound, queryKey)
  if (tokens !== undefined && token !== undefined) return whoseToken(tokens.identify(token))
  const found = snapshot.keys.identify(inbound.rawHeaders, now, queryKey, managed)
  if (!found.ok) return refuseKey(found)
  if (found.sources !== undefined && !isFrom(found.sources, snapshot, inbound)) return elsewhere
  if (
    authorization !== undefined &&
    queryKey === undefined &&
    found.sources === undefined &&
    !hasOtherKey(inbound)
  ) {
    remembered.set(inbound.connection, {
      keys: snapshot.keys,
      generation: managed?.generation,
      authorization,
      identity: found.identity,
      untilMs: now + REMEMBER_MS,
    })
  }
  return found.identity
}

/** A credential that has the form of a token; the key index judges any other. */
function tokenIn({ rawHeaders }: Inbound, queryKey: string | undefined): string | undefined {
  const credential = credentialOf(rawHeaders, queryKey)
  return credential.kind === 'one' && isToken(credential.key) ? credential.key : undefined
}

function whoseToken(
  found: Identified | Promise<Identified>,
): Identity | Refusal | Promise<Identity | Refusal> {
  if (found instanceof Promise) return found.then((each) => (each.ok ? each.identity : refuseKey(each)))
  return found.ok ? found.identity : refuseKey(found)
}

/** A key may be good from some addresses only: those of the client, as far as proxies are believed. */
function isFrom(
  sources: readonly Network[],
  { gateway }: Snapshot,
  { remoteAddress, headers }: Inbound,
): boolean {
  const shown = clientAddress(remoteAddress, headers, gateway.trustedProxies)
  const address = shown === undefined ? undefined : parseAddress(shown)
  return address !== undefined && sources.some(({ first, end }) => address >= first && address < end)
}

const elsewhere = refuse(403, 'foreign_address', 'This key may not be used from this address.', {
  final: true,
})

/** Anyone, but not for a web page that anyone visits and the operator has not listed. */
function identifyOpen({ gateway }: Snapshot, { headers }: Inbound): Identity | Refusal {
  const why = whyForeign(headers, gateway.origins)
  return why === undefined ? anonymous : refuse(403, 'foreign_page', why, { final: true })
}

/** A second header that carries a key must agree with the first: that is for the key index to judge. */
function hasOtherKey({ headers }: Inbound): boolean {
  return headers['x-api-key'] !== undefined || headers['x-goog-api-key'] !== undefined
}

function refuseKey({ reason, message }: Extract<Identified, { ok: false }>): Refusal {
  if (reason === 'unverified') return refuse(503, 'key_store_unavailable', message, { retryAfterMs: 5_000 })
  if (reason === 'conflicting') return refuse(400, 'conflicting_keys', message, { close: true, final: true })
  return refuse(401, 'invalid_api_key', message, { final: true })
}
