import { hash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { CryptoKey, JSONWebKeySet, JWTPayload } from 'jose'
import type { Egress, Gateway, JwtConfig } from '../config/gateway.ts'
import type { Identity } from '../contracts.ts'
import { getBody } from '../upstream/get-body.ts'
import { keySet } from './key-set.ts'
import type { FindPublicKey } from './key-set.ts'
import type { Identified } from './keys.ts'

/** The tokens of an issuer, as an alternative to keys. */
export interface Tokens {
  /** Who a token speaks for: at once where it was verified within the last minute. Never rejects. */
  readonly identify: (token: string) => Identified | Promise<Identified>
}

/** What tokens are verified with. */
export interface TokenParts {
  readonly warn: (message: string) => void
  /** Milliseconds since 1970. */
  readonly clock?: () => number
  /** Reads the issuer's keys, in place of what gateway.json names. */
  readonly load?: () => Promise<string>
}

/** Signatures with a public key; never `none`, and never a secret that the gateway would share with the issuer (RFC 8725, 3.1). */
const algorithms = ['RS256', 'PS256', 'ES256', 'EdDSA']
/** How far clocks may be apart. */
const LEEWAY_S = 60
/** How long a verified token is believed without being verified again, and how many are. */
const REMEMBER_MS = 60_000
const REMEMBERED_MAX = 10_000
const SUBJECT_CHARS_MAX = 256
const KEYS_BOUNDS = { patienceMs: 3_000, bytesMax: 1024 * 1024 }

const form = /^eyJ[\w-]*\.[\w-]+\.[\w-]+$/

/** Whether a credential has the form of a token: a JSON object in base64url, and two parts more. No key of gwc has a dot. */
export const isToken = (credential: string): boolean => form.test(credential)

/** Verifies the tokens of a gateway's issuer; `undefined` where it takes keys alone. */
export function openTokens(
  { jwt, egress }: Pick<Gateway, 'jwt' | 'egress'>,
  { warn, clock = Date.now, load }: TokenParts,
): Tokens | undefined {
  if (jwt === undefined) return undefined
  const loadKeys = load ?? keysAt(jwt.jwks, egress)
  const believed = new Map<string, { readonly identified: Identified; readonly untilMs: number }>()
  let verifying: Promise<Verify> | undefined

  const believe = (digest: string, { identified, expiresMs }: Verified): Identified => {
    if (identified.ok) {
      believed.set(digest, { identified, untilMs: Math.min(expiresMs, clock() + REMEMBER_MS) })
      const [oldest] = believed.keys()
      if (believed.size > REMEMBERED_MAX && oldest !== undefined) believed.delete(oldest)
    }
    return identified
  }
  return {
    identify: (token) => {
      const digest = hash('sha256', token, 'hex')
      const known = believed.get(digest)
      if (known !== undefined && clock() < known.untilMs) return known.identified
      believed.delete(digest)
      verifying ??= verifier(jwt, { warn, clock, load: loadKeys })
      return verifying.then((verify) => verify(token)).then((verified) => believe(digest, verified))
    },
  }
}

/** Where the issuer's keys are read. */
function keysAt(jwks: JwtConfig['jwks'], egress: Egress): () => Promise<string> {
  if ('file' in jwks) return () => readFile(jwks.file, 'utf8')
  const get = getBody(new URL(jwks.url), egress, KEYS_BOUNDS)
  return async () => {
    const { status, body } = await get()
    if (status !== 200) throw new Error(`their server answered ${status}`)
    return body.toString()
  }
}

/** What verifying came to, and when the token ends to be good. */
interface Verified {
  readonly identified: Identified
  readonly expiresMs: number
}

type Verify = (token: string) => Promise<Verified>

/** jose, loaded when the first token comes. */
async function verifier(config: JwtConfig, parts: Required<TokenParts>): Promise<Verify> {
  const { createLocalJWKSet, jwtVerify } = await import('jose')
  const find = keySet({ ...parts, parse: (text) => createLocalJWKSet(JSON.parse(text) as JSONWebKeySet) })
  const { issuer, audience } = config
  return async (token) => {
    const options = { issuer, audience, algorithms, clockTolerance: LEEWAY_S, requiredClaims: ['exp', 'sub'] }
    try {
      const currentDate = new Date(parts.clock())
      const { payload } = await jwtVerify(token, orThrow(find), { ...options, currentDate })
      return { identified: identified(payload, config), expiresMs: ((payload.exp ?? 0) + LEEWAY_S) * 1000 }
    } catch (error) {
      return { identified: whyNot(error), expiresMs: 0 }
    }
  }
}

/** No key was found for a token. */
class NoKey extends Error {
  readonly isVerified: boolean

  constructor(isVerified: boolean) {
    super('no key')
    this.isVerified = isVerified
  }
}

/** As jose takes it: a key or an error. */
function orThrow(find: FindPublicKey): (...asked: Parameters<FindPublicKey>) => Promise<CryptoKey> {
  return async (header, token) => {
    const found = await find(header, token)
    if (typeof found === 'string') throw new NoKey(found === 'unknown')
    return found
  }
}

function identified(payload: JWTPayload, config: JwtConfig): Identified {
  const { sub } = payload
  if (typeof sub !== 'string' || sub === '' || sub.length > SUBJECT_CHARS_MAX)
    return refuse('malformed', `The token's \`sub\` is no text of 1 to ${SUBJECT_CHARS_MAX} characters.`)
  return { ok: true, identity: identityOf(`${config.issuer}#${sub}`, payload, config), sources: undefined }
}

const claimIn = (payload: JWTPayload, claim: string): unknown =>
  Object.hasOwn(payload, claim) ? payload[claim] : undefined

const identityFacts = ['org', 'team', 'project', 'developer'] as const

/** A claim that is no text, number or boolean tells nothing: a fact has one value. */
function identityOf(key: string, payload: JWTPayload, { claims }: JwtConfig): Identity {
  const told = Object.entries(claims).flatMap(([fact, claim]) => {
    const text = textOf(claimIn(payload, claim))
    return text === undefined ? [] : [[fact, text] as const]
  })
  const unread = Object.keys(claims).filter((fact) => isUnread(payload, claims[fact] ?? ''))
  const named = told.filter(([fact]) => isIdentityFact(fact))
  const rest = told.filter(([fact]) => !isIdentityFact(fact))
  return Object.freeze({
    key,
    ...Object.fromEntries(named),
    claims: Object.fromEntries(rest),
    ...(unread.length > 0 && { unread }),
    models: undefined,
  })
}

const isIdentityFact = (fact: string): boolean => (identityFacts as readonly string[]).includes(fact)

/** Whether a token has a claim that tells nothing: `null` is as if it had none. */
function isUnread(payload: JWTPayload, claim: string): boolean {
  const value = claimIn(payload, claim)
  return value !== undefined && value !== null && textOf(value) === undefined
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined
}

/** Nothing of the token stands in what the client is told. */
function whyNot(error: unknown): Identified {
  if (error instanceof NoKey) return error.isVerified ? notSigned : unverified
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  switch (code) {
    case 'ERR_JWT_EXPIRED':
      return refuse('expired', 'This token has expired; get a new one from its issuer.')
    case 'ERR_JWT_CLAIM_VALIDATION_FAILED':
      return refuse('unknown', 'This token is not for this gateway, or not yet: its claims do not fit.')
    case 'ERR_JOSE_ALG_NOT_ALLOWED':
      return refuse('unknown', `This token is not signed with one of ${algorithms.join(', ')}.`)
    default:
      return notSigned
  }
}

type Refused = Extract<Identified, { ok: false }>

function refuse(reason: Refused['reason'], message: string): Refused {
  return { ok: false, reason, message }
}

const notSigned = refuse('unknown', 'No key of the issuer that this gateway believes has signed this token.')

const unverified = refuse(
  'unverified',
  "The issuer's keys cannot be read, so this token cannot be checked. Send the request again shortly.",
)
