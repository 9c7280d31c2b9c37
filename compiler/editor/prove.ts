import type { Diagnostic } from '../../lang/diagnostic.ts'
import type { Span } from '../../lang/span.ts'
import { analyse } from '../compile.ts'
import type { CompileInput } from '../input.ts'
import type { Reach } from '../reach.ts'
import { rulesOf } from '../rules.ts'
import { runTests, type TestResult } from '../test-runner.ts'
import type { Policy, PolicyRule } from '../typed.ts'
import { worstCases } from '../worst-cases.ts'
import { isSame } from './same-span.ts'
import { snapshotOf } from './snapshot.ts'

/** What the analyses and the tests say of a policy: the part of `gwc check` that takes more than a keystroke. */
export interface Proof {
  readonly diagnostics: readonly Diagnostic[]
  readonly rules: readonly ProvedRule[]
  readonly tests: readonly ProvedTest[]
  readonly assertions: readonly ProvedAssertion[]
}

/** One row of a table. A file that is included twice has its rows twice. */
export interface ProvedRule {
  readonly name: string
  readonly span: Span
  /** Absent where the policy is too large to be divided. */
  readonly reach: Reach['kind'] | undefined
  /** The tests that it decides. */
  readonly tests: readonly Span[]
  /** The most that a request which it decides can take; absent for rows of other tables than `route`, and where none is sent. */
  readonly worst: Worst | undefined
}

/** Money in nano-dollars: infinite where nothing bounds it, absent where no price is known. */
export interface Worst {
  readonly attempts: number
  readonly timeMs: number
  readonly nanos: number | undefined
  /** The cap on steps left open whether more is possible. */
  readonly isOpen: boolean
}

/** An assertion, and what came of it. */
export interface ProvedAssertion {
  readonly span: Span
  readonly verdict: 'holds' | 'false' | 'vacuous' | 'unproven'
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
    rules: provedRules(policy, context?.reach, results, worstOf(policy, input)),
    tests: results.map(({ span, passed, got, by }) => ({ span, passed, got, by })),
    assertions: context === undefined ? [] : provedAssertions(policy, diagnostics),
  }
}

/** What the analysis said of an assertion; of one that holds it says nothing. */
function provedAssertions({ assertions }: Policy, found: readonly Diagnostic[]): readonly ProvedAssertion[] {
  const said = found.flatMap(({ code, primary }) => {
    const verdict = verdictOf(code)
    return verdict === undefined ? [] : [{ at: primary.span, verdict }]
  })
  return assertions.map(({ span, at, condition }) => {
    const own = said.find((each) => isSame(each.at, at) || isSame(each.at, condition.span))
    return { span, verdict: own?.verdict ?? 'holds' }
  })
}

function verdictOf(code: string): ProvedAssertion['verdict'] | undefined {
  if (code === 'GWC3004') return 'vacuous'
  if (code === 'GWC2301' || code === 'GWC2302') return 'unproven'
  return code.startsWith('GWC30') ? 'false' : undefined
}

function worstOf(policy: Policy, input: CompileInput): ReadonlyMap<PolicyRule, Worst> {
  const found = new Map<PolicyRule, Worst>()
  for (const { rule, worst, isOpen } of worstCases(policy, input))
    if (worst !== undefined)
      found.set(rule, {
        attempts: worst.attempts,
        timeMs: worst.timeMs,
        nanos: worst.cost?.nanos,
        isOpen,
      })
  return found
}

function provedRules(
  policy: Policy,
  reach: ReadonlyMap<object, Reach> | undefined,
  results: readonly TestResult[],
  worst: ReadonlyMap<PolicyRule, Worst>,
): readonly ProvedRule[] {
  const tested = Map.groupBy(results, ({ by }) => by)
  return rulesOf(policy).map((rule) => ({
    name: rule.name,
    span: rule.span,
    reach: reach?.get(rule)?.kind,
    tests: (tested.get(rule.name) ?? []).map(({ span }) => span),
    worst: worst.get(rule),
  }))
}
