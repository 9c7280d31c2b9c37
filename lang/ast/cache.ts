import type { Span } from '../span.ts'
import type { ModelLit, QuantityLit } from './constant.ts'
import type { Doc, When } from './declaration.ts'
import type { Missing, Name } from './name.ts'

export interface CacheTable {
  readonly kind: 'Cache'
  readonly span: Span
  readonly rows: readonly CacheRow[]
}

export interface CacheRow {
  readonly kind: 'CacheRow'
  readonly span: Span
  readonly doc: Doc
  readonly when: When
  readonly outcome: CacheOutcome | Missing
}

/** `off` · `exact for 1h within team` · `semantic 0.95 for 1h within team max_error 0.5% verify judge M within 300ms`. */
export interface CacheOutcome {
  readonly kind: 'CacheOutcome'
  readonly span: Span
  readonly mode: 'off' | 'exact' | 'semantic'
  readonly confidence: QuantityLit | undefined
  readonly ttl: QuantityLit | undefined
  readonly within: Name | undefined
  readonly maxError: QuantityLit | undefined
  readonly judge:
    | { readonly model: ModelLit | Name | Missing; readonly within: QuantityLit | undefined }
    | undefined
}
