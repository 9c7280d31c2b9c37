import { createRequire } from 'node:module'
import type { SecureContext } from 'node:tls'
import type { buildConnector as BuildConnector, Client } from 'undici'
import type { Egress } from '../config/gateway.ts'
import { guardedLookup } from './guarded-lookup.ts'
import type { LookupRules } from './guarded-lookup.ts'
import { tunnelThrough } from './tunnel.ts'

/** How undici's client is told to make its sockets: options for its own connector, or one of ours. */
export type Connect = NonNullable<Client.Options['connect']>

const buildConnector = createRequire(import.meta.url)('undici/lib/core/connect.js') as typeof BuildConnector

/** Connects to origins as the operator says: through a proxy, believing further authorities. Deadlines are the caller's. */
export class Connector {
  readonly #egress: Egress
  readonly #tls: ReturnType<typeof trusting>

  constructor(egress: Egress) {
    this.#egress = egress
    this.#tls = trusting(egress.ca)
  }

  /**
   * What `Client` takes as `connect`. A provider in this machine or its network is reached directly: what is outside is the proxy's. A
   * tunnel's name is the proxy's to resolve, so only it can judge where that leads.
   */
  to(lookup: LookupRules): Connect {
    const { proxy } = this.#egress
    if (proxy === undefined || lookup.allowPrivate)
      return { timeout: 0, lookup: guardedLookup(lookup), ...this.#tls }
    const inside = buildConnector({ timeout: 0, allowH2: false, ...this.#tls })
    return tunnelThrough(proxy, inside, this.#tls)
  }
}

/** One context for all connections: reading the well-known authorities anew for each would cost milliseconds. */
function trusting(ca: readonly string[]): { readonly secureContext?: SecureContext } {
  if (ca.length === 0) return {}
  const { createSecureContext, getCACertificates } = process.getBuiltinModule('node:tls')
  return { secureContext: createSecureContext({ ca: [...getCACertificates('default'), ...ca] }) }
}
