import type { Gateway } from '../config/gateway.ts'
import type { Reloaded } from '../reload.ts'
import type { AccountHealth } from '../upstream/health.ts'

/** What `GET /status` and `gwc status` tell. */
export interface Status {
  readonly version: string
  readonly node: string
  readonly startedAt: string
  readonly uptimeS: number
  /** Neither draining nor without a store that can be written. */
  readonly ready: boolean
  readonly draining: boolean
  readonly listen: string
  readonly policy: {
    /** SHA-256 of the table. */
    readonly version: string
    readonly file: string
    readonly generation: number
    /** When it was published. RFC 3339. */
    readonly since: string
    /** What a rollback, or a promoted candidate, took out of force: the sources compile to it, and it is not obeyed until they change. */
    readonly withdrawn?: string | undefined
  }
  /** The last time that a policy was looked at after the first. */
  readonly reload: LastReload | undefined
  readonly requests: { readonly inFlight: number; readonly streams: number }
  readonly providers: readonly ProviderStatus[]
  /** The end of the audit log: kept elsewhere too, it shows a log whose end was cut off. */
  readonly audit: { readonly seq: number; readonly hash: string }
}

/** What came of the last reload. */
export interface LastReload {
  readonly at: string
  readonly result: Reloaded['kind']
  /** The diagnostics, of one that was refused. */
  readonly message?: string
}

/** A provider and how its accounts fare. */
export interface ProviderStatus {
  readonly name: string
  readonly dialect: Gateway['providers'][number]['dialect']
  /** Without credentials or a query. */
  readonly baseUrl: string
  readonly accounts: readonly AccountHealth[]
}
