import type { Underway } from '../underway.ts'
import type { CacheControl } from '../cache/cache-control.ts'
import { readCache } from '../metrics/cache-metrics.ts'
import type { Gateway } from '../config/gateway.ts'
import { nameOf } from '../identity/keys.ts'
import type { ManagedKeys } from '../keys/managed-keys.ts'
import type { MoneyStore } from '../money/store.ts'
import type { Metrics } from '../metrics/metrics.ts'
import { readMeters } from '../metrics/meter-metrics.ts'
import { processMetrics } from '../metrics/process-metrics.ts'
import type { PolicyControl } from '../policy-control.ts'
import type { Seeing } from '../seeing.ts'
import type { ShadowReport } from '../shadow-policy/shadow.ts'
import type { Shadowing } from '../shadow-policy/shadowing.ts'
import type { SnapshotCell } from '../snapshot.ts'
import { bareUrl } from './bare-url.ts'
import type { AdminParts } from './route.ts'
import type { ProviderStatus, Status } from './status.ts'

/** A running gateway as the admin listener looks at it. */
export interface Watched {
  readonly seeing: Seeing
  readonly cell: SnapshotCell
  readonly providers: () => readonly ProviderStatus[]
  readonly underway: Underway
  /** False while it drains. */
  readonly isReady: () => boolean
  /** Lines that were not written, by sink. */
  readonly dropped: Readonly<Record<'log' | 'content', () => number>>
  readonly control: PolicyControl | undefined
  readonly shadowing: Shadowing | undefined
  readonly keys: ManagedKeys | undefined
  readonly ledger: MoneyStore | undefined
  readonly cache: CacheControl
}

/** What the admin routes look at; disposing it stops watching the process. */
export function adminParts(watched: Watched): AdminParts & Disposable {
  const { metrics, recent, audit, version } = watched.seeing
  const process = processMetrics(metrics, version)
  return {
    metrics,
    recent,
    audit,
    control: watched.control,
    keys: watched.keys,
    ledger: watched.ledger,
    cache: watched.cache,
    staticKeys: () => namesOf(watched.cell.current.gateway.keys),
    status: () => statusOf(watched),
    readGauges: () => {
      process.read()
      readPolicy(metrics, watched)
      for (const [sink, count] of Object.entries(watched.dropped))
        metrics.logDropped.with(sink).value = count()
      readHealth(metrics, watched)
      readMoney(metrics, watched)
      readCache(metrics, watched.cache.figures())
      readShadowPolicy(metrics, watched.shadowing?.report)
    },
    [Symbol.dispose]: () => process[Symbol.dispose](),
  }
}

function namesOf(keys: Gateway['keys']): ReadonlySet<string> {
  return new Set(keys === 'open' ? [] : keys.map(nameOf))
}

function readPolicy(metrics: Metrics, { cell, seeing, underway }: Watched): void {
  metrics.inFlight.with().set(underway.requests)
  metrics.streams.with().set(underway.streams)
  metrics.policy.clear()
  metrics.policy.with(cell.current.version).set(1)
  metrics.policySince.with().set(seeing.policySinceMs / 1000)
}

/** Without a candidate there are no series. */
function readShadowPolicy(metrics: Metrics, report: ShadowReport | undefined): void {
  metrics.shadowPolicy.clear()
  metrics.shadowPolicyDifferences.clear()
  if (report === undefined) return
  for (const result of ['same', 'different', 'skipped', 'failed'] as const)
    metrics.shadowPolicy.with(result).value = report[result]
  for (const [kind, count] of Object.entries(report.kinds))
    metrics.shadowPolicyDifferences.with(kind).value = count
}

/** Without a store of its own there are no series. */
function readMoney(metrics: Metrics, { ledger, cell }: Watched): void {
  if (ledger === undefined) return
  readMeters(metrics, cell.current.table, ledger)
  const figures = ledger.figures()
  metrics.storeWritable.with().set(figures.writable ? 1 : 0)
  metrics.spooledRows.with().set(figures.spooledRows)
  metrics.holds.with().set(figures.holds)
  metrics.frozenPairs.with().set(figures.frozen)
  metrics.boundViolations.with().value = figures.boundViolations
  metrics.softOvershoot.with().value = figures.softOvershootNanos / 1e9
  metrics.counterDifferences.with().value = figures.counterDifferences
}

const breakerNumbers = { closed: 0, 'half-open': 1, open: 2, held: 2 } as const

function readHealth(metrics: Metrics, { providers }: Watched): void {
  metrics.breakers.clear()
  for (const { name, accounts } of providers())
    for (const { account, models } of accounts)
      for (const [model, { state }] of Object.entries(models))
        metrics.breakers.with(name, String(account), model).set(breakerNumbers[state])
}

function statusOf({ seeing, cell, providers, underway, isReady, ledger }: Watched): Status {
  const isWritable = ledger?.figures().writable ?? true
  const { version, generation, gateway } = cell.current
  const { host, port } = gateway.listen
  return {
    version: seeing.version,
    node: process.version.slice(1),
    startedAt: new Date(Date.now() - process.uptime() * 1000).toISOString(),
    uptimeS: Math.round(process.uptime()),
    ready: isReady() && isWritable,
    draining: !isReady(),
    listen: `${host}:${port}`,
    policy: {
      version,
      file: /^https?:/i.test(gateway.policyPath) ? bareUrl(gateway.policyPath) : gateway.policyPath,
      generation,
      since: new Date(seeing.policySinceMs).toISOString(),
    },
    reload: seeing.lastReload,
    requests: { inFlight: underway.requests, streams: underway.streams },
    providers: providers(),
    audit: { seq: seeing.audit.head.seq, hash: seeing.audit.head.hash },
  }
}
