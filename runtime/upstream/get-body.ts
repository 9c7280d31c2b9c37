import type { IncomingHttpHeaders } from 'node:http'
import type { Dispatcher } from 'undici'
import { isPrivateName } from '../../core/private-name.ts'
import type { Egress } from '../config/gateway.ts'
import { isLoopback } from '../config/listen.ts'
import { Connector } from './connect.ts'
import { openClient } from './open-client.ts'

/** How long an answer is waited for, and how long it may be. */
export interface GetBounds {
  readonly patienceMs: number
  /** A server that goes on is not listened to. */
  readonly bytesMax: number
}

/** What a server answered, whatever its status. */
export interface GotBody {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

/** Reads a URL of the operator's by the way out that gateway.json names. Redirects are not followed; rejects when there is no whole answer in time. */
export function getBody(
  url: URL,
  egress: Egress,
  { patienceMs, bytesMax }: GetBounds,
): (headers?: Readonly<Record<string, string>>) => Promise<GotBody> {
  const connector = new Connector(egress)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  // The operator's file names the host, so it may be anywhere; through a proxy only what is not near.
  const isNear = egress.proxy === undefined || isLoopback(host) || isPrivateName(host)
  return async (headers = {}) => {
    const client = openClient(url.origin, {
      connect: connector.to({ allowPrivate: isNear }),
      bodyTimeout: patienceMs,
    })
    try {
      return await get(client, `${url.pathname}${url.search}`, headers, { patienceMs, bytesMax })
    } finally {
      void client.destroy()
    }
  }
}

function get(
  client: Dispatcher,
  path: string,
  headers: Readonly<Record<string, string>>,
  { patienceMs, bytesMax }: GetBounds,
): Promise<GotBody> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    let head: Pick<GotBody, 'status' | 'headers'> = { status: 0, headers: {} }
    const timer = setTimeout(() => reject(new FetchError('no answer in time')), patienceMs)
    client.dispatch(
      { method: 'GET', path, headers: { accept: 'application/json', ...headers } },
      {
        onRequestStart: () => undefined,
        onResponseStart: (_, status, received) => void (head = { status, headers: received }),
        onResponseData: (controller, chunk) => {
          size += chunk.length
          if (size > bytesMax) controller.abort(new FetchError(`more than ${bytesMax} bytes`))
          else chunks.push(chunk)
        },
        onResponseEnd: () => {
          clearTimeout(timer)
          resolve({ ...head, body: Buffer.concat(chunks, size) })
        },
        onResponseError: (_, error) => {
          clearTimeout(timer)
          reject(error)
        },
      },
    )
  })
}

/** Why there is no answer, in words. */
class FetchError extends Error {
  override readonly name = 'FetchError'

  override toString(): string {
    return this.message
  }
}
