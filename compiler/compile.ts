import type { Catalogue } from '../core/catalogue.ts'
import { type Diagnostic, hasErrors } from '../lang/diagnostic.ts'
import type { DecisionTable } from '../schemas/generated/decision-table.ts'
import type { AnalysisInput } from './analyses/analysis.ts'
import { analyses } from './analyses/registry.ts'
import { reportTooLarge } from './analyses/too-large.ts'
import { check } from './check.ts'
import { cubePolicy } from './cubed.ts'
import { emit } from './emit.ts'
import type { CompileInput } from './input.ts'
import { link } from './modules.ts'
import { reachOf } from './reach.ts'
import { type Stats, statsOf } from './stats.ts'
import type { Policy } from './typed.ts'

export type { CompileInput } from './input.ts'
export type { Stats } from './stats.ts'

/** What comes of a policy's text. */
export interface Compilation {
  /** The typed tree, where the text checks. */
  readonly policy: Policy | undefined
  /** The artifact, where nothing is an error. */
  readonly table: DecisionTable | undefined
  readonly diagnostics: readonly Diagnostic[]
  readonly stats: Stats | undefined
  /** The models that the policy was compiled for. */
  readonly models: Catalogue
}

/** Text to decision table: link the files, check names and types, divide into cubes, ask the analyses, lay out the table. */
export function compile(input: CompileInput): Compilation {
  const { modules, diagnostics: linking } = link(input)
  const { policy, diagnostics: checking } = check(modules, input)
  const diagnostics = [...linking, ...checking]
  return policy === undefined ? failed(input, undefined, diagnostics) : finish(policy, input, diagnostics)
}

/** The second half, from a typed policy on. */
export function finish(policy: Policy, input: CompileInput, earlier: readonly Diagnostic[]): Compilation {
  const { context, diagnostics: found } = analyse(policy, input)
  const diagnostics = [...earlier, ...found]
  if (context === undefined || hasErrors(diagnostics)) return failed(input, policy, diagnostics)
  const { cubed, reach } = context
  const table = emit(cubed, context)
  return { policy, table, diagnostics, stats: statsOf(cubed, reach, table), models: input.catalogue }
}

/** What the analyses say of a typed policy, and what they looked at: nothing where it is too large to be divided. */
export function analyse(policy: Policy, input: CompileInput): Analysed {
  const cubing = cubePolicy(policy)
  if (cubing.kind === 'too-large') return { context: undefined, diagnostics: reportTooLarge(cubing) }
  const { cubed } = cubing
  const { sources, catalogue, asOf } = input
  const context = { cubed, reach: reachOf(cubed), sources, catalogue, asOf }
  return { context, diagnostics: analyses.flatMap(({ run }) => run(context)) }
}

export interface Analysed {
  readonly context: AnalysisInput | undefined
  readonly diagnostics: readonly Diagnostic[]
}

function failed(
  input: CompileInput,
  policy: Policy | undefined,
  diagnostics: readonly Diagnostic[],
): Compilation {
  return { policy, table: undefined, diagnostics, stats: undefined, models: input.catalogue }
}
