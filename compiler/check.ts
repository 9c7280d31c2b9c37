import type { Model } from '../core/catalogue.ts'
import type { FactRow } from '../core/types.ts'
import { type Diagnostic, hasErrors } from '../lang/diagnostic.ts'
import type { AssertDecl } from '../lang/ast.ts'
import { checkAssertion, resolveAssertions } from './check/assertion.ts'
import { noAttemptDefaults } from './check/attempt.ts'
import type { Checking } from './check/checking.ts'
import { checkCondition } from './check/condition.ts'
import { checkFormerNames } from './check/former-names.ts'
import { checkGivenCounts } from './check/given-counts.ts'
import { findMeterCycles } from './check/meter-cycle.ts'
import { collectMeters } from './check/meters.ts'
import { servedModels } from './check/model.ts'
import { checkModule } from './check/module.ts'
import { openWalk } from './check/open-walk.ts'
import type { Declared } from './check/scope.ts'
import { resolveTests } from './check/test-rules.ts'
import { unusedNames } from './check/unused.ts'
import type { Collected } from './check/walk.ts'
import type { CompileInput } from './input.ts'
import type { Modules } from './modules.ts'
import type { Policy } from './typed.ts'

/** What comes of checking. What is whole is there although something else is broken: editors ask for it as one types. */
export interface Checked {
  /** Undefined when an error stands, here or from linking. */
  readonly policy: Policy | undefined
  readonly diagnostics: readonly Diagnostic[]
  /** The rows that are whole. */
  readonly rows: Readonly<Collected>
  /** Every constant and predicate, with what it stands for. */
  readonly declared: readonly Declared[]
}

/**
 * Types a linked policy: names resolved, constants in base units, sets spelled out, includes spliced in with their
 * conditions. An assertion that is `asked` beside the text stands at the end of the root file, and is the last of the
 * policy's.
 */
export function check(modules: Modules, input: CompileInput, asked?: AssertDecl): Checked {
  const c: Checking = {
    input,
    facts: modules.facts,
    factPlaces: modules.factPlaces,
    factsAreKnown: modules.factsAreKnown,
    meters: collectMeters(modules.root),
    providers: new Map(),
    isParsed: !modules.broken,
    findings: new Map(),
    unknown: new Set(),
    declared: [],
    used: new Set(),
    formerNames: [],
    affinity: undefined,
    checkFilter: checkCondition,
  }
  const walk = openWalk(c, modules.root)
  checkModule(walk, modules.root, noAttemptDefaults)
  if (asked !== undefined) checkAssertion(walk, asked)
  const assertions = resolveAssertions(c, walk.assertions, walk.ruleNames)
  findMeterCycles(c, [...walk.out.budget, ...walk.out.limit])
  const tests = resolveTests(c, walk.tests, walk.ruleNames)
  checkGivenCounts(c, tests, walk.out)
  const named = [...c.findings.values(), ...checkFormerNames(c.formerNames, walk.ruleNames)]
  // A mistake elsewhere may be the very use that is missing.
  const unused = modules.broken || hasErrors(named) ? [] : unusedNames(c.declared, c.used, modules.root)
  const diagnostics = [...named, ...unused]
  const isBroken = modules.broken || hasErrors(diagnostics)
  const found = { diagnostics, rows: walk.out, declared: c.declared }
  if (isBroken) return { policy: undefined, ...found }
  const idsOf = (kind: Model['kind']): readonly string[] => servedModels(input, kind).map(({ id }) => id)
  return {
    policy: {
      root: input.root,
      zone: modules.zone,
      facts: factsOf(c),
      served: idsOf('generation'),
      servedEmbeddings: idsOf('embedding'),
      affinity: c.affinity,
      ...walk.out,
      assertions,
      tests,
    },
    ...found,
  }
}

/** What conditions may name: facts of requests, of budgets and limits, and of the providers that they do ask about. */
function factsOf({ facts, meters, providers }: Checking): ReadonlyMap<string, FactRow> {
  const counted = [...meters.values()].flatMap((meter) => [...meter.facts.values()])
  const rows = [...counted, ...providers.values()]
  return new Map([...facts, ...rows.map((row): [string, FactRow] => [row.name, row])])
}
