import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import type { Listen } from '../config/gateway.ts'
import { isLoopback } from '../config/listen.ts'
import { adminError } from './admin-error.ts'
import type { AdminAnswer } from './route.ts'

/**
 * Why a request looks as if a web page had a browser send it. The listener takes no cookies and no cross-origin calls, so none is answered; and on
 * loopback it is called by an address or as `localhost`, never by a name that somebody's DNS points there.
 */
export function browserFault({ headers }: IncomingMessage, { host }: Listen): AdminAnswer | undefined {
  if (headers.origin !== undefined || isFromPage(headers['sec-fetch-site']))
    return adminError(403, 'browser_refused', 'This listener answers no web pages; call it from a program.')
  if (!isLoopback(host) || isLocalName(headers.host ?? '')) return undefined
  return adminError(403, 'host_refused', 'This listener is called as 127.0.0.1, [::1] or localhost only.')
}

/** Browsers say `none` of an address that a person typed. */
const isFromPage = (site: string | string[] | undefined): boolean => site !== undefined && site !== 'none'

function isLocalName(hostHeader: string): boolean {
  const name = hostHeader.replace(/:\d+$/, '').replace(/^\[|\]$/g, '')
  return isIP(name) !== 0 || name.toLowerCase() === 'localhost'
}
