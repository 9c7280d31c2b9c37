import type { IncomingHttpHeaders } from 'node:http'
import { addressKind } from '../../core/address-kind.ts'
import { parseAddress } from '../../core/address.ts'
import { isPrivateName } from '../../core/private-name.ts'

/**
 * Why a request to a gateway that asks for no key may come from a page of the Internet, in a sentence; `undefined` when it does
 * not. Loopback keeps machines out and browsers in: a page may post to 127.0.0.1 unseen, and read the answer too once its own
 * name leads there (DNS rebinding). The one is told by its Origin, the other by its Host.
 */
export function whyForeign(
  { host = '', origin }: IncomingHttpHeaders,
  listed: readonly string[] = [],
): string | undefined {
  if (origin !== undefined && !listed.includes(origin) && !isLocalOrigin(origin))
    return 'This gateway asks for no key, so it answers no pages of other sites; list keys, or the page under "cors", in gateway.json.'
  if (isLocalHost(host.replace(/:\d+$/, ''))) return undefined
  return 'This gateway asks for no key, so it answers only at an address or a private name; list keys in gateway.json.'
}

/** Programs that are no web pages name a scheme of their own (`vscode-webview:`). `null` may be any page in a sandbox. */
function isLocalOrigin(origin: string): boolean {
  const url = URL.parse(origin)
  if (url === null) return false
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return url.protocol !== 'data:'
  return url.hostname === 'localhost' || url.hostname.endsWith('.localhost') || isOwnAddress(url.hostname)
}

const addressOf = (host: string): bigint | undefined => parseAddress(host.replace(/^\[|\]$/g, ''))

function isOwnAddress(host: string): boolean {
  const address = addressOf(host)
  return address !== undefined && addressKind(address) === 'private'
}

/** A page's name leads here only if its owner decides what it leads to. */
function isLocalHost(host: string): boolean {
  return addressOf(host) !== undefined || isPrivateName(host)
}
