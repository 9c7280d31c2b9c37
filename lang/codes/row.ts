import type { Severity } from '../diagnostic.ts'

/**
 * One row of the catalogue of codes: what a finding is called, how grave it is, and its sentence from typed
 * parameters. The page of a code is `docs/diagnostics/CODE.md` (Avoid, Prefer, Why).
 */
export interface CodeRow<Params> {
  readonly severity: Severity
  /** A few words for lists, SARIF rules and page titles. */
  readonly title: string
  /** Says what happens now; never blames; the fix is a help note beside it. */
  readonly message: (params: Params) => string
}

export const row = <Params>(definition: CodeRow<Params>): CodeRow<Params> => definition
