import type { Policy } from '../typed.ts'
import { isShown, type JudgedGoal, shownBy } from './coverage.ts'
import type { DraftTest } from './draft-test.ts'
import type { GoalCase, GoalKind } from './goal.ts'

/** What a test for the first also shows of the later: an edge is a side, and with its other half the rule. */
const order: readonly GoalKind[] = ['edge', 'side', 'outcome', 'rule']

/** Few tests that together show every goal which none shows yet, in the order of the policy's rules. */
export function missingTests(policy: Policy, goals: readonly JudgedGoal[]): readonly DraftTest[] {
  const wanted = goals.flatMap(({ goal, state }) =>
    state.kind === 'missing' ? [{ kind: goal.kind, cases: state.cases, test: state.test }] : [],
  )
  const sorted = wanted.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
  const chosen = withoutSpare(choose(policy, sorted))
  return wanted.map(({ test }) => test).filter((test) => chosen.has(test))
}

interface Wanted {
  readonly cases: readonly GoalCase[]
  readonly test: DraftTest
}

/** Takes a goal's test only when no test taken so far shows the goal. Per test, the goals that it shows. */
function choose(policy: Policy, wanted: readonly Wanted[]): Map<DraftTest, ReadonlySet<Wanted>> {
  const chosen = new Map<DraftTest, ReadonlySet<Wanted>>()
  const done = new Set<Wanted>()
  for (const each of wanted) {
    if (done.has(each)) continue
    const shown = shownBy(policy, [each.test])
    const shows = new Set(wanted.filter(({ cases }) => isShown(cases, shown)))
    chosen.set(each.test, shows)
    for (const other of shows) done.add(other)
  }
  return chosen
}

/** The tests of which each is the only one to show some goal. */
function withoutSpare(chosen: ReadonlyMap<DraftTest, ReadonlySet<Wanted>>): ReadonlySet<DraftTest> {
  const counts = new Map<Wanted, number>()
  for (const shows of chosen.values()) for (const goal of shows) counts.set(goal, (counts.get(goal) ?? 0) + 1)
  const kept = new Set(chosen.keys())
  for (const [test, shows] of [...chosen].toReversed()) {
    if ([...shows].some((goal) => counts.get(goal) === 1)) continue
    kept.delete(test)
    for (const goal of shows) counts.set(goal, (counts.get(goal) ?? 0) - 1)
  }
  return kept
}
