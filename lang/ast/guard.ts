import type { Span } from '../span.ts'
import type { SetExpr } from './condition.ts'
import type { QuantityLit, StringLit } from './constant.ts'
import type { Doc, When } from './declaration.ts'
import type { Missing } from './name.ts'

export interface GuardTable {
  readonly kind: 'Guard'
  readonly span: Span
  readonly rows: readonly GuardRow[]
}

export type GuardRow = DenyRow | NeverUseRow

export interface DenyRow {
  readonly kind: 'DenyRow'
  readonly span: Span
  readonly doc: Doc
  readonly message: StringLit | Missing
  readonly status: QuantityLit | undefined
  readonly when: When
}

export interface NeverUseRow {
  readonly kind: 'NeverUseRow'
  readonly span: Span
  readonly doc: Doc
  readonly set: SetExpr
  readonly when: When
}
