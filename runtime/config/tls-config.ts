import type { KeyObject } from 'node:crypto'
import { createPrivateKey, X509Certificate } from 'node:crypto'
import { dirname, resolve } from 'node:path'
import type { GatewayConfig } from '../../schemas/generated/gateway.ts'
import type { Checked } from './checked.ts'
import type { Pem, TlsFiles } from './gateway.ts'
import type { ConfigPlace } from './load-gateway.ts'
import type { ConfigProblem } from './problem.ts'
import { pathOf } from './problem.ts'
import { resolveReference } from './references.ts'
import { Secret } from './secret.ts'

const DAY_MS = 86_400_000
/** A certificate that ends sooner is worth a word at each start. */
const soonMs = 14 * DAY_MS

/** A listener's certificate and key, read once to see that they are what they say and belong together. */
export function tlsOf(
  written: GatewayConfig['tls'],
  pointer: string,
  place: ConfigPlace,
): Checked<TlsFiles | undefined> {
  if (written === undefined) return { value: undefined, problems: [], warnings: [] }
  const cert = readPem(written.cert, `${pointer}/cert`, place, (text) => new X509Certificate(text))
  const key = readPem(written.key, `${pointer}/key`, place, createPrivateKey)
  if (!cert.ok || !key.ok)
    return { value: undefined, problems: [...problemOf(cert), ...problemOf(key)], warnings: [] }
  const problems = cert.is.checkPrivateKey(key.is) ? [] : [stranger(`${pathOf(pointer)}.key`)]
  return {
    value: { cert: cert.pem, key: key.pem },
    problems,
    warnings: expiry(cert.is, `${pathOf(pointer)}.cert`),
  }
}

type ReadPem<T> =
  | { readonly ok: true; readonly pem: Pem; readonly is: T }
  | { readonly ok: false; readonly problem: ConfigProblem }

/** `env:NAME` holds the PEM itself; `file:PATH`, or a path alone, names its file. INVARIANT: no message quotes what stands in it. */
function readPem<T extends KeyObject | X509Certificate>(
  written: string,
  pointer: string,
  place: ConfigPlace,
  parse: (text: string) => T,
): ReadPem<T> {
  const reference = /^(?:env|file):/.test(written) ? written : `file:${written}`
  const read = resolveReference(reference, pointer, place)
  if (!read.ok) return read
  try {
    const pem: Pem = reference.startsWith('env:')
      ? { text: new Secret(read.value) }
      : { file: resolve(dirname(place.file), reference.slice('file:'.length)) }
    return { ok: true, pem, is: parse(read.value) }
  } catch {
    return { ok: false, problem: noPem(pathOf(pointer)) }
  }
}

const problemOf = (read: ReadPem<unknown>): readonly ConfigProblem[] => (read.ok ? [] : [read.problem])

const noPem = (path: string): ConfigProblem => ({
  path,
  message: path.endsWith('key') ? 'this is no private key in PEM' : 'this is no certificate in PEM',
  help: 'a file that begins with -----BEGIN …-----, its key without a passphrase',
})

const stranger = (path: string): ConfigProblem => ({
  path,
  message: 'this key is not the key of the certificate',
  help: 'the certificate of the server comes first in its file, those that signed it after',
})

function expiry(certificate: X509Certificate, path: string): readonly string[] {
  const left = certificate.validToDate.getTime() - Date.now()
  if (left > soonMs) return []
  const when = certificate.validToDate.toISOString()
  return [
    left < 0 ? `${path}: the certificate expired at ${when}` : `${path}: the certificate expires at ${when}`,
  ]
}
