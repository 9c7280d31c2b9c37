import type { Diagnostic } from '../../lang/diagnostic.ts'
import { hasErrors } from '../../lang/diagnostic.ts'
import type { CompileInput } from '../input.ts'
import { layOut } from '../lay-out.ts'
import type { Cond } from '../typed.ts'

/** A condition that was given by itself, typed; or what is wrong with it. */
export type TypedCondition =
  | { readonly ok: true; readonly condition: Cond }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] }

/**
 * Types a condition as if it stood at the end of a policy: all that the policy names may be named. INVARIANT: the policy
 * itself checks, so that each error is one of the condition.
 */
export function typeCondition(text: string, input: CompileInput): TypedCondition {
  const root = input.sources.get(input.root) ?? ''
  const sources = new Map([
    ...input.sources,
    [input.root, `${root}\nguard {\n  deny "only" when (${text})\n}\n`],
  ])
  const { policy, diagnostics } = layOut({ ...input, sources })
  const found = policy?.guard.findLast(({ span }) => span.file === input.root)
  const own = diagnostics.filter(({ primary }) => primary.span.start >= root.length)
  return found === undefined || hasErrors(own)
    ? { ok: false, diagnostics: own }
    : { ok: true, condition: found.condition }
}
