import type { Network } from '../../core/address.ts'
import { parseNetwork, showNetwork } from '../../core/address.ts'
import type { GatewayConfig } from '../../schemas/generated/gateway.ts'
import type { Checked } from './checked.ts'
import type { ConfigProblem } from './problem.ts'

/** Web origins whose pages may call the gateway: exact ones, for a key in a page is anybody's who opens it. */
export function originsOf(cors: GatewayConfig['cors']): Checked<readonly string[]> {
  const origins = cors?.origins ?? []
  const problems = origins.flatMap((origin, index) => originProblem(origin, `cors.origins[${index}]`))
  return { value: origins, problems, warnings: [] }
}

function originProblem(origin: string, path: string): readonly ConfigProblem[] {
  const help = 'scheme, host and port as a browser sends them, such as "https://chat.example.com"'
  if (origin.includes('*'))
    return [{ path, message: 'origins are exact: there is no `*` among them', help: `list each: ${help}` }]
  const url = URL.parse(origin)
  const exact = url === null || url.origin === 'null' ? `${url?.protocol}//${url?.host}` : url.origin
  if (url !== null && exact === origin) return []
  const meant = url === null || url.host === '' ? '' : `; did you mean ${JSON.stringify(exact)}?`
  return [{ path, message: 'this is no origin', help: `${help}${meant}` }]
}

/** The networks of proxies before the gateway whose word on the client's address is taken. */
export function trustedProxiesOf(written: readonly string[] = []): Checked<readonly Network[]> {
  const read = written.map((text) => parseNetwork(text))
  const problems = written.flatMap((_, index) => networkProblem(read[index], `trustedProxies[${index}]`))
  return { value: read.filter((network) => network !== undefined), problems, warnings: [] }
}

function networkProblem(network: Network | undefined, path: string): readonly ConfigProblem[] {
  if (network === undefined)
    return [{ path, message: 'this is no network', help: 'such as "10.0.0.0/8", "::1" or "2001:db8::/32"' }]
  if (!network.hasHostBits) return []
  const message = 'this prefix names an address inside its network'
  return [{ path, message, help: `write ${JSON.stringify(showNetwork(network))}` }]
}
