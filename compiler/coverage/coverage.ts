import type { Witness } from '../../lang/diagnostic.ts'
import type { CubedPolicy } from '../cubed.ts'
import type { Policy, PolicyTest } from '../typed.ts'
import { askingOf } from './asked.ts'
import type { Expected } from './expectable.ts'
import { type Earlier, earlierCubes } from './earlier.ts'
import { findRequest } from './find-request.ts'
import type { Goal, GoalCase } from './goal.ts'
import { goalsOf } from './goals.ts'
import { type DraftTest, draftTest } from './draft-test.ts'
import { type Shown, shows } from './shows.ts'

/** Where tests stand with one goal. */
export type GoalState =
  | { readonly kind: 'covered' }
  /** No test shows it; this one would, as would any that shows one of the cases. */
  | { readonly kind: 'missing'; readonly cases: readonly GoalCase[]; readonly test: DraftTest }
  /** No request shows it: it counts neither for nor against. */
  | { readonly kind: 'unreachable' }
  /** The cap on steps came before an answer; it does not count. */
  | { readonly kind: 'unproven' }
  /** Only a request shows it that cannot be written down as a test, such as a number below zero; it does not count. */
  | { readonly kind: 'unwritable' }

export interface JudgedGoal {
  readonly goal: Goal
  readonly state: GoalState
}

/** What the tests that pass show of a policy: every goal with its state. */
export function coverageOf(cubed: CubedPolicy, passed: readonly PolicyTest[]): readonly JudgedGoal[] {
  const shown = shownBy(cubed.policy, passed)
  const earlier = earlierCubes(cubed)
  return goalsOf(cubed.policy).map((goal) => ({ goal, state: judge(cubed, earlier, goal, shown) }))
}

/** The tests as `isShown` looks at them. */
export function shownBy(
  policy: Policy,
  tests: readonly (Pick<PolicyTest, 'given'> & { readonly expect: Expected })[],
): readonly Shown[] {
  const asking = askingOf(policy)
  return tests.map(({ given, expect }) => {
    const facts = Object.fromEntries(given)
    return { facts, asks: asking(facts), expect }
  })
}

/** Whether one of the tests shows a case. */
export const isShown = (cases: readonly GoalCase[], tests: readonly Shown[]): boolean =>
  tests.some((test) => cases.some((each) => shows(test, each)))

function judge(cubed: CubedPolicy, earlier: Earlier, goal: Goal, tests: readonly Shown[]): GoalState {
  let state: GoalState = { kind: 'unreachable' }
  for (const cases of goal.tiers) {
    if (isShown(cases, tests)) return { kind: 'covered' }
    const accept = (facts: Witness): DraftTest | undefined => draftFor(cubed.policy, goal, cases, facts)
    const found = findRequest({ cubed, earlier, accept }, cases)
    if (found.kind === 'found') return { kind: 'missing', cases, test: found.value }
    if (found.kind === 'rejected') return { kind: 'unwritable' }
    if (found.kind === 'unproven') state = { kind: found.kind }
  }
  return state
}

/** The test of a request, where it can be written and shows the goal: what is denied says nothing of the cache. */
function draftFor(
  policy: Policy,
  goal: Goal,
  cases: readonly GoalCase[],
  facts: Witness,
): DraftTest | undefined {
  const test = draftTest(policy, goal, facts)
  return test !== undefined && isShown(cases, shownBy(policy, [test])) ? test : undefined
}
