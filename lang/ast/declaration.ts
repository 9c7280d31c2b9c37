import type { Span } from '../span.ts'
import type { Expr, SetExpr } from './condition.ts'
import type { Constant, StringLit } from './constant.ts'
import type { Missing, Name } from './name.ts'

/** Text of the `///` lines before a declaration, without the slashes. */
export type Doc = string | undefined

/** `when COND`, `always` (tables whose rows all apply) or `default` (tables where the first match wins). */
export type When =
  | { readonly kind: 'When'; readonly span: Span; readonly condition: Expr }
  | { readonly kind: 'Always'; readonly span: Span }
  | { readonly kind: 'Default'; readonly span: Span }

export interface FactsDecl {
  readonly kind: 'Facts'
  readonly span: Span
  readonly path: StringLit | Missing
}

export interface ZoneDecl {
  readonly kind: 'Zone'
  readonly span: Span
  readonly zone: StringLit | Missing
}

export interface ImportDecl {
  readonly kind: 'Import'
  readonly span: Span
  readonly path: StringLit | Missing
}

export interface IncludeDecl {
  readonly kind: 'Include'
  readonly span: Span
  readonly doc: Doc
  readonly path: StringLit | Missing
  readonly as: Name | Missing
  readonly condition: Expr | undefined
}

export interface ConstDecl {
  readonly kind: 'Const'
  readonly span: Span
  readonly doc: Doc
  readonly name: Name | Missing
  /** A single constant, or a set. */
  readonly value: Constant | SetExpr
  readonly deprecated: StringLit | undefined
}

export interface PredDecl {
  readonly kind: 'Pred'
  readonly span: Span
  readonly doc: Doc
  readonly name: Name | Missing
  readonly condition: Expr
  readonly deprecated: StringLit | undefined
}
