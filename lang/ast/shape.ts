import type { Span } from '../span.ts'
import type { QuantityLit } from './constant.ts'
import type { Doc, When } from './declaration.ts'
import type { Missing } from './name.ts'

export interface ShapeTable {
  readonly kind: 'Shape'
  readonly span: Span
  readonly rows: readonly ShapeRow[]
}

export interface ShapeRow {
  readonly kind: 'ShapeRow'
  readonly span: Span
  readonly doc: Doc
  readonly when: When
  readonly settings: readonly ShapeSetting[]
}

export type ShapeSetting =
  | { readonly kind: 'MaxOutput'; readonly span: Span; readonly value: QuantityLit | Missing }
  | { readonly kind: 'Compact'; readonly span: Span; readonly to: QuantityLit | Missing }
  | { readonly kind: 'PromptCache'; readonly span: Span; readonly value: 'auto' | 'off' }
