import type { Span } from '../span.ts'
import type { QuantityLit } from './constant.ts'
import type { Doc, When } from './declaration.ts'
import type { Missing } from './name.ts'

export interface AttemptTable {
  readonly kind: 'Attempt'
  readonly span: Span
  readonly rows: readonly AttemptRow[]
}

export interface AttemptRow {
  readonly kind: 'AttemptRow'
  readonly span: Span
  readonly doc: Doc
  readonly when: When
  readonly settings: readonly AttemptSetting[]
}

export type AttemptSetting =
  | {
      readonly kind: 'Deadline'
      readonly span: Span
      readonly of: 'connect' | 'first_token' | 'idle' | 'total'
      readonly value: QuantityLit | Missing
    }
  | { readonly kind: 'Retries'; readonly span: Span; readonly value: QuantityLit | Missing }
  | {
      readonly kind: 'Backoff'
      readonly span: Span
      readonly from: QuantityLit | Missing
      readonly to: QuantityLit | Missing
    }
  | { readonly kind: 'Ambiguous'; readonly span: Span; readonly value: 'never' | 'once' }
  | { readonly kind: 'Abort'; readonly span: Span; readonly value: 'cancel' | 'drain' }
