import { createRequire } from 'node:module'
import type { Client } from 'undici'

const require = createRequire(import.meta.url)

/**
 * undici's client for one origin, loaded when the first is wanted and without its index, which loads fetch, WebSocket and caches
 * beside it; the package has no entry between the two, so this path is checked at each upgrade.
 */
export function openClient(origin: string, options: Client.Options): Client {
  const ClientAlone = require('undici/lib/dispatcher/client.js') as typeof Client
  return new ClientAlone(origin, options)
}
