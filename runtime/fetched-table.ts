import type { IncomingHttpHeaders } from 'node:http'
import type { Dispatcher } from 'undici'
import { isPrivateName } from '../core/private-name.ts'
import type { Egress } from './config/gateway.ts'
import { isLoopback } from './config/listen.ts'
import type { Built, PolicySource } from './reload.ts'
import { Connector } from './upstream/connect.ts'
import { openClient } from './upstream/open-client.ts'

/** How often the server is asked; what has not changed costs one 304. */
const EVERY_MS = 60_000
const PATIENCE_MS = 30_000
/** More than any table; a server that goes on is not listened to. */
const bytesMax = 64 * 1024 * 1024

/**
 * A built table behind a URL: asked for once a minute with the ETag of the last one. Redirects are not followed, and a table without its checksum is not
 * taken: half a table is none.
 */
export function fetchedTable(url: URL, egress: Egress, everyMs = EVERY_MS): PolicySource {
  const connector = new Connector(egress)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  // The operator's file names the host, so it may be anywhere; through a proxy only what is not near.
  const isNear = egress.proxy === undefined || isLoopback(host) || isPrivateName(host)
  let known: { readonly etag: string | undefined; readonly bytes: Buffer } | undefined
  const build = async (): Promise<Built> => {
    const client = openClient(url.origin, {
      connect: connector.to({ allowPrivate: isNear }),
      bodyTimeout: PATIENCE_MS,
    })
    try {
      const answer = await get(client, `${url.pathname}${url.search}`, known?.etag)
      if (answer.status === 304 && known !== undefined) return { ok: true, bytes: known.bytes }
      if (answer.status !== 200) return refused(url, `it answered ${answer.status}`)
      if (!answer.body.includes('"checksum":'))
        return refused(url, 'what it answered is no table with a checksum; `gwc build` writes one')
      known = { etag: answer.headers.etag, bytes: answer.body }
      return { ok: true, bytes: answer.body }
    } catch (error) {
      return refused(url, whyOf(error))
    } finally {
      void client.destroy()
    }
  }
  return { build, files: () => [], everyMs }
}

/** What Node says of a certificate that no known authority has signed. */
const unknownAuthority: ReadonlySet<string> = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
])

function whyOf(error: unknown): string {
  if (!(error instanceof Error && 'code' in error)) return String(error)
  const code = String(error.code)
  return unknownAuthority.has(code)
    ? `${code}: no authority that is known here has signed its certificate; \`ca\` of gateway.json names a file with further ones`
    : code
}

/** Without the query, where somebody may have put a token. */
function refused({ origin, pathname }: URL, why: string): Built {
  return { ok: false, message: `cannot read the policy of ${origin}${pathname}: ${why}` }
}

interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

function get(client: Dispatcher, path: string, etag: string | undefined): Promise<Answer> {
  const headers = { accept: 'application/json', ...(etag === undefined ? {} : { 'if-none-match': etag }) }
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    let head: Pick<Answer, 'status' | 'headers'> = { status: 0, headers: {} }
    const timer = setTimeout(() => reject(new FetchError('no answer in time')), PATIENCE_MS)
    client.dispatch(
      { method: 'GET', path, headers },
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
