import type { IncomingHttpHeaders } from 'node:http'
import type { AddressNumber, Network } from '../../core/address.ts'
import { parseAddress, showAddress } from '../../core/address.ts'

/** Hops that are looked at, from the right; no chain of proxies is longer. */
const hopsMax = 32

/**
 * The address of the client: the socket's, or behind trusted proxies what the last of them says. The hops are read from the right, past those that are
 * trusted: what stands further left, anybody may have written. `undefined` where it cannot be told: a hop that is no address, or `Forwarded` (RFC 7239) and
 * `X-Forwarded-For` that do not agree, for a client may have sent the one that the proxy does not write.
 */
export function clientAddress(
  peer: string | undefined,
  headers: IncomingHttpHeaders,
  trusted: readonly Network[],
): string | undefined {
  const last = peer === undefined ? undefined : parseAddress(peer)
  if (last === undefined) return undefined
  if (!isTrusted(last, trusted)) return showAddress(last)
  const said = [hopsOf(headers['x-forwarded-for'], (hop) => hop), hopsOf(headers.forwarded, forOf)]
  const told = said.flatMap((hops) => (hops === undefined ? [] : [clientOf(hops, last, trusted)]))
  const [first = last] = told
  return first === 'unknown' || told.some((each) => each !== first) ? undefined : showAddress(first)
}

function isTrusted(address: AddressNumber, trusted: readonly Network[]): boolean {
  return trusted.some(({ first, end }) => address >= first && address < end)
}

/** The rightmost hop that is not trusted; the leftmost one where all are. */
function clientOf(
  hops: readonly string[],
  peer: AddressNumber,
  trusted: readonly Network[],
): AddressNumber | 'unknown' {
  let client = peer
  for (const hop of hops.toReversed()) {
    const address = parseAddress(withoutPort(hop))
    if (address === undefined) return 'unknown'
    client = address
    if (!isTrusted(address, trusted)) break
  }
  return client
}

/** The last hops of a header, leftmost first; `undefined` for a header that is not there. */
function hopsOf(
  header: string | readonly string[] | undefined,
  read: (element: string) => string,
): readonly string[] | undefined {
  if (header === undefined) return undefined
  const elements = String(header).split(',').slice(-hopsMax)
  return elements.map((element) => read(element.trim()))
}

/** `for` of one element of `Forwarded`. */
function forOf(element: string): string {
  const [, quoted, token] = /(?:^|;)\s*for=(?:"([^"\\]*)"|([^";,\s]*))\s*(?:;|$)/i.exec(element) ?? []
  return quoted ?? token ?? ''
}

/** `[2001:db8::1]:443` and `192.0.2.1:443` without what no address has. */
function withoutPort(hop: string): string {
  const [, bracketed, v4] = /^(?:\[([^\]]*)\]|([\d.]+))(?::\d{1,5})?$/.exec(hop) ?? []
  return bracketed ?? v4 ?? hop
}
