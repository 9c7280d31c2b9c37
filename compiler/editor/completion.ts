import type { Span } from '../../lang/span.ts'

/** One word that could be written at the cursor. */
export interface Completion {
  readonly label: string
  readonly kind:
    | 'keyword'
    | 'operator'
    | 'fact'
    | 'property'
    | 'constant'
    | 'predicate'
    | 'value'
    | 'model'
    | 'rule'
    | 'meter'
    | 'file'
  /** A few words beside the label: type, price. */
  readonly detail: string
  /** Markdown. */
  readonly doc: string
  /** What takes the place of `word`. */
  readonly insert: string
  readonly word: Span
  /** Lower stands first. */
  readonly rank: number
}

/** A completion before its place and its order are known. */
export type Choice = Pick<Completion, 'label' | 'kind'> &
  Partial<Pick<Completion, 'detail' | 'doc' | 'insert' | 'rank'>>
