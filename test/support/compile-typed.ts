import { finish, type Compilation } from '../../compiler/compile.ts'
import type { Policy } from '../../compiler/typed.ts'
import { builtinCatalogue } from '../../core/catalogue.ts'

/** Compiles a typed policy as if its text had been checked. */
export function compileTyped(policy: Policy, text = ''): Compilation {
  const catalogue = builtinCatalogue()
  const input = {
    root: policy.root,
    sources: new Map([[policy.root, text]]),
    catalogue,
    providers: undefined,
    asOf: catalogue.date,
  }
  return finish(policy, input, [])
}
