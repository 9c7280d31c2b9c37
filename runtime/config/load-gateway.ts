import { readFileSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { GatewayConfig } from '../../schemas/generated/gateway.ts'
import { validate as isGatewayConfig } from '../../schemas/generated/gateway.validate.js'
import { nestsDeeper } from '../table/json-depth.ts'
import { originsOf, trustedProxiesOf } from './around-config.ts'
import { egressOf } from './egress-config.ts'
import { adminOf } from './admin-config.ts'
import type { Gateway } from './gateway.ts'
import { jwtOf } from './jwt-config.ts'
import { keysOf } from './keys-config.ts'
import type { Checked } from './checked.ts'
import { isLoopback, listenOf } from './listen.ts'
import type { ConfigProblem } from './problem.ts'
import { renderProblems } from './problem.ts'
import { providersOf } from './providers-config.ts'
import type { Surroundings } from './references.ts'
import { resolveStrings } from './references.ts'
import { schemaProblems } from './schema-problems.ts'
import { Secret } from './secret.ts'
import { otlpOf } from './telemetry-config.ts'
import { cacheOf } from './semantic-config.ts'
import { tlsOf } from './tls-config.ts'
import { inertWarnings } from './inert-warnings.ts'

export type GatewayResult =
  | { readonly ok: true; readonly gateway: Gateway }
  /** `message` has every problem, with its place and its fix, ready to print. */
  | { readonly ok: false; readonly problems: readonly ConfigProblem[]; readonly message: string }

const bytesMax = 1024 * 1024
const depthMax = 64

/** What a command line puts over the file; checked as if it stood there. */
export type GatewayOverrides = Partial<Record<'listen' | 'policy' | 'providers', unknown>>

/** Reads and checks gateway.json. Paths in it are relative to it. Never throws, never prints a value that may be secret. */
export function loadGateway(
  file: string,
  env: Surroundings['env'] = process.env,
  over: GatewayOverrides = {},
): GatewayResult {
  const path = resolve(file)
  const read = readDocument(path)
  if (!read.ok) return failed(file, [read.problem])
  const readFile = (name: string): string => readFileSync(resolve(dirname(path), name), 'utf8')
  return gatewayOf(overlaid(read.document, over), { file: path, shown: file, env, readFile })
}

const overlaid = (document: unknown, over: GatewayOverrides): unknown =>
  typeof document === 'object' && document !== null && !Array.isArray(document)
    ? { ...document, ...over }
    : document

/** Where a configuration stands, and what its references and paths are resolved against. */
export interface ConfigPlace extends Surroundings {
  /** Absolute path of gateway.json, also when there is none: paths are relative to its folder. */
  readonly file: string
  /** How messages call it. */
  readonly shown: string
}

/** The same for a document that is in memory already. */
export function gatewayOf(document: unknown, place: ConfigPlace): GatewayResult {
  const { value, problems } = resolveStrings(document, place)
  if (problems.length > 0) return failed(place.shown, problems)
  if (!isGatewayConfig(value)) return failed(place.shown, schemaProblems(value, isGatewayConfig.errors ?? []))
  return assemble(value, place)
}

function assemble(config: GatewayConfig, place: ConfigPlace): GatewayResult {
  const listen = listenOf(config.listen ?? '127.0.0.1:8787', 'listen', config.tls !== undefined)
  const tls = tlsOf(config.tls, '/tls', place)
  const origins = originsOf(config.cors)
  const trustedProxies = trustedProxiesOf(config.trustedProxies)
  const egress = egressOf(config, place)
  const keys = keysOf(config.keys, listen.value)
  const jwt = jwtOf(config, place)
  const admin = adminOf(config, listen.value, place)
  const providers = providersOf(config.providers ?? {}, place)
  const policy = policyOf(config.policy, dirname(place.file))
  const cache = cacheOf(config)
  const webhook = webhookOf(config.alerts)
  const otlp = otlpOf(config.telemetry)
  const parts = [
    policy,
    listen,
    tls,
    origins,
    trustedProxies,
    egress,
    admin,
    keys,
    jwt,
    providers,
    cache,
    webhook,
    otlp,
  ]
  const problems = parts.flatMap((part) => part.problems)
  if (problems.length > 0) return failed(place.shown, problems)
  const folder = dirname(place.file)
  const warnings = [...inertWarnings(config), ...parts.flatMap((part) => part.warnings)]
  const gateway: Gateway = {
    file: place.file,
    listen: listen.value,
    admin: admin.value,
    tls: tls.value,
    origins: origins.value,
    trustedProxies: trustedProxies.value,
    egress: egress.value,
    policyPath: policy.value,
    env: config.env ?? 'prod',
    keys: keys.value,
    jwt: jwt.value,
    cache: cache.value,
    store: storeOf(config.store, folder),
    webhook: webhook.value,
    otlp: otlp.value,
    providers: providers.value,
    limits: {
      bodyBytesMax: config.limits?.bodyBytesMax ?? 33_554_432,
      headersMax: config.limits?.headersMax ?? 100,
    },
    drainGraceMs: config.drain?.graceMs ?? 30_000,
    logLevel: config.log?.level ?? 'info',
    stateFolder: resolve(folder, '.gwc'),
    warnings,
  }
  return { ok: true, gateway }
}

/** A path, or the URL of a built table: over TLS, or of this machine. */
function policyOf(written: string, folder: string): Checked<string> {
  if (!/^https?:\/\//i.test(written)) return { value: resolve(folder, written), problems: [], warnings: [] }
  const message = policyUrlProblem(URL.parse(written))
  const help = 'such as "https://policies.example.com/live.table.json": what `gwc build` wrote'
  return {
    value: written,
    problems: message === undefined ? [] : [{ path: 'policy', message, help }],
    warnings: [],
  }
}

/** INVARIANT: the URL is not quoted: a password may stand in it. */
function policyUrlProblem(url: URL | null): string | undefined {
  if (url === null) return 'this is no URL'
  if (url.username !== '' || url.password !== '') return 'a URL holds no credentials'
  const isSafe = url.protocol === 'https:' || isLoopback(url.hostname.replace(/^\[|\]$/g, ''))
  return isSafe ? undefined : 'a policy is fetched over https: only; whoever could change it would decide all'
}

function storeOf(store: GatewayConfig['store'], folder: string): Gateway['store'] {
  if (store?.kind === 'memory') return { kind: 'memory' }
  const { path = '.gwc/gwc.db', durability = 'process' } = store ?? {}
  return { kind: 'sqlite', file: resolve(folder, path), durability }
}

/** INVARIANT: the URL is not quoted: a token may stand in it. */
function webhookOf(alerts: GatewayConfig['alerts']): Checked<Secret | undefined> {
  const { webhook } = alerts ?? {}
  const { protocol } = webhook === undefined ? { protocol: 'https:' } : (URL.parse(webhook) ?? {})
  const problem = { path: 'alerts.webhook', message: 'this is no http or https URL', help: undefined }
  const isUrl = protocol === 'https:' || protocol === 'http:'
  const value = webhook === undefined ? undefined : new Secret(webhook)
  return { value, problems: isUrl ? [] : [problem], warnings: [] }
}

function failed(file: string, problems: readonly ConfigProblem[]): GatewayResult {
  return { ok: false, problems, message: renderProblems(file, problems) }
}

// ---------------------------------------------------------------------------------------------- the file

type Document =
  | { readonly ok: true; readonly document: unknown }
  | { readonly ok: false; readonly problem: ConfigProblem }

function readDocument(path: string): Document {
  const text = readBounded(path)
  if (typeof text !== 'string') return { ok: false, problem: text }
  if (nestsDeeper(Buffer.from(text), depthMax))
    return {
      ok: false,
      problem: { path: '', message: `it nests deeper than ${depthMax} levels`, help: undefined },
    }
  try {
    return { ok: true, document: JSON.parse(text) as unknown }
  } catch (error) {
    return {
      ok: false,
      problem: {
        path: '',
        message: `it is not JSON: ${syntaxOf(error)}`,
        help: 'JSON has no comments and no comma after the last entry',
      },
    }
  }
}

function readBounded(path: string): string | ConfigProblem {
  try {
    const { size } = statSync(path)
    if (size > bytesMax)
      return { path: '', message: `it has ${size} bytes; the limit is ${bytesMax}`, help: undefined }
    return readFileSync(path, 'utf8')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable'
    if (code === 'ENOENT')
      return {
        path: '',
        message: 'there is no such file',
        help: '`gwc init` writes one; `gwc serve --demo` needs none',
      }
    return { path: '', message: `it cannot be read (${code})`, help: undefined }
  }
}

/** Where JSON ends being JSON, without the piece of the file that Node quotes: a secret may stand in it. */
function syntaxOf(error: unknown): string {
  const message = error instanceof Error ? error.message : ''
  const place = /line \d+ column \d+/.exec(message)
  if (place !== null) return `line and column ${place[0].replace('line ', '').replace(' column ', ':')}`
  return /unexpected end/i.test(message) ? 'it ends in the middle' : 'it cannot be parsed'
}
