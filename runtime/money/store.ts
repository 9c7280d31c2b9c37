import type { Usage } from '../../core/price.ts'
import type { Charge } from './charge.ts'

/**
 * Where holds, counters and the ledger are kept: one interface, and one conformance suite (test/money/conformance.ts), for
 * every kind of store. What is asked of it is plain data, so that it can travel to the process that writes. Amounts are
 * nano-dollars, and every instant is by the store's own clock.
 *
 * The promise (money.md): at every instant certain + uncertain + held ≤ limit for each hard budget, and what providers bill
 * ≤ certain + uncertain + held; a denial implies that certain + uncertain + held + bound > limit.
 */
export interface MoneyStore {
  /**
   * Holds money and places for one attempt, all or none, and is durable when it resolves. The same attempt again gets the
   * same answer while its hold stands; one that has ended is rejected. Resolves `unavailable` in place of rejecting: at
   * once while the store is known to be down or slow, and within a second where it becomes so. `owner`: the process that will end it, where that is another one.
   */
  readonly reserve: (hold: HoldRequest, owner?: string) => Promise<HoldReply>
  /**
   * Ends a hold by what the attempt cost, once; the same again changes nothing. Behind a sweep it moves what was uncertain to
   * what is known. Rejects for an attempt that was never held. While nothing can be written, it resolves once it is kept.
   */
  readonly settle: (settlement: Settlement) => Promise<void>
  /** Ends the hold of an attempt that was provably never sent. Rejects once it is settled. */
  readonly release: (attemptId: string, latencyMs: number) => Promise<void>
  /** An owner is gone: what it held becomes uncertain. */
  readonly endOwner: (owner: string) => Promise<void>
  /** Takes in what somebody found out of an attempt that has ended. Rejects for one that is under way, or that nobody knows. */
  readonly correct: (correction: Correction) => Promise<void>
  /** Lets budgets and limits go on under another name (`was`): both names mean one meter from then on. */
  readonly rename: (from: string, to: string) => Promise<void>
  /** Models and keys that hard budgets take no attempt of, and the attempt that cost more than its bound. */
  readonly frozen: () => readonly FrozenPair[]
  /** Lets a model and key take holds in hard budgets again. Rejects where they are not frozen. */
  readonly thaw: (model: string, key: string) => Promise<void>
  /** certain + uncertain + held of a budget in its open window (nano-dollars), or what counts towards a limit now: for facts, as known here. */
  readonly spentOf: (charge: Charge) => number
  /** How each of these budgets and limits is used at this moment, by every share of it; whose share a charge names is nothing to it. */
  readonly sharesOf: (charges: readonly Charge[]) => readonly MeterShare[]
  /** Computes the counters of open windows anew from rows, and tells those that differ: none, ever. */
  readonly verify: () => Promise<readonly CounterDifference[]>
  /** For metrics and readiness. */
  readonly figures: () => MoneyFigures
  /** Stops taking holds, writes what is under way, and lets go of the file. */
  readonly close: () => Promise<void>
}

/** What somebody found out of an attempt that has ended: nothing of it is uncertain any more. */
export interface Correction {
  readonly attemptId: string
  readonly certainNanos: number
  /** `operator`: `gwc spend settle`; `reconciliation`: a provider's export. */
  readonly source: 'operator' | 'reconciliation'
  /** The operator means an amount above what hard budgets held: without it, one is refused. */
  readonly aboveBound?: boolean
}

/** A model and key that take no hold in hard budgets, and the attempt that was the reason. */
export interface FrozenPair {
  readonly model: string
  readonly key: string
  readonly attemptId: string
}

/** A counter that is not what its rows say. */
export interface CounterDifference {
  readonly name: string
  readonly of: string
  readonly window: string
  readonly counted: CounterSum
  readonly byRows: CounterSum
}

/** Nano-dollars. */
export interface CounterSum {
  readonly certainNanos: number
  readonly uncertainNanos: number
  readonly heldNanos: number
}

/** How a store does. */
export interface MoneyFigures {
  /** `false` while nothing can be written, or writing takes longer than a second: hard budgets are not served. */
  readonly writable: boolean
  /** Rows that wait to be written. */
  readonly spooledRows: number
  /** Attempts under way. */
  readonly holds: number
  /** Attempts that cost more than their bound, since start. */
  readonly boundViolations: number
  /** Models and keys that are frozen for it. */
  readonly frozen: number
  /** Σ max(0, actual − estimate) over attempts that soft budgets count, since start. */
  readonly softOvershootNanos: number
  /** Counters that a `verify` found to differ, since start. */
  readonly counterDifferences: number
}

