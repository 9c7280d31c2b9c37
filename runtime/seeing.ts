import type { AuditChange, AuditHead } from './audit/chain.ts'
import { openAuditLog } from './audit/audit-log.ts'
import type { AuditLog } from './audit/audit-log.ts'
import type { LastReload } from './admin/status.ts'
import type { Log } from './log.ts'
import { createMetrics } from './metrics/metrics.ts'
import type { Metrics } from './metrics/metrics.ts'
import { requestMetrics } from './metrics/request-metrics.ts'
import { keepRecent } from './recent-requests.ts'
import type { RecentRequests } from './recent-requests.ts'
import type { Reloaded, ReloadTold, Wish } from './reload.ts'
import type { Trace } from './trace.ts'

/** What is kept of a gateway's doings for those who run it: counts, the last requests, the last reload, what was changed. */
export interface Seeing {
  /** The version of gwc. */
  readonly version: string
  readonly metrics: Metrics
  readonly recent: RecentRequests
  readonly audit: AuditLog
  readonly lastReload: LastReload | undefined
  /** When the policy that is obeyed was published, in ms of Unix time. */
  readonly policySinceMs: number
  /** Counts and keeps a request that has ended. A few hundred nanoseconds. */
  readonly ended: (trace: Trace) => void
  /** Counts a reload, and writes what it changed into the audit log. */
  readonly reloaded: ReloadTold
}

/** Opens what is seen of a gateway; its audit log goes on in `stateFolder`. */
export async function openSeeing(
  stateFolder: string,
  version: string,
  log: Pick<Log, 'info' | 'error'>,
): Promise<Seeing> {
  const metrics = createMetrics()
  const recent = keepRecent()
  const audit = await openAuditLog(stateFolder, {
    recorded: (entry) => log.info('a change was recorded', auditFields(entry)),
    failed: (message) => log.error(message),
  })
  const count = requestMetrics(metrics)
  let lastReload: LastReload | undefined
  let policySinceMs = Date.now()
  return {
    version,
    metrics,
    recent,
    audit,
    get lastReload() {
      return lastReload
    },
    get policySinceMs() {
      return policySinceMs
    },
    ended: (trace) => {
      count(trace)
      if (trace.decision?.log.level !== 'off') recent.add(trace)
    },
    reloaded: (result, before, wish) => {
      lastReload = lastReloadOf(result)
      metrics.reloads.with(result.kind).add()
      if (result.kind !== 'overtaken') metrics.policyRefused.with().set(result.kind === 'refused' ? 1 : 0)
      if (result.kind === 'published') {
        policySinceMs = Date.now()
        recent.settle()
      }
      if (result.kind === 'published' || result.kind === 'refused')
        void audit.record(changeOf(result, before, wish))
    },
  }
}

/** The hash goes into the log too: whoever keeps the log can tell a log of changes that was written anew. */
function auditFields({ actor, action, seq, hash }: AuditHead & AuditChange): Record<string, string | number> {
  return { actor, action, seq, hash }
}

function lastReloadOf(result: Reloaded): LastReload {
  const at = new Date().toISOString()
  return result.kind === 'refused'
    ? { at, result: result.kind, message: result.message }
    : { at, result: result.kind }
}

function changeOf(
  result: Extract<Reloaded, { kind: 'published' | 'refused' }>,
  before: string,
  { actor, action }: Wish,
): AuditChange {
  const isObeyed = result.kind === 'published'
  return {
    actor,
    action: isObeyed ? action : `${action}-refused`,
    before: { policy: before },
    after: { policy: isObeyed ? result.version : before },
  }
}
