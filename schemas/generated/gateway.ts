/* Generated from schemas/gateway.schema.json by `npm run generate`. */

/**
 * host:port; port 0 picks a free one.
 */
export type Address = string
/**
 * `env:NAME` or `file:PATH`, never the secret itself.
 */
export type Secret = string
export type Factor = number

/**
 * gateway.json: listeners, providers, accounts, keys, stores. Paths are relative to this file. Any string may be `env:NAME` or `file:PATH`; secrets must be.
 */
export interface GatewayConfig {
  $schema?: string
  /**
   * host:port; port 0 picks a free one.
   */
  listen?: string
  admin?: {
    listen: Address
    key: Secret
    tls?: Tls
  }
  /**
   * A .route file, a built table (*.json), or the https: URL of one, which is asked for once a minute.
   */
  policy: string
  /**
   * The deployment fact `env`.
   */
  env?: 'dev' | 'test' | 'stage' | 'prod'
  /**
   * `required`: only known keys (managed keys of the store). `open`: anyone, on a loopback listener only. A list: static keys.
   */
  keys?: ('required' | 'open') | StaticKey[]
  /**
   * Tokens (JSON Web Tokens) that are taken beside keys: signed with RS256, PS256, ES256 or EdDSA by a key of the issuer's.
   */
  jwt?: {
    /**
     * The claim `iss`, to the letter.
     */
    issuer: string
    /**
     * What the claim `aud` has to name.
     */
    audience: string
    /**
     * Where the issuer's public keys are (a JSON Web Key Set): an https: URL, or `file:PATH`. Read when the first token comes, and again every ten minutes.
     */
    jwks: string
    /**
     * Which claim tells which fact: `org`, `team`, `project`, `developer`, or a claim of keys (`key:NAME`).
     */
    claims?: {
      [k: string]: string
    }
  }
  /**
   * Where holds, budgets, limits, the ledger and managed keys are kept. Default: sqlite, in .gwc/gwc.db beside this file.
   */
  store?: MemoryStore | SqliteStore
  telemetry?: {
    otlp?: Otlp
  }
  alerts?: {
    /**
     * Each threshold of `warn at` that is passed is posted to this URL as JSON, beside the log and the metrics.
     */
    webhook?: string
  }
  cache?: MemoryCache | RedisCache
  providers?: {
    [k: string]: Provider
  }
  limits?: {
    bodyBytesMax?: number
    headersMax?: number
  }
  drain?: {
    graceMs?: number
  }
  log?: {
    level?: 'debug' | 'info' | 'warn' | 'error' | 'silent'
  }
  tls?: Tls
  cors?: {
    /**
     * Web origins whose pages may call the data listener, exact: "https://chat.example.com". Default: none.
     *
     * @maxItems 1000
     */
    origins?: string[]
  }
  /**
   * Networks of proxies before gwc whose `Forwarded` or `X-Forwarded-For` tells the client's address: "10.0.0.0/8".
   *
   * @maxItems 1000
   */
  trustedProxies?: string[]
  /**
   * URL of the HTTP or HTTPS proxy through which providers are reached (CONNECT); `env:NAME` where it holds a password. Providers in this machine or its network are reached directly.
   */
  proxy?: string
  /**
   * A PEM file of certificate authorities that are believed beside the well-known ones when providers are reached.
   */
  ca?: string
}
/**
 * TLS 1.2 and 1.3, HTTP/1.1. The files are watched: a renewed pair is used for new connections.
 */
export interface Tls {
  /**
   * PEM file of the certificate, those that signed it after it; or `env:NAME` of a variable that holds the PEM.
   */
  cert: string
  /**
   * PEM file of its private key, or `env:NAME`.
   */
  key: string
}
export interface StaticKey {
  /**
   * SHA-256 of the whole key, in hexadecimal.
   */
  digest: string
  /**
   * What logs call it; default: the digest's first 8 digits.
   */
  name?: string
  org?: string
  team?: string
  project?: string
  developer?: string
  /**
   * Ids or globs this key may ask for; absent = all.
   */
  models?: string[]
  /**
   * RFC 3339; refused from then on.
   */
  expires?: string
  /**
   * A claim that the facts schema takes with `key:NAME`.
   */
  [k: string]: string | string[] | undefined
}
/**
 * Forgotten at the end of the process: for tests.
 */
