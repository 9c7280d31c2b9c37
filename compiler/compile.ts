import type { Catalogue } from '../core/catalogue.ts'
import { type Diagnostic, hasErrors } from '../lang/diagnostic.ts'
import type { DecisionTable } from '../schemas/generated/decision-table.ts'
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
  const cubing = cubePolicy(policy)
  if (cubing.kind === 'too-large') return failed(input, policy, [...earlier, ...reportTooLarge(cubing)])
  const { cubed } = cubing
  const reach = reachOf(cubed)
  const context = { cubed, reach, sources: input.sources, catalogue: input.catalogue }
  const diagnostics = [...earlier, ...analyses.flatMap(({ run }) => run(context))]
  if (hasErrors(diagnostics)) return failed(input, policy, diagnostics)
  const table = emit(cubed, context)
  return { policy, table, diagnostics, stats: statsOf(cubed, reach, table), models: input.catalogue }
}

function failed(
  input: CompileInput,
  policy: Policy | undefined,
  diagnostics: readonly Diagnostic[],
): Compilation {
  return { policy, table: undefined, diagnostics, stats: undefined, models: input.catalogue }
}
