import type { Charge } from '../money/charge.ts'
import type { HoldReply, HoldRequest, MeterWarning, Settlement } from '../money/store.ts'
import type { ProviderStatus } from '../admin/status.ts'
import type { CacheOrder, CacheReply } from '../cache/cache-control.ts'
import type { CacheFigures } from '../cache/cache-figures.ts'
import type { CachedAnswer } from '../cache/cached-answer.ts'
import type { FirstTurn, Turn } from '../idempotency/turns.ts'
import type { Trace } from '../trace.ts'
import type { Underway } from '../underway.ts'

/** What a worker asks of the process that has the store. `id` comes back with the answer. */
export type StoreCall =
  | { readonly id: number; readonly kind: 'reserve'; readonly hold: HoldRequest }
  | { readonly id: number; readonly kind: 'settle'; readonly settlement: Settlement }
  | { readonly id: number; readonly kind: 'release'; readonly attemptId: string; readonly latencyMs: number }
  | { readonly id: number; readonly kind: 'spent'; readonly charge: Charge }
  | (TurnCall & { readonly kind: 'begin turn'; readonly digest: string })
  | (TurnCall & { readonly kind: 'keep answer'; readonly answer: CachedAnswer })
  | (TurnCall & { readonly kind: 'end turn' })

/** Of the turn of a request with an `idempotency-key`. */
interface TurnCall {
  readonly id: number
  readonly owner: string
  readonly key: string
}

/** Its answer; `failed` is the message of an error. */
export type StoreReply =
  | { readonly id: number; readonly kind: 'held'; readonly reply: HoldReply }
  | { readonly id: number; readonly kind: 'done' }
  | { readonly id: number; readonly kind: 'spent'; readonly spent: number }
  | { readonly id: number; readonly kind: 'turn'; readonly turn: ToldTurn }
  | { readonly id: number; readonly kind: 'failed'; readonly message: string }

/** A turn as data. */
export type ToldTurn = Exclude<Turn, FirstTurn> | Pick<FirstTurn, 'kind'>

/** What a worker tells the process that started it. */
export type FromWorker =
  /** It waits for its policy. */
  | { readonly kind: 'begun' }
  | { readonly kind: 'listening'; readonly port: number; readonly url: string }
  | { readonly kind: 'calls'; readonly calls: readonly StoreCall[] }
  | { readonly kind: 'ended'; readonly traces: readonly Trace[] }
  /** A budget or limit passed a threshold. */
  | { readonly kind: 'alert'; readonly warning: MeterWarning }
  /** What is under way and how its providers fare, now and then. */
  | {
      readonly kind: 'doing'
      readonly underway: Readonly<Underway>
      readonly providers: readonly ProviderStatus[]
      readonly cache: CacheFigures
    }
  /** What came of an order to its cache. */
  | { readonly kind: 'cache told'; readonly id: number; readonly reply: CacheReply }
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
  /** How the store is, after each time that the worker told how it does. */
  | { readonly kind: 'store'; readonly writable: boolean }
  /** What an operator asks of every worker's cache. */
  | { readonly kind: 'cache'; readonly id: number; readonly order: CacheOrder }
  | { readonly kind: 'drain' }
