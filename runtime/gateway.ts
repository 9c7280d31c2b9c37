import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { adminParts } from './admin/admin-parts.ts'
import type { Watched } from './admin/admin-parts.ts'
import { startAdminListener } from './admin/admin-listener.ts'
import type { AdminListener } from './admin/admin-listener.ts'
import { statusesOf } from './admin/provider-statuses.ts'
import type { ProviderStatus } from './admin/status.ts'
import { adminRoutes } from './admin/routes.ts'
import { controlOf } from './cache/cache-control.ts'
import { openCaches } from './cache/caches.ts'
import type { Caches } from './cache/caches.ts'
import { openContentStore } from './content/content-store.ts'
import { presented, renewOnChange } from './front/certificate.ts'
import { drain } from './front/drain.ts'
import type { Log } from './log.ts'
import { createFrontServer } from './front/server.ts'
import { usualPace } from './proxy/relay/pace.ts'
import type { Pace } from './proxy/relay/pace.ts'
import { loadLikeness } from './proxy/cache-step.ts'
import { serve } from './proxy/serve.ts'
import { Shadows } from './proxy/shadows.ts'
import type { PolicyControl } from './policy-control.ts'
import { Turns } from './idempotency/turns.ts'
import type { TurnKeeper } from './idempotency/turns.ts'
import { openTokens } from './identity/tokens.ts'
import type { ManagedKeys } from './keys/managed-keys.ts'
import { followNames } from './money/follow-names.ts'
import { meterAlerts } from './money/meter-alerts.ts'
import type { AttemptMoney, MeterWarning, MoneyStore } from './money/store.ts'
import { webhook } from './money/webhook.ts'
import type { Trace } from './trace.ts'
import type { Seeing } from './seeing.ts'
import { openSpanExporter } from './telemetry/otlp-exporter.ts'
import type { SpanExporter } from './telemetry/otlp-exporter.ts'
import type { Shadowing } from './shadow-policy/shadowing.ts'
import type { SnapshotCell } from './snapshot.ts'
import { memoryHomes } from './upstream/answer-homes.ts'
import { memoryThoughts } from './upstream/thoughts.ts'
import { Deadlines } from './upstream/deadlines.ts'
import type { FindAddresses } from './upstream/guarded-lookup.ts'
import { RetryBudget } from './upstream/retry-budget.ts'
import { memorySessions } from './upstream/sessions.ts'
import { Slots } from './upstream/slots.ts'
import { Providers } from './upstream/target.ts'
import { nothingUnderway } from './underway.ts'
import type { Underway } from './underway.ts'

/** What a running gateway needs from outside: its snapshots, and where it reports. */
export interface GatewayParts {
  /** Holds the policy in force; publishing another one changes what the next request obeys. */
  readonly cell: SnapshotCell
  readonly log: GatewayLog
  /** What is kept for those who run it; the admin listener shows it. */
  readonly seeing?: Seeing | undefined
  /** Where a candidate policy may decide beside the current one. */
  readonly shadowing?: Shadowing
  /** The keys that are managed while it runs; absent: those of gateway.json alone. */
  readonly managed?: ManagedKeys | undefined
  /** Where holds, budgets and the ledger are kept; closed by whoever opened it, when the gateway has ended. */
  readonly money: AttemptMoney
  /** The store itself, for the admin listener; absent where another process has it. */
  readonly ledger?: MoneyStore | undefined
  /** Whether the store can be written, where another process has it. */
  readonly isWritable?: () => boolean
  /** Who keeps the answers of requests with an `idempotency-key`; default: this gateway, for itself. */
  readonly turns?: TurnKeeper
  /** Other processes listen at the same address: each takes its share of the connections. */
  readonly sharesPort?: boolean
  /** Told of each request at its end, in place of `seeing`. */
  readonly ended?: (trace: Trace) => void
  /** What the admin listener may do with the policy. */
  readonly control?: PolicyControl
  /** Told of each threshold that a budget or limit passes; default: log, metrics and webhook are. */
  readonly alert?: (warning: MeterWarning) => void
  /** 0..1, for the jitter of retries. */
  readonly random?: () => number
  /** When silent streams are kept alive, and clients that do not read are left. */
  readonly pace?: Pace
  /** Finds the addresses of a provider's name; default: as the system does. */
  readonly find?: FindAddresses
}

/** Token counts under way at once; beyond, they are counted here. Claude Code asks for 26 at a time. */
const COUNTS_MAX = 128

/** What a gateway reports: each request at its end, a store that does not answer, a bug. */
export type GatewayLog = Pick<Log, 'request' | 'info' | 'warn' | 'error' | 'dropped'>

/** A gateway that listens. */
export interface RunningGateway {
  readonly host: string
  readonly port: number
  /** Scheme, host and port of the data listener. */
  readonly url: string
  /** What it is doing at the moment. */
  readonly underway: Readonly<Underway>
  /** How its providers fare at the moment. */
  readonly providers: () => readonly ProviderStatus[]
  /** Where the admin listener is, if there is one. */
  readonly admin: Pick<AdminListener, 'host' | 'port'> | undefined
  readonly caches: Caches
  /** Stops accepting, lets what is under way end within the grace, closes; resolves to how many connections were cut. */
  readonly drain: (graceMs?: number) => Promise<number>
  /** Closes at once. */
  readonly close: () => Promise<void>
}

