import type { BudgetAction, LimitAction } from '../../schemas/generated/decision-table.ts'

/** A budget or limit that an attempt counts towards, as the policy of that moment has it. Plain data. */
export type Charge = BudgetCharge | LimitCharge

export interface BudgetCharge {
  readonly kind: 'budget'
  /** Unique over all files of a policy: usage goes by it, whatever its amount becomes. */
  readonly name: string
  /** Whose count it is: `developer=alice`, `key=ab12` for a request that lacks the dimension, or empty for one count of all. */
  readonly of: string
  /** A period of the calendar in `zone`. */
  readonly period: BudgetAction['period']
  /** IANA name. */
  readonly zone: string
  /** Nano-dollars a period. */
  readonly limit: number
  /** Counted and told, never denied. */
  readonly soft: boolean
  /** An attempt that does not fit is capped lower before it is denied. */
  readonly fit: boolean
  /** Ascending basis points of the limit. */
  readonly warnAt: readonly number[]
}

/** Whether nothing is let past it. */
export const isHardBudget = (charge: Charge): charge is BudgetCharge =>
  charge.kind === 'budget' && !charge.soft

export interface LimitCharge {
  readonly kind: 'limit'
  readonly name: string
  readonly of: string
  /** `requests` are counted by the first attempt of a request alone; `concurrent` are places that are held until the attempt ends. */
  readonly counts: LimitAction['of']
  /** A sliding window of so many milliseconds; 0 for places. */
  readonly windowMs: number
  readonly limit: number
  readonly soft: boolean
  readonly warnAt: readonly number[]
}
