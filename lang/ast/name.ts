import type { Span } from '../span.ts'

/** A name at its declaration or use. Dotted names (`intern_month.used`, `payments.rule`) keep their dots in `text`. */
export interface Name {
  readonly kind: 'Name'
  readonly span: Span
  readonly text: string
}

/** What recovery leaves: reported already, skip in silence. */
export interface Missing {
  readonly kind: 'Missing'
  readonly span: Span
}
