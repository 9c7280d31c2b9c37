import type { Diagnostic } from '../lang/diagnostic.ts'
import { coverageOf, type JudgedGoal } from '../compiler/coverage/coverage.ts'
import { cubePolicy } from '../compiler/cubed.ts'
import { runTests, type TestResult } from '../compiler/test-runner.ts'
import type { Policy } from '../compiler/typed.ts'
import type { Project } from './project.ts'

/** What came of the tests of one policy. */
export interface Tested {
  readonly project: Project
  /** `undefined` where the policy does not check. */
  readonly policy: Policy | undefined
  /** Errors of the policy, for which its tests say nothing. */
  readonly errors: readonly Diagnostic[]
  readonly results: readonly TestResult[]
  /** What the tests that passed show; `undefined` where nobody asked or the policy has errors. */
  readonly coverage: readonly JudgedGoal[] | undefined
}

/** Compiles a policy and runs its tests. */
export function testPolicy(project: Project, asksCoverage: boolean): Tested {
  const { policy, models, diagnostics } = project.compile()
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  const results = policy === undefined ? [] : runTests(policy, models)
  const isCovered = asksCoverage && policy !== undefined && errors.length === 0
  return {
    project,
    policy,
    errors,
    results,
    coverage: isCovered ? coverageBy(policy, results) : undefined,
  }
}

function coverageBy(policy: Policy, results: readonly TestResult[]): readonly JudgedGoal[] | undefined {
  const cubing = cubePolicy(policy)
  const passed = policy.tests.filter((_, index) => results[index]?.passed)
  return cubing.kind === 'cubed' ? coverageOf(cubing.cubed, passed) : undefined
}
