import type { Egress } from './config/gateway.ts'
import type { Built, PolicySource } from './reload.ts'
import { getBody } from './upstream/get-body.ts'

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
  const get = getBody(url, egress, { patienceMs: PATIENCE_MS, bytesMax })
  let known: { readonly etag: string | undefined; readonly bytes: Buffer } | undefined
  const build = async (): Promise<Built> => {
    try {
      const answer = await get(known?.etag === undefined ? {} : { 'if-none-match': known.etag })
      if (answer.status === 304 && known !== undefined) return { ok: true, bytes: known.bytes }
      if (answer.status !== 200) return refused(url, `it answered ${answer.status}`)
      if (!answer.body.includes('"checksum":'))
        return refused(url, 'what it answered is no table with a checksum; `gwc build` writes one')
      known = { etag: answer.headers.etag, bytes: answer.body }
      return { ok: true, bytes: answer.body }
    } catch (error) {
      return refused(url, whyOf(error))
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
