import type { Span } from '../span.ts'
import type { Expr } from './condition.ts'
import type { QuantityLit } from './constant.ts'
import type { Doc } from './declaration.ts'
import type { Missing, Name } from './name.ts'

export interface BudgetDecl {
  readonly kind: 'Budget'
  readonly span: Span
  readonly doc: Doc
  readonly name: Name | Missing
  readonly was: Name | undefined
  readonly soft: boolean
  readonly fit: boolean
  readonly amount: QuantityLit | Missing | undefined
  /** `from key.budget default $50 at most $500`: the amount comes from the key. */
  readonly from:
    | {
        readonly field: Name
        readonly default: QuantityLit | undefined
        readonly atMost: QuantityLit | undefined
      }
    | undefined
  /** `month`, `day`, `hour`, `week` … as written. */
  readonly period: Name | Missing
  /** `key`, `developer`, `project`, `team`, `org` … as written; absent = one for all. */
  readonly dimension: Name | undefined
  readonly condition: Expr | undefined
  readonly warnAt: readonly QuantityLit[]
}

export interface LimitDecl {
  readonly kind: 'Limit'
  readonly span: Span
  readonly doc: Doc
  readonly name: Name | Missing
  readonly was: Name | undefined
  readonly soft: boolean
  readonly amount: QuantityLit | Missing
  readonly of: 'requests' | 'tokens' | 'concurrent'
  readonly period: Name | undefined
  readonly dimension: Name | undefined
  readonly condition: Expr | undefined
  readonly warnAt: readonly QuantityLit[]
}
