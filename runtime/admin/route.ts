import type { AuditLog } from '../audit/audit-log.ts'
import type { CacheControl } from '../cache/cache-control.ts'
import type { ManagedKeys } from '../keys/managed-keys.ts'
import type { MoneyStore } from '../money/store.ts'
import type { Metrics } from '../metrics/metrics.ts'
import type { PolicyControl } from '../policy-control.ts'
import type { RecentRequests } from '../recent-requests.ts'
import type { Status } from './status.ts'

/** One route of the admin listener. The table of them is what tests walk through. */
export interface AdminRoute {
  /** A GET also answers HEAD. */
  readonly method: 'GET' | 'POST' | 'DELETE'
  /** `{name}` stands for one segment. */
  readonly path: string
  /** `anyone` needs no key; all else is refused without it. */
  readonly role: 'anyone' | 'admin'
  /** What it does, in one sentence for the manual. */
  readonly does: string
  /** Bytes that its body may have, when they are more than usual. */
  readonly bodyBytesMax?: number
  readonly answer: (asked: AdminRequest, parts: AdminParts) => AdminAnswer | Promise<AdminAnswer>
}

/** What a route is asked. */
export interface AdminRequest {
  /** The segments that the path leaves open, by name. */
  readonly segments: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  /** The JSON body of a POST; `undefined` where there is none. */
  readonly body: unknown
  /** Who asks, as the audit log calls them. */
  readonly actor: string
}

/** What it answers: a JSON value, or text of another type. */
export type AdminAnswer =
  | { readonly status: number; readonly json: object }
  | { readonly status: number; readonly text: string; readonly type: string }

/** What routes may look at. */
export interface AdminParts {
  readonly metrics: Metrics
  /** Reads into the metrics what is only told when somebody asks: the process, breakers, the policy. */
  readonly readGauges: () => void
  readonly recent: RecentRequests
  readonly audit: AuditLog
  readonly status: () => Status
  /** `undefined` where nobody watches a policy's source. */
  readonly control: PolicyControl | undefined
  /** `undefined` where no keys are managed. */
  readonly keys: ManagedKeys | undefined
  /** `undefined` where another process has it. */
  readonly ledger: MoneyStore | undefined
  readonly cache: CacheControl
  /** Names that keys of gateway.json have. */
  readonly staticKeys: () => ReadonlySet<string>
}
