import type { Diagnostic } from '../../lang/diagnostic.ts'
import type { Span } from '../../lang/span.ts'
import { analyse } from '../compile.ts'
import type { CompileInput } from '../input.ts'
import type { Reach } from '../reach.ts'
import { rulesOf } from '../rules.ts'
import { runTests, type TestResult } from '../test-runner.ts'
import type { Policy } from '../typed.ts'
import { snapshotOf } from './snapshot.ts'

/** What the analyses and the tests say of a policy: the part of `gwc check` that takes more than a keystroke. */
export interface Proof {
  readonly diagnostics: readonly Diagnostic[]
  readonly rules: readonly ProvedRule[]
  readonly tests: readonly ProvedTest[]
}

/** One row of a table. A file that is included twice has its rows twice. */
export interface ProvedRule {
  readonly name: string
  readonly span: Span
  /** Absent where the policy is too large to be divided. */
  readonly reach: Reach['kind'] | undefined
  /** The tests that it decides. */
  readonly tests: readonly Span[]
}

export interface ProvedTest extends Pick<TestResult, 'passed' | 'got' | 'by'> {
  readonly span: Span
}

/** Asks everything of a policy that checks; `undefined` while it has an error of syntax, names or types. */
export function prove(input: CompileInput): Proof | undefined {
  const { policy } = snapshotOf(input).checked
  if (policy === undefined) return undefined
  const { context, diagnostics } = analyse(policy, input)
  const results = runTests(policy, input.catalogue)
  return {
    diagnostics: [...diagnostics, ...results.flatMap((result) => result.diagnostics)],
    rules: provedRules(policy, context?.reach, results),
    tests: results.map(({ span, passed, got, by }) => ({ span, passed, got, by })),
  }
}

function provedRules(
  policy: Policy,
  reach: ReadonlyMap<object, Reach> | undefined,
  results: readonly TestResult[],
): readonly ProvedRule[] {
  const tested = Map.groupBy(results, ({ by }) => by)
  return rulesOf(policy).map((rule) => ({
    name: rule.name,
    span: rule.span,
    reach: reach?.get(rule)?.kind,
    tests: (tested.get(rule.name) ?? []).map(({ span }) => span),
  }))
}
