import { type Diagnostic, hasErrors } from '../lang/diagnostic.ts'
import { noAttemptDefaults } from './check/attempt.ts'
import type { Checking } from './check/checking.ts'
import { checkCondition } from './check/condition.ts'
import { servedModels } from './check/model.ts'
import { checkModule } from './check/module.ts'
import { openWalk } from './check/open-walk.ts'
import { resolveTests } from './check/test-rules.ts'
import type { CompileInput } from './input.ts'
import type { Modules } from './modules.ts'
import type { Policy } from './typed.ts'

/**
 * Types a linked policy: names resolved, constants in base units, sets spelled out, includes spliced in with their
 * conditions. `policy` is undefined when an error stands, here or from linking.
 */
export function check(
  modules: Modules,
  input: CompileInput,
): { readonly policy: Policy | undefined; readonly diagnostics: readonly Diagnostic[] } {
  const c: Checking = {
    input,
    facts: modules.facts,
    factPlaces: modules.factPlaces,
    factsAreKnown: modules.factsAreKnown,
    isParsed: !modules.broken,
    findings: new Map(),
    unknown: new Set(),
    checkFilter: checkCondition,
  }
  const walk = openWalk(c, modules.root)
  checkModule(walk, modules.root, noAttemptDefaults)
  const tests = resolveTests(c, walk.tests, walk.ruleNames)
  const diagnostics = [...c.findings.values()]
  const isBroken = modules.broken || hasErrors(diagnostics)
  if (isBroken) return { policy: undefined, diagnostics }
  const served = servedModels(input).map(({ id }) => id)
  return {
    policy: { root: input.root, zone: modules.zone, facts: modules.facts, served, ...walk.out, tests },
    diagnostics,
  }
}
