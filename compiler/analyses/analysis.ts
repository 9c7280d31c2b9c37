import type { Diagnostic } from '../../lang/diagnostic.ts'
import type { Code } from '../../lang/codes/index.ts'
import type { CompileInput } from '../input.ts'
import type { CubedPolicy } from '../cubed.ts'
import type { Reach } from '../reach.ts'
import type { PolicyRule } from '../rules.ts'

/** What an analysis may look at. */
export interface AnalysisInput extends Pick<CompileInput, 'catalogue' | 'asOf'> {
  readonly cubed: CubedPolicy
  /** Whether each rule decides some request. */
  readonly reach: ReadonlyMap<PolicyRule, Reach>
  /** Text by path, for fixes that move rows. */
  readonly sources: ReadonlyMap<string, string>
}

/** One analysis: a row of the registry. Each is a question, or a few, to the cover check. */
export interface Analysis {
  readonly name: string
  /** The codes that it may report. */
  readonly codes: readonly Code[]
  readonly run: (input: AnalysisInput) => readonly Diagnostic[]
}