/** Starts the data listener of the snapshot's gateway, and its admin listener where it has one. Rejects when its address cannot be listened on. */
export async function startGateway(parts: GatewayParts): Promise<RunningGateway> {
  const { cell, log } = parts
  const { listen, tls, drainGraceMs } = cell.current.gateway
  const providers = new Providers({
    find: parts.find,
    warn: (message) => log.warn(message),
    money: parts.money,
  })
  const caches = await openCaches(cell.current.gateway.cache, {
    report: (message) => log.warn(message),
  })
  if (cell.current.table.artifact.requires.includes('semantic-cache')) await loadLikeness(caches)
  const sending = {
    counts: new Slots(COUNTS_MAX),
    deadlines: new Deadlines(),
    budget: new RetryBudget(),
    random: parts.random ?? Math.random,
    underway: nothingUnderway(),
    sessions: memorySessions(),
    homes: memoryHomes(),
    seals: memoryHomes(),
    thoughts: memoryThoughts(),
    shadows: new Shadows(),
    pace: parts.pace ?? usualPace,
    managed: parts.managed,
    tokens: openTokens(cell.current.gateway, { warn: (message) => log.warn(message) }),
    turns: parts.turns ?? new Turns(),
    money: parts.money,
    alert: parts.alert ?? alertsOf(parts),
    warn: (message: string) => log.warn(message),
  }
  closeUnused(cell, providers)
  providers.targetsOf(cell.current) // so that what is configured is told of before it is asked for
  if (parts.ledger !== undefined)
    followNames(cell, { store: parts.ledger, warn: (message) => log.warn(message) })
  let ready = true
  const isReady = (): boolean => ready
  const isWritable = parts.isWritable ?? ((): boolean => parts.ledger?.figures().writable ?? true)
  const { underway } = sending
  const content = openContentStore(join(cell.current.gateway.stateFolder, 'content'), (message) =>
    log.warn(message),
  )
  const ended = parts.ended ?? (cell.current.gateway.admin === undefined ? undefined : parts.seeing?.ended)
  const spans = spansOf(parts)
  const { shadowing } = parts
  const base = { cell, log, providers, sending, caches, shadowing }
  const serverParts = { ...base, isReady, isWritable, underway, content, ended, spans }
  const front = createFrontServer(
    (inbound) => void serve(serverParts, inbound),
    tls === undefined ? undefined : presented(tls),
  )
  const { server } = front
  server.listen({ port: listen.port, host: listen.host, reusePort: parts.sharesPort === true })
  await once(server, 'listening')
  const renewing =
    tls === undefined || front.secure === undefined ? undefined : renewOnChange(front.secure, tls, log)
  const statuses = (): readonly ProviderStatus[] => statusesOf(providers.running, performance.now())
  const admin = await startAdmin(parts, {
    cell,
    providers: statuses,
    underway,
    isReady,
    dropped: { log: log.dropped, content: () => content.dropped },
    control: parts.control,
    shadowing,
    keys: parts.managed,
    ledger: parts.ledger,
    cache: controlOf(caches),
  })
  const end = async (graceMs: number): Promise<number> => {
    ready = false
    renewing?.close()
    const endMs = performance.now() + graceMs
    const cut = await drain(front, graceMs)
    await lastWords(underway)
    await sending.shadows.drain(Math.max(0, endMs - performance.now()))
    await admin?.close()
    await spans?.close()
    providers.close()
    await caches.close()
    await content.close()
    return cut
  }
  const { port } = server.address() as AddressInfo
  return {
    host: listen.host,
    port,
    url: `${tls === undefined ? 'http' : 'https'}://${listen.host.includes(':') ? `[${listen.host}]` : listen.host}:${port}`,
    underway,
    providers: statuses,
    admin,
    caches,
    drain: (graceMs = drainGraceMs) => end(graceMs),
    close: async () => void (await end(0)),
  }
}

/** Where spans go, where gateway.json names a collector. */
function spansOf({ cell, log, seeing }: GatewayParts): SpanExporter | undefined {
  const { otlp, egress } = cell.current.gateway
  const warn = (message: string): void => log.warn(message)
  return otlp === undefined
    ? undefined
    : openSpanExporter(otlp, egress, { version: seeing?.version ?? 'unknown', warn })
}

/** Tells log, metrics and webhook of passed thresholds. */
export function alertsOf({
  cell,
  log,
  seeing,
}: Pick<GatewayParts, 'cell' | 'log' | 'seeing'>): (warning: MeterWarning) => void {
  const { webhook: url, egress } = cell.current.gateway
  return meterAlerts({
    warn: (message, fields) => log.warn(message, fields),
    metrics: seeing?.metrics,
    post: url === undefined ? undefined : webhook(url, egress),
  })
}

/** How long requests whose connections have ended may take to settle. */
const LAST_WORDS_MS = 2_000

/** Waits until every request has settled and said what it did: what it costs is written before the store closes. */
async function lastWords(underway: Readonly<Underway>): Promise<void> {
  const untilMs = performance.now() + LAST_WORDS_MS
  while (underway.requests > 0 && performance.now() < untilMs)
    await new Promise((resolve) => setTimeout(resolve, 5))
}

/** Without `admin` in gateway.json there is no listener, and nothing is kept for it. */
export async function startAdmin(
  { cell, seeing, log }: Pick<GatewayParts, 'cell' | 'seeing' | 'log'>,
  watched: Omit<Watched, 'seeing'>,
): Promise<AdminListener | undefined> {
  const { admin } = cell.current.gateway
  if (admin === undefined || seeing === undefined) return undefined
  const parts = adminParts({ ...watched, seeing })
  const listener = await startAdminListener(admin, adminRoutes, parts, log)
  return {
    ...listener,
    close: async () => {
      parts[Symbol.dispose]()
      await listener.close()
    },
  }
}

/** When a configuration was replaced and its last request has ended, the connections of the providers it alone had are closed. */
function closeUnused(cell: SnapshotCell, providers: Providers): void {
  cell.onRetire(() => {
    providers.retire(cell.current.gateway)
    closeUnused(cell, providers)
  })
}
