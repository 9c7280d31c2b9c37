import type { Span } from '../span.ts'
import type { QuantityLit } from './constant.ts'
import type { Doc, When } from './declaration.ts'

export interface LogTable {
  readonly kind: 'Log'
  readonly span: Span
  readonly rows: readonly LogRow[]
}

export interface LogRow {
  readonly kind: 'LogRow'
  readonly span: Span
  readonly doc: Doc
  readonly when: When
  readonly level: 'off' | 'metadata' | 'content'
  readonly sample: QuantityLit | undefined
}
