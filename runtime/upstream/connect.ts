import { createRequire } from 'node:module'
import type { SecureContext } from 'node:tls'
import type { buildConnector as BuildConnector } from 'undici'
import type { Egress } from '../config/gateway.ts'
import { guardedLookup } from './guarded-lookup.ts'
import type { LookupRules } from './guarded-lookup.ts'
import { tunnelThrough } from './tunnel.ts'

/** Makes a socket to an origin, ready to be written to; TLS, where the origin has it, is up. */
export type OpenSocket = ReturnType<typeof BuildConnector>

const require = createRequire(import.meta.url)

/** Connects to origins as the operator says: through a proxy, believing further authorities. Deadlines are the caller's. */
export class Connector {
  readonly #egress: Egress
  readonly #tls: ReturnType<typeof trusting>

  constructor(egress: Egress) {
    this.#egress = egress
    this.#tls = trusting(egress.ca)
  }

  /**
   * How sockets are made under these rules. A provider in this machine or its network is reached directly: what is outside is the proxy's. A
   * tunnel's name is the proxy's to resolve, so only it can judge where that leads.
   */
  to(lookup: LookupRules): OpenSocket {
    const { proxy } = this.#egress
    if (proxy === undefined || lookup.allowPrivate)
      return connector({ lookup: guardedLookup(lookup), ...this.#tls })
    return tunnelThrough(proxy, connector(this.#tls), this.#tls)
  }
}

/** undici's connector, which keeps TLS sessions: alone, and loaded when the first is wanted. Deadlines are not its business. */
function connector(options: Parameters<typeof BuildConnector>[0]): OpenSocket {
  const buildConnector = require('undici/lib/core/connect.js') as typeof BuildConnector
  return buildConnector({ timeout: 0, allowH2: false, ...options })
}

/** One context for all connections: reading the well-known authorities anew for each would cost milliseconds. */
function trusting(ca: readonly string[]): { readonly secureContext?: SecureContext } {
  if (ca.length === 0) return {}
  const { createSecureContext, getCACertificates } = process.getBuiltinModule('node:tls')
  return { secureContext: createSecureContext({ ca: [...getCACertificates('default'), ...ca] }) }
}
