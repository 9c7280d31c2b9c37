import type { Network } from '../../core/address.ts'
import type { GatewayModel } from '../../core/catalogue.ts'
import type { Provider, StaticKey } from '../../schemas/generated/gateway.ts'
import type { ProviderRow } from './provider-rows.ts'
import type { Secret } from './secret.ts'

/** gateway.json once it is read: defaults filled in, paths absolute, secrets resolved and hidden. An immutable value. */
export interface Gateway {
  /** Where it was read from. */
  readonly file: string
  readonly listen: Listen
  /** Certificate and key of the data listener; without them it speaks plain HTTP. */
  readonly tls: TlsFiles | undefined
  /** Web origins whose pages may call the data listener; exact. */
  readonly origins: readonly string[]
  /** Proxies before the gateway whose word on the client's address is taken. */
  readonly trustedProxies: readonly Network[]
  readonly egress: Egress
  /** `undefined`: there is no admin listener. */
  readonly admin: AdminConfig | undefined
  /** A .route file or a built table: an absolute path; or the URL of a built table. */
  readonly policyPath: string
  readonly env: 'dev' | 'test' | 'stage' | 'prod'
  /** `open`: anyone, on loopback; else the keys that are known. */
  readonly keys: 'open' | readonly StaticKey[]
  /** Whose tokens are taken beside keys. */
  readonly jwt: JwtConfig | undefined
  readonly cache: CacheConfig
  /** Where money is kept. */
  readonly store: StoreConfig
  /** Where passed thresholds are posted. */
  readonly webhook: Secret | undefined
  /** Where spans are sent; `undefined`: nowhere, and none are made. */
  readonly otlp: OtlpConfig | undefined
  /** In file order, which decides for a model name that several providers have. */
  readonly providers: readonly ProviderConfig[]
  readonly limits: { readonly bodyBytesMax: number; readonly headersMax: number }
  readonly drainGraceMs: number
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
  /** Folder for what the gateway itself keeps: the last good table. */
  readonly stateFolder: string
  /** What is accepted but does not act in this version; the log names each at start. */
  readonly warnings: readonly string[]
}

/** Where the admin listener listens, and what opens it. */
export interface AdminConfig {
  readonly listen: Listen
  /** SHA-256 of its key; the key itself is not kept. */
  readonly keyDigest: Buffer
  /** Without it the listener speaks plain HTTP. */
  readonly tls?: TlsFiles | undefined
}

export interface Listen {
  /** Without brackets. */
  readonly host: string
  /** 0 picks a free port. */
  readonly port: number
}

/** A certificate and its private key. */
export interface TlsFiles {
  readonly cert: Pem
  readonly key: Pem
}

/** PEM: a file, which is read again when it changes, or the text itself. */
export type Pem = { readonly file: string } | { readonly text: Secret }

/** How providers are reached. */
export interface Egress {
  readonly proxy: EgressProxy | undefined
  /** PEM certificates of authorities that are believed beside the well-known ones. */
  readonly ca: readonly string[]
}

export interface EgressProxy {
  /** Scheme, host and port; never a password. */
  readonly url: string
  /** The value of `proxy-authorization`. */
  readonly authorization: Secret | undefined
}

/** An issuer of tokens, and what its claims tell. */
export interface JwtConfig {
  readonly issuer: string
  readonly audience: string
  /** Where its public keys are; a file is an absolute path. */
  readonly jwks: { readonly url: string } | { readonly file: string }
  /** Identity facts and claims of keys, each by the token's claim that tells it. */
  readonly claims: Readonly<Record<string, string>>
}

/** A collector of OpenTelemetry's. */
export interface OtlpConfig {
  /** With the path of traces. */
  readonly endpoint: string
  /** By name in lower case; some are keys. */
  readonly headers: Readonly<Record<string, Secret>>
}

export type CacheConfig = (
  | { readonly kind: 'memory'; readonly bytesMax: number }
  /** The URL may hold a password. */
  | { readonly kind: 'redis'; readonly url: Secret }
) & { readonly semantic?: SemanticConfig }

/** How like questions are found. */
export interface SemanticConfig {
  readonly entriesMax: number
  /** Of vectors. */
  readonly bytesMax: number
  /** 0..1: hits that are answered afresh too, and compared. */
  readonly shadow: number
  /** The policy's budget that this is charged to; `undefined`: what the request itself is charged to. */
  readonly budget: string | undefined
  /** `undefined`: questions are found by their words. */
  readonly embedder: EmbedderConfig | undefined
}

export interface EmbedderConfig {
  /** Catalogue id. */
  readonly model: string
  readonly dimensions: number
  readonly withinMs: number
}

export type StoreConfig =
  | { readonly kind: 'memory' }
  /** `file` is an absolute path. */
  | { readonly kind: 'sqlite'; readonly file: string; readonly durability: 'process' | 'power' }

export interface ProviderConfig {
  readonly name: string
  readonly dialect: Provider['dialect']
  /** Up to and with the version segment, without a slash at its end. */
  readonly baseUrl: string
  /** It may be in this machine or its network: its base URL says so, or `allowPrivate` does. */
  readonly allowPrivate: boolean
  /** At least one; without a key for servers that want none. */
  readonly accounts: readonly Account[]
  /** What this provider's API wants. */
  readonly row: ProviderRow
  readonly models: Readonly<Record<string, GatewayModel>>
}

export interface Account {
  readonly key: Secret | undefined
  /** Its share of the traffic beside the provider's other accounts; 1 unless the file says otherwise. */
  readonly weight: number
  /** Requests and tokens that it may be sent per minute; `undefined` = as many as the provider takes. */
  readonly rpm: number | undefined
  readonly tpm: number | undefined
  /** Where it is, for people: nothing is chosen by it. */
  readonly region: string | undefined
}