/** What attempts and decisions ask of a store. */
export type AttemptMoney = Pick<MoneyStore, 'reserve' | 'settle' | 'release' | 'spentOf'>

/** One attempt about to be sent: what it may cost at most, and to whom. */
export interface HoldRequest {
  /** Unique for ever: request id and the attempt's place in it. */
  readonly attemptId: string
  /** What hard budgets hold: no bill of this attempt is higher. */
  readonly boundNanos: number
  /** What soft budgets hold. */
  readonly estimateNanos: number
  /** What limits on tokens are charged until the attempt tells. */
  readonly estimateTokens: number
  /** In the policy's order: the first that does not fit is the one that is named. */
  readonly charges: readonly Charge[]
  /** The hold may be swept when so much time has passed: longer than the request may take. */
  readonly ttlMs: number
  readonly origin: AttemptOrigin
}

/** What the ledger says of an attempt that is known before it is sent. */
export interface AttemptOrigin {
  readonly requestId: string
  /** SHA-256 of the table. */
  readonly policy: string
  /** Which prices it is charged by: date of the catalogue's row. */
  readonly priceDate?: string | undefined
  /** `file#rule`. */
  readonly rule: string
  readonly provider: string
  readonly model: string
  readonly account: number
  readonly key: string
  readonly org?: string | undefined
  readonly team?: string | undefined
  readonly project?: string | undefined
  readonly developer?: string | undefined
  readonly cache?: CachePart | undefined
}

/** What an attempt has to do with the cache: its answer, or what the cache itself asked of a model. */
export interface CachePart {
  /** The layer that answered; else what was asked: whether a kept answer will do, a fresh one to compare with it, a question's vector. */
  readonly part: 'exact' | 'canonical' | 'semantic' | 'judge' | 'shadow' | 'embedding'
  /** What the answer cost when it was made: by today's prices, nano-dollars. 0 of what the cache asked. */
  readonly savedNanos: number
  /** Its tokens, in and out. */
  readonly savedTokens: number
}

/** What became of a hold. */
export type HoldReply =
  | {
      readonly kind: 'held'
      /** Each charge with this hold in it, in the order asked. */
      readonly readings: readonly MeterReading[]
      /** Thresholds that this hold is the first of its window to pass. */
      readonly warnings: readonly MeterWarning[]
    }
  /** This charge has no room for it; nothing was held. */
  | (Metered & { readonly kind: 'denied' })
  /** An attempt of this model and key once cost more than its bound: no hard budget takes another until an operator looks. */
  | { readonly kind: 'frozen'; readonly attemptId: string }
  /**
   * Nobody knows whether it fits, and nothing was held. Only holds with a hard budget among their charges get it, and others
   * where more rows wait to be written than a store keeps: else traffic without hard budgets is `held`, and written later.
   */
  | { readonly kind: 'unavailable' }

/** How far a budget or limit is used. */
export interface MeterReading {
  /** certain + uncertain + held, or the count. */
  readonly spent: number
  readonly limit: number
  /** When its window ends (milliseconds since 1970); of a sliding one, when there may be room again. `undefined` for places. */
  readonly resetsAtMs: number | undefined
}

/** A budget or limit, and how far it is used. */
export interface Metered {
  readonly charge: Charge
  readonly reading: MeterReading
}

/** One share of a budget or limit (a developer's, say), as it stands. */
export interface MeterShare {
  /** With the share in `of`. */
  readonly charge: Charge
  /** certain + uncertain (nano-dollars), or what counts towards a limit. */
  readonly spent: number
  /** What of `spent` is uncertain. */
  readonly uncertain: number
  readonly held: number
  /** The limit that it was last asked for with, since start: of a budget whose amount a key says, that key's own. */
  readonly asked: number | undefined
}

/** A threshold of `warn at`. */
export interface MeterWarning extends Metered {
  readonly basisPoints: number
}

/** How an attempt ended that was sent. */
export interface Settlement {
  readonly attemptId: string
  /** What is surely billed. */
  readonly certainNanos: number
  /** What may be billed beyond that: it stays charged until somebody finds out (`gwc spend settle`). `rest`: all that is held. The remainder goes back. */
  readonly uncertainNanos: number | 'rest'
  readonly outcome: 'complete' | 'truncated' | 'aborted' | 'failed' | 'cached'
  readonly tokens: TokensByClass
  readonly costByClass: TokensByClass
  readonly status?: number | undefined
  readonly providerRequestId?: string | undefined
  readonly latencyMs: number
}

/** Tokens, or nano-dollars, in the classes of core/price.ts; an absent class is 0. */
export type TokensByClass = Usage
