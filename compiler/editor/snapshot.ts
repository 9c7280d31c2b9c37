import type { Diagnostic } from '../../lang/diagnostic.ts'
import { type Checked, check } from '../check.ts'
import type { CompileInput } from '../input.ts'
import { link, type Modules } from '../modules.ts'

/** A policy as an editor sees it at one moment: every file linked and checked, however broken. */
export interface Snapshot {
  readonly input: CompileInput
  readonly modules: Modules
  readonly checked: Checked
  /** Of syntax, files, names and types: what is said at once. What the analyses say comes later. */
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Links and checks a policy: tens of milliseconds for 1,000 rules, most of it for the file that changed, since the
 * others are not parsed again (`parseOnce`).
 */
export function snapshotOf(input: CompileInput): Snapshot {
  const { modules, diagnostics } = link(input)
  const checked = check(modules, input)
  return { input, modules, checked, diagnostics: [...diagnostics, ...checked.diagnostics] }
}
