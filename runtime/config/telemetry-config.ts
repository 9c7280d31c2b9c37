import type { GatewayConfig } from '../../schemas/generated/gateway.ts'
import type { Checked } from './checked.ts'
import type { OtlpConfig } from './gateway.ts'
import type { ConfigProblem } from './problem.ts'
import { Secret } from './secret.ts'

/** Where OTLP is served for traces, unless the endpoint says more. */
const TRACES = '/v1/traces'

/** A token of RFC 9110 and visible ASCII: nothing that could end a line. */
const NAME = /^[!#$%&'*+.^_`|~0-9a-z-]+$/i
const VALUE = /^[\t\x20-\x7e]*$/

/** The collector that spans are sent to. INVARIANT: values of headers are not quoted: one is a key. */
export function otlpOf(telemetry: GatewayConfig['telemetry']): Checked<OtlpConfig | undefined> {
  const otlp = telemetry?.otlp
  if (otlp === undefined) return { value: undefined, problems: [], warnings: [] }
  const url = URL.parse(otlp.endpoint)
  const headers = Object.entries(otlp.headers ?? {})
  const problems = [...endpointProblem(url), ...headers.flatMap(headerProblem)]
  if (url === null || problems.length > 0) return { value: undefined, problems, warnings: [] }
  if (url.pathname === '/') url.pathname = TRACES
  const secrets = headers.map(([name, value]) => [name.toLowerCase(), new Secret(value)] as const)
  return {
    value: { endpoint: url.href, headers: Object.fromEntries(secrets) },
    problems: [],
    warnings: [],
  }
}

function endpointProblem(url: URL | null): readonly ConfigProblem[] {
  const path = 'telemetry.otlp.endpoint'
  const help = 'such as "http://127.0.0.1:4318"; a key belongs into `headers`'
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:'))
    return [{ path, message: 'this is no http or https URL', help }]
  if (url.username === '' && url.password === '') return []
  return [{ path, message: 'a URL holds no credentials', help }]
}

function headerProblem([name, value]: readonly [string, string]): readonly ConfigProblem[] {
  if (NAME.test(name) && VALUE.test(value)) return []
  return [{ path: `telemetry.otlp.headers.${name}`, message: 'this is no header', help: undefined }]
}
