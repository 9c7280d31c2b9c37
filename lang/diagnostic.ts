import type { FactValue } from '../core/types.ts'
import type { Span } from './span.ts'

export type Severity = 'error' | 'warning' | 'info'

/** A place in the source with a few words beside it. */
export interface Label {
  readonly span: Span
  readonly text: string
}

export interface Edit {
  readonly span: Span
  readonly newText: string
}

/** `machine` fixes keep what the author meant and are applied by `--fix`; `manual` ones are offered in an editor. */
export interface Fix {
  readonly title: string
  readonly edits: readonly Edit[]
  readonly applicability: 'machine' | 'manual'
}

export interface Note {
  readonly kind: 'effect' | 'note' | 'help'
  readonly text: string
}

/** Facts of one request that shows the finding; `gwc why` replays it. */
export type Witness = Readonly<Record<string, FactValue>>

/** One finding. Made only by `report` from a row of the catalogue of codes, rendered only at the edge. */
export interface Diagnostic {
  readonly code: string
  readonly severity: Severity
  readonly message: string
  readonly primary: Label
  readonly secondary: readonly Label[]
  readonly notes: readonly Note[]
  readonly fixes: readonly Fix[]
  readonly witness: Witness | undefined
}

/** Whether something must be mended before a policy means anything. */
export const hasErrors = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some(({ severity }) => severity === 'error')
