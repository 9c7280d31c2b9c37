import type { Identity } from '../contracts.ts'
import type { Inbound } from '../front/inbound.ts'
import { anonymous } from '../identity/keys.ts'
import type { Identified, KeyIndex } from '../identity/keys.ts'
import { whyForeign } from '../identity/local-request.ts'
import type { Snapshot } from '../snapshot.ts'
import { refuse } from './refusal.ts'
import type { Refusal } from './refusal.ts'

/** A connection keeps its key, so what was found for it is kept for a moment: hashing it again is a tenth of all of gwc's own work. */
interface Remembered {
  readonly keys: KeyIndex
  readonly authorization: string
  readonly identity: Identity
  readonly untilMs: number
}

/** How long: a key that expires or is revoked is refused within a second. */
const REMEMBER_MS = 500

const remembered = new WeakMap<object, Remembered>()

/** Who asks, by the snapshot's keys. */
export function identify(
  snapshot: Snapshot,
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
    now < known.untilMs &&
    !hasOtherKey(inbound)
  ) {
    return known.identity
  }
  const found = snapshot.keys.identify(inbound.rawHeaders, now, queryKey)
  if (!found.ok) return refuseKey(found)
  if (authorization !== undefined && queryKey === undefined && !hasOtherKey(inbound)) {
    remembered.set(inbound.connection, {
      keys: snapshot.keys,
      authorization,
      identity: found.identity,
      untilMs: now + REMEMBER_MS,
    })
  }
  return found.identity
}

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
  if (reason === 'conflicting') return refuse(400, 'conflicting_keys', message, { close: true, final: true })
  return refuse(401, 'invalid_api_key', message, { final: true })
}
