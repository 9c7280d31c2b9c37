import { lookup as systemLookup } from 'node:dns'
import type { LookupAddress } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { addressKind } from '../../core/address-kind.ts'
import { parseAddress } from '../../core/address.ts'

/** Finds every address of a name, as `dns.lookup` does with `all`. */
export type FindAddresses = (
  hostname: string,
  options: { readonly all: true; readonly family?: number; readonly hints?: number },
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void

/** What a lookup may lead to, and who is told when it led elsewhere. */
export interface LookupRules {
  /** Addresses of this machine and its network too; cloud metadata never. */
  readonly allowPrivate: boolean
  readonly find?: FindAddresses | undefined
  /** The name and the addresses that were refused. */
  readonly onRefused?: ((hostname: string, addresses: readonly string[]) => void) | undefined
}

/** Code of the error when a name leads to none but forbidden addresses. */
export const ADDRESS_REFUSED = 'ERR_ADDRESS_REFUSED'

/**
 * The lookup of a socket to a provider: gives it the allowed addresses of the name and no others, so that the address that was
 * checked is the one that is connected to, whatever the name says at the next question (DNS rebinding). The name itself stays
 * what TLS is asked for.
 */
export function guardedLookup(rules: LookupRules): LookupFunction {
  const { find = systemLookup } = rules
  return (hostname, { family, hints, all }, done) => {
    const wanted = { all: true, ...numeric('family', family), ...numeric('hints', hints) } as const
    find(hostname, wanted, (error, found) => {
      if (error !== null) return done(error, '')
      const allowed = found.filter(({ address }) => mayConnect(address, rules.allowPrivate))
      const [first] = allowed
      if (first === undefined) return done(refused(hostname, found, rules), '')
      if (all === true) done(null, allowed)
      else done(null, first.address, first.family)
    })
  }
}

const numeric = (name: 'family' | 'hints', value: unknown): object =>
  typeof value === 'number' ? { [name]: value } : {}

/** Zones (`fe80::1%eth0`) belong to link-local addresses alone, and are no addresses here. */
function mayConnect(text: string, allowPrivate: boolean): boolean {
  const address = parseAddress(text)
  if (address === undefined) return false
  const kind = addressKind(address)
  return kind === 'public' || (kind === 'private' && allowPrivate)
}

function refused(
  hostname: string,
  found: readonly LookupAddress[],
  { onRefused }: LookupRules,
): NodeJS.ErrnoException {
  const addresses = found.map(({ address }) => address)
  onRefused?.(hostname, addresses)
  return Object.assign(new Error(`${hostname} leads to ${addresses.join(', ')}`), { code: ADDRESS_REFUSED })
}
