import type { QuantityUnit } from '../../core/quantity.ts'
import type { Span } from '../span.ts'
import type { Missing, Name } from './name.ts'

export type Constant = StringLit | QuantityLit | BoolLit | ModelLit | Name | Missing

export interface StringLit {
  readonly kind: 'String'
  readonly span: Span
  /** Unescaped. */
  readonly value: string
}

/** `200k`, `$0.02`, `80%`, `1.5M`, `30s`, `0.3`, `42`, `09:30`: digits as written, and the unit beside them. */
export interface QuantityLit {
  readonly kind: 'Quantity'
  readonly span: Span
  /** The decimal number as written, without sign of currency or unit: `1.5`, or `09:30` when `unit` is `clock`. */
  readonly digits: string
  readonly unit: QuantityUnit
}

export interface BoolLit {
  readonly kind: 'Bool'
  readonly span: Span
  readonly value: boolean
}

/** `openai/gpt-4.1-mini`, or `model "odd name"`. */
export interface ModelLit {
  readonly kind: 'Model'
  readonly span: Span
  readonly text: string
}
