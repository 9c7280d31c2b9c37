import type { Network } from '../../core/address.ts'
import { parseAddress } from '../../core/address.ts'
import type { Identity } from '../contracts.ts'
import { clientAddress } from '../front/client-address.ts'
import type { Inbound } from '../front/inbound.ts'
import { anonymous } from '../identity/keys.ts'
import type { Identified, KeyIndex } from '../identity/keys.ts'
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

/** Who asks, by the snapshot's keys and the managed ones. */
export function identify(
  snapshot: Snapshot,
  managed: ManagedKeys | undefined,
  inbound: Inbound,
  queryKey: string | undefined,
): Identity | Refusal {
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
