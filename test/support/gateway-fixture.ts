import { serialize } from '../../compiler/emit.ts'
import { catalogueOf } from '../../core/catalogue.ts'
import type { Model } from '../../core/catalogue.ts'
import { keyIndex } from '../../runtime/identity/keys.ts'
import { digestOf, makeKey } from '../../runtime/identity/key-format.ts'
import { Secret } from '../../runtime/config/secret.ts'
import type { Account, Gateway, ProviderConfig } from '../../runtime/config/gateway.ts'
import { geminiServer } from '../../runtime/config/gemini-providers.ts'
import { openaiServer } from '../../runtime/config/openai-providers.ts'
import { providerRow } from '../../runtime/config/provider-rows.ts'
import { startGateway } from '../../runtime/gateway.ts'
import { stateClock } from '../../runtime/make-snapshot.ts'
import type { GatewayLog, RunningGateway } from '../../runtime/gateway.ts'
import type { ManagedKeys } from '../../runtime/keys/managed-keys.ts'
import { openMemoryStore } from '../../runtime/money/open-memory-store.ts'
import type { MoneyStore } from '../../runtime/money/store.ts'
import type { Seeing } from '../../runtime/seeing.ts'
import type { Shadowing } from '../../runtime/shadow-policy/shadowing.ts'
import type { Pace } from '../../runtime/proxy/relay/pace.ts'
import { SnapshotCell } from '../../runtime/snapshot.ts'
import type { Snapshot } from '../../runtime/snapshot.ts'
import { loadTable } from '../../runtime/table/load.ts'
import type { DialectName } from '../../runtime/wire/dialect.ts'
import type { Trace } from '../../runtime/trace.ts'
import type { Action, AttemptAction, FailureClass, Stage } from '../../schemas/generated/decision-table.ts'
import type { StaticKey } from '../../schemas/generated/gateway.ts'
import { compileText } from './compile-text.ts'
import { attemptOnce, buildTable, bytesOf, pinned } from './table-builder.ts'
import type { TableSpec } from './table-builder.ts'
import type { FindAddresses } from '../../runtime/upstream/guarded-lookup.ts'

/** The key that the fixture's gateways know. */
export const clientKey = makeKey(() => Buffer.alloc(32, 7))

/** A provider of the fixture: an OpenAI-compatible server at a base URL. */
export interface FixtureProvider {
  readonly baseUrl: string
  readonly allowPrivate?: boolean
  /** One account for each; default one, `upstream-secret`. */
  readonly accounts?: readonly (string | FixtureAccount)[]
  readonly usageInStream?: 'include' | 'always' | 'never'
  /** The APIs that it serves; default: those of its row. */
  readonly speaks?: readonly DialectName[]
  /** Default: `openai`. */
  readonly dialect?: 'openai' | 'anthropic' | 'gemini'
}

/** An account of the fixture that says more than its key. */
export type FixtureAccount = { readonly key: string } & Partial<Omit<Account, 'key'>>

export interface FixtureOptions {
  readonly providers: Readonly<Record<string, FixtureProvider>>
  /** Catalogue rows; default: a capable one for each model that the table names. */
  readonly models?: readonly Model[]
  readonly keys?: 'open' | readonly StaticKey[]
  readonly bodyBytesMax?: number
  readonly drainGraceMs?: number
  /** Finds the addresses of providers' names. */
  readonly find?: FindAddresses
  /** Where a candidate may decide beside. */
  readonly shadowing?: Shadowing
  /** More of gateway.json, as it is once read. */
  readonly config?: Partial<Gateway>
  /** The admin listener; default: none. */
  readonly admin?: Gateway['admin']
  readonly seeing?: Seeing
  /** When silent streams are kept alive, and clients that do not read are left. */
  readonly pace?: Pace
  /** Keys that are managed while it runs. */
  readonly managed?: ManagedKeys
  /** Where money is kept; default: in memory, for this gateway alone. */
  readonly money?: MoneyStore
  /** In place of keeping every trace. */
  readonly logTrace?: (trace: Trace) => void
}

/** A gateway under test, with the traces of what it did and the bugs it met. */
export interface Fixture extends AsyncDisposable {
  readonly gateway: RunningGateway
  readonly cell: SnapshotCell
  /** For clients: with the version segment. */
  readonly baseUrl: string
  readonly traces: readonly Trace[]
  readonly bugs: readonly unknown[]
  /** What the operator was warned of. */
  readonly warnings: readonly string[]
  /** Publishes another table. */
  readonly publish: (spec: PolicySpec) => string
}

/** What a gateway is to obey: rows of a table, or the text of a policy. */
export type PolicySpec = TableSpec | string

/** Starts a gateway that obeys a table built straight from rows, or the policy of a text. */
export async function startFixture(spec: PolicySpec, options: FixtureOptions): Promise<Fixture> {
  const config = gatewayConfig(options)
  const cell = new SnapshotCell(snapshotOf(spec, options, config, 1))
  const traces: Trace[] = []
  const bugs: unknown[] = []
  const warnings: string[] = []
  const log: GatewayLog = {
    request: options.logTrace ?? ((trace) => traces.push(trace)),
    info: () => undefined,
    dropped: () => 0,
    warn: (message) => warnings.push(message),
    error: (message, fields) => bugs.push({ message, ...fields }),
  }
  const gateway = await startGateway({
    cell,
    log,
    money:
      options.money ??
      openMemoryStore({ writing: () => undefined, alarm: (message) => warnings.push(message) }),
    ledger: options.money,
    managed: options.managed,
    ...(options.seeing && { seeing: options.seeing }),
    ...(options.find && { find: options.find }),
    ...(options.shadowing && { shadowing: options.shadowing }),
    ...(options.pace && { pace: options.pace }),
  })
  return {
    gateway,
    cell,
    baseUrl: `http://127.0.0.1:${gateway.port}/v1`,
    traces,
    bugs,
    warnings,
    publish: (next) => {
      const snapshot = snapshotOf(next, options, config, cell.current.generation + 1)
      cell.publish(snapshot)
      return snapshot.version
    },
    [Symbol.asyncDispose]: () => gateway.close(),
  }
}

