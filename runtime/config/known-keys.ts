import type {
  Account,
  GatewayConfig,
  GatewayModel,
  GatewayPrice,
  GatewayRates,
  Provider,
  StaticKey,
} from '../../schemas/generated/gateway.ts'

type Keys<T> = Readonly<Record<Extract<keyof T, string>, true>>
type Named<T> = { [K in keyof T as string extends K ? never : K]: T[K] }

const root = {
  $schema: true,
  listen: true,
  admin: true,
  policy: true,
  env: true,
  keys: true,
  jwt: true,
  store: true,
  telemetry: true,
  alerts: true,
  cache: true,
  providers: true,
  limits: true,
  drain: true,
  log: true,
  tls: true,
  cors: true,
  trustedProxies: true,
  proxy: true,
  ca: true,
} as const satisfies Keys<GatewayConfig>
const staticKey = {
  digest: true,
  name: true,
  org: true,
  team: true,
  project: true,
  developer: true,
  models: true,
  expires: true,
} as const satisfies Keys<Named<StaticKey>>
const provider = {
  dialect: true,
  baseUrl: true,
  allowPrivate: true,
  speaks: true,
  accounts: true,
  models: true,
} as const satisfies Keys<Provider>
const account = {
  key: true,
  weight: true,
  rpm: true,
  tpm: true,
  region: true,
} as const satisfies Keys<Account>
const model = {
  price: true,
  upstream: true,
  context: true,
  maxOutput: true,
  tools: true,
  images: true,
  jsonSchema: true,
  reasoning: true,
  quality: true,
  speed: true,
} as const satisfies Keys<GatewayModel>
const rates = {
  input: true,
  output: true,
  cacheRead: true,
  cacheWrite5m: true,
  cacheWrite1h: true,
  reasoning: true,
  inputAudio: true,
  outputAudio: true,
  cacheReadAudio: true,
  inputImage: true,
  outputImage: true,
} as const satisfies Keys<GatewayRates>
const price = { ...rates, services: true, calls: true, times: true } as const satisfies Keys<GatewayPrice>
const services = { batch: true, flex: true, priority: true, ultrafast: true } as const satisfies Keys<
  NonNullable<GatewayPrice['services']>
>
const calls = { webSearch: true, fileSearch: true, mapSearch: true } as const satisfies Keys<
  NonNullable<GatewayPrice['calls']>
>
const times = { fast: true, us: true, eu: true, region: true } as const satisfies Keys<
  NonNullable<GatewayPrice['times']>
>
const jwt = { issuer: true, audience: true, jwks: true, claims: true } as const satisfies Keys<
  NonNullable<GatewayConfig['jwt']>
>
const limits = { bodyBytesMax: true, headersMax: true } as const satisfies Keys<
  NonNullable<GatewayConfig['limits']>
>

const byPlace: readonly (readonly [RegExp, object])[] = [
  [/^$/, root],
  [/^\/keys\/\d+$/, staticKey],
  [/^\/providers\/[^/]+$/, provider],
  [/^\/providers\/[^/]+\/accounts\/\d+$/, account],
  [/^\/providers\/[^/]+\/models\/[^/]+$/, model],
  [/^\/providers\/[^/]+\/models\/[^/]+\/price$/, price],
  [/^\/providers\/[^/]+\/models\/[^/]+\/price\/services$/, services],
  [/^\/providers\/[^/]+\/models\/[^/]+\/price\/services\/[^/]+$/, rates],
  [/^\/providers\/[^/]+\/models\/[^/]+\/price\/calls$/, calls],
  [/^\/providers\/[^/]+\/models\/[^/]+\/price\/times$/, times],
  [/^\/jwt$/, jwt],
  [/^\/limits$/, limits],
  [/^\/admin$/, { listen: true, key: true, tls: true }],
  [/^(?:\/admin)?\/tls$/, { cert: true, key: true }],
  [/^\/cors$/, { origins: true }],
  [/^\/store$/, { kind: true, path: true, durability: true }],
  [/^\/alerts$/, { webhook: true }],
  [/^\/telemetry$/, { otlp: true }],
  [/^\/telemetry\/otlp$/, { endpoint: true, headers: true }],
  [/^\/cache$/, { kind: true, bytesMax: true, url: true }],
  [/^\/drain$/, { graceMs: true }],
  [/^\/log$/, { level: true }],
]

/** The keys that an object of gateway.json may have at a JSON pointer; the types hold the lists to the schema. */
export function knownKeys(pointer: string): readonly string[] {
  const found = byPlace.find(([place]) => place.test(pointer))
  return found === undefined ? [] : Object.keys(found[1])
}
