import type { Charge } from '../money/charge.ts'
import type { HoldReply, HoldRequest, MeterWarning, Settlement } from '../money/store.ts'
import type { Trace } from '../trace.ts'

/** What a worker asks of the process that has the store. `id` comes back with the answer. */
export type StoreCall =
  | { readonly id: number; readonly kind: 'reserve'; readonly hold: HoldRequest }
  | { readonly id: number; readonly kind: 'settle'; readonly settlement: Settlement }
  | { readonly id: number; readonly kind: 'release'; readonly attemptId: string; readonly latencyMs: number }
  | { readonly id: number; readonly kind: 'spent'; readonly charge: Charge }

/** Its answer; `failed` is the message of an error. */
export type StoreReply =
  | { readonly id: number; readonly kind: 'held'; readonly reply: HoldReply }
  | { readonly id: number; readonly kind: 'done' }
  | { readonly id: number; readonly kind: 'spent'; readonly spent: number }
  | { readonly id: number; readonly kind: 'failed'; readonly message: string }

/** What a worker tells the process that started it. */
export type FromWorker =
  /** It waits for its policy. */
  | { readonly kind: 'begun' }
  | { readonly kind: 'listening'; readonly port: number; readonly url: string }
  | { readonly kind: 'calls'; readonly calls: readonly StoreCall[] }
  | { readonly kind: 'ended'; readonly traces: readonly Trace[] }
  /** A budget or limit passed a threshold. */
  | { readonly kind: 'alert'; readonly warning: MeterWarning }
  /** What is under way, now and then. */
  | { readonly kind: 'underway'; readonly requests: number; readonly streams: number }
  | { readonly kind: 'drained'; readonly cut: number }
  /** It cannot serve: one sentence. */
  | { readonly kind: 'failed'; readonly message: string }

/** What it is told. */
export type ToWorker =
  | {
      readonly kind: 'start'
      readonly port: number
      readonly table: Uint8Array
      readonly generation: number
      readonly of: number
    }
  | { readonly kind: 'policy'; readonly table: Uint8Array; readonly generation: number }
  | { readonly kind: 'replies'; readonly replies: readonly StoreReply[] }
  | { readonly kind: 'drain' }
