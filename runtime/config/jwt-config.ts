import { dirname, resolve } from 'node:path'
import type { GatewayConfig } from '../../schemas/generated/gateway.ts'
import type { Checked } from './checked.ts'
import type { JwtConfig } from './gateway.ts'
import { isLoopback } from './listen.ts'
import type { ConfigPlace } from './load-gateway.ts'
import type { ConfigProblem } from './problem.ts'
import { resolveReference } from './references.ts'

/** Facts of a key that are no claim of its holder's: they would let a token say what its gateway says. */
const ownFacts: ReadonlySet<string> = new Set(['key', 'models', 'digest', 'name', 'expires'])

/** Whose tokens are taken; `undefined` where there are keys alone. */
export function jwtOf(
  { jwt, keys }: Pick<GatewayConfig, 'jwt' | 'keys'>,
  place: ConfigPlace,
): Checked<JwtConfig | undefined> {
  if (jwt === undefined) return { value: undefined, problems: [], warnings: [] }
  const { issuer, audience, claims = {} } = jwt
  const jwks = jwksOf(jwt.jwks, place)
  const problems = [
    ...(keys === 'open' ? [openBesides] : []),
    ...jwks.problems,
    ...Object.keys(claims).flatMap(claimProblem),
  ]
  return { value: { issuer, audience, jwks: jwks.value, claims }, problems, warnings: [] }
}

const openBesides: ConfigProblem = {
  path: 'jwt',
  message: 'tokens are asked of nobody while "keys" is "open"',
  help: '"keys": "required" takes tokens and the keys that `gwc keys create` makes',
}

function claimProblem(fact: string): readonly ConfigProblem[] {
  if (!ownFacts.has(fact)) return []
  const help = 'the fact `key` of a token is its issuer and subject; name another fact'
  return [{ path: `jwt.claims.${fact}`, message: `no claim tells \`${fact}\``, help }]
}

/** INVARIANT: the URL is not quoted: a password may stand in it. */
function jwksOf(written: string, place: ConfigPlace): Checked<JwtConfig['jwks']> {
  if (written.startsWith('file:')) {
    const file = resolve(dirname(place.file), written.slice('file:'.length))
    return { value: { file }, problems: [], warnings: [] }
  }
  const read = resolveReference(written, '/jwt/jwks', place)
  if (!read.ok) return { value: { file: '' }, problems: [read.problem], warnings: [] }
  const message = urlProblem(URL.parse(read.value))
  const help = 'such as "https://login.example.com/.well-known/jwks.json", or "file:jwks.json"'
  const problems = message === undefined ? [] : [{ path: 'jwt.jwks', message, help }]
  return { value: { url: read.value }, problems, warnings: [] }
}

function urlProblem(url: URL | null): string | undefined {
  if (url === null || !/^https?:$/.test(url.protocol)) return 'this is no https: URL'
  if (url.username !== '' || url.password !== '') return 'a URL holds no credentials'
  const isSafe = url.protocol === 'https:' || isLoopback(url.hostname.replace(/^\[|\]$/g, ''))
  return isSafe ? undefined : 'keys are fetched over https: only; whoever could change them could be anybody'
}
