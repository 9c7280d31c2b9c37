/** Where a provider is reached. */
export interface Origin {
  readonly protocol: 'http:' | 'https:'
  /** As the header says it: the port too, unless it is the protocol's own. */
  readonly host: string
  /** A name or an address, without brackets. */
  readonly hostname: string
  /** Empty where it is the protocol's own. */
  readonly port: string
}

/** The origin of a provider's base URL. INVARIANT: the configuration takes http and https alone. */
export function originOf({ protocol, host, hostname, port }: URL): Origin {
  return {
    protocol: protocol === 'https:' ? 'https:' : 'http:',
    host,
    hostname: hostname.startsWith('[') ? hostname.slice(1, -1) : hostname,
    port,
  }
}
