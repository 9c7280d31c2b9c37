import { createRequire } from 'node:module'
import type { Client } from 'undici'

/**
 * undici's client alone. Its index loads fetch, WebSocket and caches beside it, which would take a third of the gateway's
 * start; the package has no entry between the two, so this path is checked at each upgrade.
 */
const ClientAlone = createRequire(import.meta.url)('undici/lib/dispatcher/client.js') as typeof Client

/** A connection to one origin. */
export function openClient(origin: string, options: Client.Options): Client {
  return new ClientAlone(origin, options)
}
