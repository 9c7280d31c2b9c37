import type { BudgetCharge, LimitCharge } from '../charge.ts'
import type { AttemptOrigin, Correction, Settlement, TokensByClass } from '../store.ts'

/**
 * What an operation writes: plain data, applied by a store in order. Applying a row again changes nothing, so that a batch
 * of which nobody knows whether it was written can be written again.
 */
export type Row = HeldRow | EndedRow | CorrectedRow | MeterRow | FrozenRow | ThawedRow | AliasRow | MergedRow

/** A hold that stands. It ends by an `EndedRow` of the same attempt. */
export interface HeldRow {
  readonly kind: 'held'
  readonly attemptId: string
  readonly heldAtMs: number
  /** Whose process will settle it. */
  readonly owner: string
  readonly deadlineMs: number
  readonly boundNanos: number
  readonly estimateNanos: number
  readonly estimateTokens: number
  /** Counters of hard and of soft budgets, by id. */
  readonly hard: readonly number[]
  readonly soft: readonly number[]
  /** Limits, by id. */
  readonly limits: readonly number[]
  readonly origin: AttemptOrigin
}

/** The attempt's row in the ledger: written once, when its hold ends, and never changed. */
export interface EndedRow extends Omit<HeldRow, 'kind' | 'deadlineMs' | 'estimateTokens'> {
  readonly kind: 'ended'
  readonly endedAtMs: number
  readonly outcome: Outcome
  readonly certainNanos: number
  /** What may be billed beyond that, as hard budgets count it. */
  readonly uncertainNanos: number
  /** The same as soft budgets count it. */
  readonly softUncertainNanos: number
  /** What limits on tokens count of it. */
  readonly countedTokens: number
  /** Whether it cost more than its bound. */
  readonly violated: boolean
  readonly latencyMs: number
  readonly tokens: TokensByClass
  readonly costByClass: TokensByClass
  readonly status?: number | undefined
  readonly providerRequestId?: string | undefined
}

/** `unsent`: released; `uncertain`: swept, nobody knows. */
export type Outcome = Settlement['outcome'] | 'unsent' | 'uncertain'

/** What was found out of an attempt after its row was written: differences, to be added to it. */
export interface CorrectedRow {
  readonly kind: 'corrected'
  readonly attemptId: string
  /** From 1: the first thing, the second … that was found out of this attempt. */
  readonly number: number
  readonly atMs: number
  readonly source: CorrectionSource
  readonly certainNanos: number
  readonly uncertainNanos: number
  readonly softUncertainNanos: number
  readonly violated: boolean
  /** What its owner told after all; absent for what others found out. */
  readonly told?: Settlement | undefined
}

/** `late`: its owner settled behind the sweep. */
export type CorrectionSource = 'late' | Correction['source']

/** How a counter stands, whole: the last one holds. */
export type MeterRow = CounterRow | LimitRow

export interface CounterRow {
  readonly kind: 'counter'
  readonly id: number
  readonly name: string
  readonly of: string
  readonly period: BudgetCharge['period']
  readonly label: string
  readonly startsMs: number
  readonly endsMs: number
  readonly certainNanos: number
  readonly uncertainNanos: number
  /** The highest threshold that was told, in basis points; 0 for none. */
  readonly warned: number
}

/** A limit that rows refer to. What it counts is in those rows. */
export interface LimitRow {
  readonly kind: 'limit'
  readonly id: number
  readonly name: string
  readonly of: string
  readonly counts: LimitCharge['counts']
  readonly windowMs: number
}

/** A model and key that no hard budget lets through, since an attempt cost more than its bound. */
export interface FrozenRow {
  readonly kind: 'frozen'
  readonly model: string
  readonly key: string
  readonly attemptId: string
  readonly atMs: number
}

/** An operator has looked. */
export interface ThawedRow {
  readonly kind: 'thawed'
  readonly model: string
  readonly key: string
}

/** A budget or limit goes on under a new name: `name` is what `meter` was first called. */
export interface AliasRow {
  readonly kind: 'alias'
  readonly name: string
  readonly meter: string
}

/** What was counted by one counter is counted by another from now on. */
export interface MergedRow {
  readonly kind: 'merged'
  readonly from: number
  readonly into: number
}
