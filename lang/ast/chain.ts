import type { Span } from '../span.ts'
import type { SetExpr } from './condition.ts'
import type { ModelLit, QuantityLit, StringLit } from './constant.ts'
import type { Missing, Name } from './name.ts'

/** `use STAGE then STAGE on {…} then …`. */
export interface Chain {
  readonly kind: 'Chain'
  readonly span: Span
  /** One or more; `on` is what the stage accepts, absent on the first. */
  readonly stages: readonly Stage[]
}

export interface Stage {
  readonly kind: 'Stage'
  readonly span: Span
  readonly target: Target
  readonly shadow:
    | { readonly share: QuantityLit | Missing; readonly model: ModelLit | Name | Missing }
    | undefined
  readonly on: readonly FailureClass[] | undefined
}

/** `429`, `overloaded`, `5xx`, … as written. */
export interface FailureClass {
  readonly kind: 'FailureClass'
  readonly span: Span
  readonly text: string
}

export type Target = UseModel | Pick | Split | Asked | DenyTarget | Missing

export interface UseModel {
  readonly kind: 'UseModel'
  readonly span: Span
  /** A `Name` is a constant that stands for one model. */
  readonly model: ModelLit | Name
}

export interface Pick {
  readonly kind: 'Pick'
  readonly span: Span
  readonly by: 'cheapest' | 'fastest' | 'best'
  readonly set: SetExpr
}

export interface Split {
  readonly kind: 'Split'
  readonly span: Span
  readonly by: Name | Missing
  readonly salt: StringLit | undefined
  readonly arms: readonly {
    readonly share: QuantityLit | Missing
    readonly model: ModelLit | Name | Missing
  }[]
}

export interface Asked {
  readonly kind: 'Asked'
  readonly span: Span
}

export interface DenyTarget {
  readonly kind: 'Deny'
  readonly span: Span
  /** Absent in a bare `then deny`: the gateway's own words are used. */
  readonly message: StringLit | undefined
  readonly status: QuantityLit | undefined
}