/** A table that sends every request through one chain. */
export function routeAll(stages: readonly Stage[], attempt: Partial<AttemptAction> = {}): TableSpec {
  const [first, ...rest] = stages
  const chain: Action = { kind: 'chain', stages: [first!, ...rest] }
  return {
    axes: [],
    route: [{ allow: {}, action: chain, rule: 'everything' }],
    attempt: [{ allow: {}, action: { ...attemptOnce, retries: 0, ...attempt } as AttemptAction, rule: null }],
    models: modelsOf(stages),
  }
}

/** Failures that a later stage takes when the policy does not say. */
export const defaultOn: readonly FailureClass[] = ['429', 'overloaded', '5xx', 'timeout', 'unavailable']

/** A stage of models; several are taken as `cheapest`. */
export function stage(models: string | readonly string[], on: readonly FailureClass[] = []): Stage {
  const list = typeof models === 'string' ? [models] : [...models]
  return {
    pick: list.length === 1 ? 'model' : 'cheapest',
    models: list,
    on: [...on],
    shown: list.join(' | '),
  }
}

/** A stage that sends what the client asked for. */
export const asked: Stage = { pick: 'asked', models: [], on: [], shown: 'asked' }

/** A catalogue row that can do everything. */
export function capable(id: string, more: Partial<Model> = {}): Model {
  const row = pinned(id) as unknown as Model
  return {
    ...row,
    capabilities: { tools: true, images: true, jsonSchema: true, reasoning: true, streaming: true },
    ...more,
  }
}

function modelsOf(stages: readonly Stage[]): NonNullable<TableSpec['models']> {
  return [...new Set(stages.flatMap((each) => each.models))].map(
    (id) => capable(id) as unknown as NonNullable<TableSpec['models']>[number],
  )
}

function snapshotOf(
  spec: PolicySpec,
  options: FixtureOptions,
  gateway: Gateway,
  generation: number,
): Snapshot {
  const loaded = loadTable(typeof spec === 'string' ? builtFrom(spec) : bytesOf(buildTable(spec)))
  if (!loaded.ok) throw new Error(loaded.message)
  const rows = options.models ?? (loaded.table.artifact.models as unknown as readonly Model[])
  const models = catalogueOf(
    { date: '2026-11-22', sources: {}, models: [...rows] },
    Object.keys(options.providers),
  )
  return {
    version: loaded.table.version,
    generation,
    table: loaded.table,
    gateway,
    keys: keyIndex(gateway.keys),
    models,
    stateAt: stateClock('UTC', gateway, models),
  }
}

/** The table of a policy's text, which must compile. */
function builtFrom(text: string): Buffer {
  const { table, diagnostics } = compileText(text)
  if (table === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'))
  return Buffer.from(serialize(table))
}

function gatewayConfig({
  providers,
  keys,
  admin,
  bodyBytesMax = 32 * 1024 * 1024,
  drainGraceMs = 2_000,
  config = {},
}: FixtureOptions): Gateway {
  return {
    file: 'gateway.json',
    listen: { host: '127.0.0.1', port: 0 },
    tls: undefined,
    origins: [],
    trustedProxies: [],
    egress: { proxy: undefined, ca: [] },
    admin,
    policyPath: 'main.route',
    env: 'test',
    keys: keys ?? [{ digest: digestOf(clientKey), name: 'tester', team: 'payments' }],
    jwt: undefined,
    cache: { kind: 'memory', bytesMax: 1 << 20 },
    store: { kind: 'memory' },
    webhook: undefined,
    providers: Object.entries(providers).map(([name, said]) => providerConfig(name, said)),
    limits: { bodyBytesMax, headersMax: 100 },
    drainGraceMs,
    logLevel: 'silent',
    otlp: undefined,
    stateFolder: '.gwc',
    warnings: [],
    ...config,
  }
}

function accountOf(said: string | FixtureAccount): Account {
  const { key, ...more } = typeof said === 'string' ? { key: said } : said
  return { key: new Secret(key), weight: 1, rpm: undefined, tpm: undefined, region: undefined, ...more }
}

function providerConfig(
  name: string,
  {
    baseUrl,
    accounts = ['upstream-secret'],
    dialect = 'openai',
    usageInStream,
    allowPrivate = false,
    speaks,
  }: FixtureProvider,
): ProviderConfig {
  const row = providerRow(name, dialect)
  return {
    name,
    dialect,
    baseUrl,
    allowPrivate,
    accounts: accounts.map(accountOf),
    row: {
      ...row,
      // A server that is not known is one that speaks everything.
      speaks:
        speaks ??
        (row === openaiServer ? [...row.speaks, 'anthropic-messages', ...geminiServer.speaks] : row.speaks),
      usageInStream: usageInStream ?? row.usageInStream,
    },
    models: {},
  }
}
