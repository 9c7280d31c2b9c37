import type { Span } from '../span.ts'
import type { Expr, SetExpr } from './condition.ts'
import type { QuantityLit, StringLit } from './constant.ts'
import type { Doc } from './declaration.ts'
import type { Missing, Name } from './name.ts'

export interface AssertDecl {
  readonly kind: 'Assert'
  readonly span: Span
  readonly doc: Doc
  readonly title: StringLit | Missing
  readonly property: Property
  readonly condition: Expr | undefined
}

export type Property =
  | { readonly kind: 'NeverUse'; readonly span: Span; readonly set: SetExpr }
  | { readonly kind: 'AlwaysUse'; readonly span: Span; readonly set: SetExpr }
  | { readonly kind: 'Denied'; readonly span: Span }
  | { readonly kind: 'Allowed'; readonly span: Span }
  | { readonly kind: 'CacheOff'; readonly span: Span }
  | { readonly kind: 'CacheWithin'; readonly span: Span; readonly dimension: Name | Missing }
  | {
      readonly kind: 'AtMost'
      readonly span: Span
      readonly of: 'cost' | 'attempts' | 'time'
      readonly value: QuantityLit | Missing
    }
  | { readonly kind: 'Charged'; readonly span: Span; readonly budget: Name | Missing }
  | { readonly kind: 'LogMetadata'; readonly span: Span }
  | { readonly kind: 'Reachable'; readonly span: Span; readonly rule: Name | Missing }
  | Missing