export interface MemoryStore {
  kind: 'memory'
}
export interface SqliteStore {
  kind: 'sqlite'
  path?: string
  /**
   * `process`: what is held outlives a crash of gwc. `power`: of the machine too; each write waits for the disk.
   */
  durability?: 'process' | 'power'
}
export interface Otlp {
  /**
   * Collector that takes OTLP over HTTP as JSON, such as http://127.0.0.1:4318; without a path, /v1/traces is asked for.
   */
  endpoint: string
  /**
   * Sent with each batch; a key as env:NAME or file:PATH.
   */
  headers?: {
    [k: string]: string
  }
}
export interface MemoryCache {
  kind: 'memory'
  bytesMax?: number
  semantic?: SemanticCache
}
/**
 * How `semantic` of a policy's cache table finds like questions. Absent: by words alone, with what stands as default here.
 */
export interface SemanticCache {
  /**
   * Questions that are kept at most; the one that was used longest ago goes first.
   */
  entriesMax?: number
  /**
   * Memory of their vectors.
   */
  bytesMax?: number
  /**
   * Share of semantic hits that are answered afresh too, and compared by the policy's judge.
   */
  shadow?: number
  /**
   * The policy's budget that this is charged to. Absent: whatever the request itself is charged to.
   */
  budget?: string
  /**
   * A model that proposes like questions, in place of their words. The verifier decides all the same.
   */
  embedder?: {
    /**
     * provider/name: an embedding model of a provider of this file.
     */
    model: string
    dimensions: number
    /**
     * Later is a miss.
     */
    withinMs?: number
  }
}
export interface RedisCache {
  kind: 'redis'
  url: string
  semantic?: SemanticCache
}
export interface Provider {
  dialect: 'openai' | 'anthropic' | 'gemini' | 'bedrock'
  /**
   * Up to and with the version segment, such as http://127.0.0.1:8000/v1. Default: the provider's public endpoint.
   */
  baseUrl?: string
  /**
   * Its name may lead to an address of this machine or its network. A base URL that is such an address, a name of one label, or one below .localhost, .local, .internal or .home.arpa may without it.
   */
  allowPrivate?: boolean
  /**
   * The APIs that it serves, where they are others than gwc knows of it. Default: those of its row.
   *
   * @minItems 1
   */
  speaks?: [
    'chat' | 'responses' | 'completions' | 'embeddings' | 'messages' | 'generate',
    ...('chat' | 'responses' | 'completions' | 'embeddings' | 'messages' | 'generate')[]
  ]
  /**
   * @minItems 1
   */
  accounts?: [Account, ...Account[]]
  /**
   * Models this provider serves beyond the catalogue, or rows that stand over it.
   */
  models?: {
    [k: string]: GatewayModel
  }
}
export interface Account {
  key?: Secret
  weight?: number
  rpm?: number
  tpm?: number
  /**
   * Where the account is, for people who read this file; nothing is chosen by it.
   */
  region?: string
}
export interface GatewayModel {
  price?: GatewayPrice
  /**
   * The name this provider knows it by, when it differs.
   */
  upstream?: string
  context?: number
  maxOutput?: number
  tools?: boolean
  images?: boolean
  jsonSchema?: boolean
  reasoning?: boolean
  quality?: number
  /**
   * Tokens a second, for `fastest`.
   */
  speed?: number
}
/**
 * Dollars per million tokens, at every time and size of input; what is absent stays as the catalogue has it.
 */
export interface GatewayPrice {
  input?: number
  output?: number
  cacheRead?: number
  cacheWrite5m?: number
  cacheWrite1h?: number
  reasoning?: number
  inputAudio?: number
  outputAudio?: number
  cacheReadAudio?: number
  inputImage?: number
  outputImage?: number
  /**
   * Prices of the provider's other services.
   */
  services?: {
    batch?: GatewayRates
    flex?: GatewayRates
    priority?: GatewayRates
    ultrafast?: GatewayRates
  }
  /**
   * Dollars for a thousand calls of the provider's own tools.
   */
  calls?: {
    webSearch?: number
    fileSearch?: number
    mapSearch?: number
  }
  /**
   * By what every rate is multiplied where a request asks for that: 1.1.
   */
  times?: {
    fast?: Factor
    us?: Factor
    eu?: Factor
    region?: Factor
  }
}
/**
 * Dollars per million tokens.
 */
export interface GatewayRates {
  input?: number
  output?: number
  cacheRead?: number
  cacheWrite5m?: number
  cacheWrite1h?: number
  reasoning?: number
  inputAudio?: number
  outputAudio?: number
  cacheReadAudio?: number
  inputImage?: number
  outputImage?: number
}
