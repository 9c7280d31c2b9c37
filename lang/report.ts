import { codes, type Code, type ParamsOf } from './codes/index.ts'
import type { CodeRow } from './codes/row.ts'
import type { Diagnostic, Fix, Label, Note, Witness } from './diagnostic.ts'
import type { Span } from './span.ts'

export interface Details {
  /** Words beside the primary caret. */
  readonly label?: string
  readonly secondary?: readonly Label[]
  readonly notes?: readonly Note[]
  readonly fixes?: readonly Fix[]
  readonly witness?: Witness
}

/** The one way to make a diagnostic: a code, its typed parameters, the place, and what else helps the reader. */
export function report<C extends Code>(
  code: C,
  params: ParamsOf<C>,
  at: Span,
  details: Details = {},
): Diagnostic {
  // The catalogue's row for C takes exactly ParamsOf<C>; TypeScript cannot follow the index through the union.
  const row = codes[code] as CodeRow<ParamsOf<C>>
  return {
    code,
    severity: row.severity,
    message: row.message(params),
    primary: { span: at, text: details.label ?? '' },
    secondary: details.secondary ?? [],
    notes: details.notes ?? [],
    fixes: details.fixes ?? [],
    witness: details.witness,
  }
}

export const help = (text: string): Note => ({ kind: 'help', text })
export const effect = (text: string): Note => ({ kind: 'effect', text })
export const note = (text: string): Note => ({ kind: 'note', text })
