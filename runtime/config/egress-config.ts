import { X509Certificate } from 'node:crypto'
import type { GatewayConfig } from '../../schemas/generated/gateway.ts'
import type { Checked } from './checked.ts'
import type { Egress, EgressProxy } from './gateway.ts'
import type { Surroundings } from './references.ts'
import { resolveReference } from './references.ts'
import { Secret } from './secret.ts'

/** How the gateway reaches providers: through a proxy, and whom it believes beside the well-known authorities. */
export function egressOf({ proxy, ca }: GatewayConfig, around: Surroundings): Checked<Egress> {
  const through = proxyOf(proxy, around)
  const authorities = authoritiesOf(ca, around)
  return {
    value: { proxy: through.value, ca: authorities.value },
    problems: [...through.problems, ...authorities.problems],
    warnings: through.warnings,
  }
}

// ---------------------------------------------------------------------------------------------- the proxy

/** INVARIANT: the URL is never quoted, here or in a log: a password may stand in it. */
function proxyOf(written: string | undefined, around: Surroundings): Checked<EgressProxy | undefined> {
  if (written === undefined) return { value: undefined, problems: [], warnings: [] }
  const read = resolveReference(written, '/proxy', around)
  if (!read.ok) return { value: undefined, problems: [read.problem], warnings: [] }
  const url = URL.parse(read.value)
  const isInline = read.value === written
  const message = url === null ? 'this is no URL' : proxyProblem(url, isInline)
  if (url === null || message !== undefined)
    return { value: undefined, problems: [noProxy(message)], warnings: [] }
  const warning = `proxy: the proxy's password travels unencrypted to ${url.host}`
  return {
    value: { url: url.origin, authorization: basicOf(url) },
    problems: [],
    warnings: url.username !== '' && url.protocol === 'http:' ? [warning] : [],
  }
}

const noProxy = (message = 'this is no URL'): { path: string; message: string; help: string } => ({
  path: 'proxy',
  message,
  help: 'such as "http://proxy.example.com:3128", or "env:HTTPS_PROXY" where it holds a password',
})

function proxyProblem(url: URL, isInline: boolean): string | undefined {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return 'a proxy is reached by http: or https:'
  if (isInline && (url.username !== '' || url.password !== ''))
    return 'a password is not written here but referred to'
  return url.pathname !== '/' || url.search !== '' || url.hash !== '' ? 'a proxy has no path' : undefined
}

/** RFC 7617. */
function basicOf({ username, password }: URL): Secret | undefined {
  if (username === '' && password === '') return undefined
  const pair = `${decoded(username)}:${decoded(password)}`
  return new Secret(`Basic ${Buffer.from(pair).toString('base64')}`)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

// ---------------------------------------------------------------------------------------------- authorities

const certificates = /-----BEGIN CERTIFICATE-----.+?-----END CERTIFICATE-----/gs

/** `env:NAME` holds the PEM itself; `file:PATH`, or a path alone, names its file. */
function authoritiesOf(written: string | undefined, around: Surroundings): Checked<readonly string[]> {
  if (written === undefined) return { value: [], problems: [], warnings: [] }
  const reference = /^(?:env|file):/.test(written) ? written : `file:${written}`
  const read = resolveReference(reference, '/ca', around)
  if (!read.ok) return { value: [], problems: [read.problem], warnings: [] }
  const found = read.value.match(certificates) ?? []
  const problems =
    found.length > 0 && found.every(isCertificate)
      ? []
      : [
          {
            path: 'ca',
            message: 'this holds no certificates in PEM',
            help: 'a file of -----BEGIN CERTIFICATE----- blocks, one for each authority',
          },
        ]
  return { value: found, problems, warnings: [] }
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).raw.length > 0
  } catch {
    return false
  }
}
