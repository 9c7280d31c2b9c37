import { type Diagnostic, hasErrors } from '../lang/diagnostic.ts'
import type { DecisionTable } from '../schemas/generated/decision-table.ts'
import { reportTooLarge } from './analyses/too-large.ts'
import { check } from './check.ts'
import { type CubedPolicy, cubePolicy } from './cubed.ts'
import { emit } from './emit.ts'
import type { CompileInput } from './input.ts'
import { link } from './modules.ts'
import type { Policy } from './typed.ts'

/** A policy's table without a judgement: what it does, not whether it is any good. */
export interface LaidOut {
  readonly policy: Policy | undefined
  readonly cubed: CubedPolicy | undefined
  /** Without self-test; `undefined` where names and types do not check, or the policy is too large for a table. */
  readonly table: DecisionTable | undefined
  readonly diagnostics: readonly Diagnostic[]
}

/** Text to table without the analyses: for asking what a policy does where it need not be fit to serve. */
export function layOut(input: CompileInput): LaidOut {
  const { modules, diagnostics: linking } = link(input)
  const { policy, diagnostics: checking } = check(modules, input)
  const diagnostics = [...linking, ...checking]
  if (policy === undefined || hasErrors(diagnostics))
    return { policy, cubed: undefined, table: undefined, diagnostics }
  const cubing = cubePolicy(policy)
  if (cubing.kind === 'too-large')
    return {
      policy,
      cubed: undefined,
      table: undefined,
      diagnostics: [...diagnostics, ...reportTooLarge(cubing)],
    }
  const { cubed } = cubing
  const { sources, catalogue } = input
  return { policy, cubed, table: emit(cubed, { catalogue, sources, reach: new Map() }), diagnostics }
}
