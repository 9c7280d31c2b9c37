import { firstV4, parseNetwork } from './address.ts'
import type { AddressNumber, Network } from './address.ts'

/**
 * Who may stand behind an address: `public`, anyone on the Internet; `private`, this machine or its network; `forbidden`,
 * nobody that a request may be sent to: a cloud's metadata, which hands out credentials, or no single machine at all.
 */
export type AddressKind = 'public' | 'private' | 'forbidden'

/**
 * First match decides. Sources: the IANA special-purpose registries of IPv4 and IPv6 (RFC 6890), the clouds' manuals for
 * their metadata.
 */
const rows: readonly (readonly [AddressKind, readonly string[]])[] = [
  // Metadata beyond link-local: Alibaba, Oracle, Azure's host agent; AWS, its EKS, Google, Scaleway over IPv6.
  ['forbidden', ['100.100.100.200', '192.0.0.192', '168.63.129.16']],
  ['forbidden', ['fd00:ec2::254', 'fd00:ec2::23', 'fd20:ce::254', 'fd00:42::42']],
  // Unspecified (which Linux takes for loopback), link-local, multicast, broadcast.
  ['forbidden', ['0.0.0.0/8', '169.254.0.0/16', '224.0.0.0/4', '255.255.255.255']],
  ['forbidden', ['::/128', 'fe80::/10', 'ff00::/8']],
  ['private', ['127.0.0.0/8', '10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10']],
  ['private', ['192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '198.18.0.0/15', '198.51.100.0/24']],
  ['private', ['203.0.113.0/24', '240.0.0.0/4']],
  // Teredo lies in 2001::/23; what is not 2000::/3 is not routed.
  ['private', ['2001::/23', '2001:db8::/32', '3fff::/20', '::/3', '4000::/2', '8000::/1']],
]

/** Networks whose addresses lead to an IPv4 address, its last bit this many from the right, and the best that such an address can be. */
const carriers: readonly (readonly [string, bigint, AddressKind])[] = [
  // NAT64 (RFC 6052): how machines without IPv4 reach all of it.
  ['64:ff9b::/96', 0n, 'public'],
  // 6to4 (RFC 7526: no longer in use), IPv4-compatible addresses (RFC 4291: never were).
  ['2002::/16', 80n, 'private'],
  ['::/96', 0n, 'private'],
]

const networkOf = (text: string): Network => {
  const network = parseNetwork(text)
  if (network === undefined) throw new Error(`no network: ${text}`)
  return network
}

const networks = rows.flatMap(([kind, texts]) => texts.map((text) => ({ kind, ...networkOf(text) })))
const carrierNetworks = carriers.map(([text, shift, best]) => ({ ...networkOf(text), shift, best }))

const isIn = ({ first, end }: Network, address: AddressNumber): boolean => address >= first && address < end

/** The kind of an address: the worse of its own and of the IPv4 address that it carries. */
export function addressKind(address: AddressNumber): AddressKind {
  const carrier = carrierNetworks.find((network) => isIn(network, address))
  const own = networks.find((network) => isIn(network, address))?.kind ?? 'public'
  if (carrier === undefined || own === 'forbidden' || address === 1n) return own
  const carried = addressKind(firstV4 + ((address >> carrier.shift) & 0xffff_ffffn))
  return carried === 'public' ? carrier.best : carried
}
