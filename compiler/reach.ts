import { type TableName, tableNames, tables } from '../core/tables.ts'
import { type Steps, uncovered } from './cover.ts'
import { type CubeIndex, indexCubes } from './cover-index.ts'
import type { Cube } from './cube.ts'
import type { CubedPolicy, CubedRule } from './cubed.ts'
import type { PolicyRule } from './rules.ts'
import { otherTraffic } from './traffic.ts'

/** Whether some request is decided by a rule, and how many steps it took to say. */
export type Reach = Answer & { readonly steps: number }

type Answer =
  /** No request meets its condition. */
  | { readonly kind: 'empty' }
  /** Each request that meets it is taken earlier. */
  | { readonly kind: 'covered' }
  /** The rule decides every request of this cube. */
  | { readonly kind: 'reached'; readonly cube: Cube }
  /** The cap on steps came first. */
  | { readonly kind: 'unproven' }

/** Steps for one rule. Gateway-shaped rules take hundreds, a default after thousands of them tens of thousands; what needs more is reported as unproven. */
export const stepsMax = 250_000

/** Steps for all rules of a policy: a few seconds. Past it each rule has only as many as an ordinary one takes. */
const stepsOfPolicyMax = 40_000_000
const stepsMin = 25_000

/** For every rule whether it can decide a request: one that the guard lets through, and no earlier row of a first-match table takes. */
export function reachOf(cubed: CubedPolicy): ReadonlyMap<PolicyRule, Reach> {
  const policy: Steps = { left: stepsOfPolicyMax }
  return new Map(
    tableNames.flatMap((name) => {
      const rules: readonly CubedRule[] = cubed[name]
      const before = outsideOf(cubed, name)
      return tables[name] === 'every'
        ? reachOfEach(cubed, rules, before, policy)
        : reachOfTable(cubed, rules, before, policy)
    }),
  )
}

/** The requests that a table is never asked about: those that cannot be, that the guard denies, or of other traffic. */
export function outsideOf(cubed: CubedPolicy, table: TableName): readonly Cube[] {
  const { impossible } = cubed.space
  if (table === 'guard') return impossible
  return [...impossible, ...otherTraffic(cubed.space, table), ...deniedBy(cubed)]
}

/** The requests that the guard denies: no other table is asked about them. */
export function deniedBy(cubed: CubedPolicy): readonly Cube[] {
  return cubed.guard.filter(({ rule }) => rule.action.kind === 'deny').flatMap(({ cubes }) => cubes)
}

/** Where all rows apply, none takes a request from another. */
function reachOfEach(
  cubed: CubedPolicy,
  rules: readonly CubedRule[],
  outside: readonly Cube[],
  policy: Steps,
): readonly (readonly [PolicyRule, Reach])[] {
  return rules.map(({ rule, cubes }) => [rule, reachOfCubes(cubed, cubes, () => outside, policy)] as const)
}

function reachOfTable(
  cubed: CubedPolicy,
  rules: readonly CubedRule[],
  outside: readonly Cube[],
  policy: Steps,
): readonly (readonly [PolicyRule, Reach])[] {
  const index = indexCubes(cubed.space, [...outside, ...rules.flatMap(({ cubes }) => cubes)])
  let before = outside.length
  return rules.map((each) => {
    const found = reachOfCubes(cubed, each.cubes, nearer(index, before), policy)
    before += each.cubes.length
    return [each.rule, found] as const
  })
}

function nearer(index: CubeIndex, before: number): (cube: Cube) => readonly Cube[] {
  return (cube) => index.near(cube, before)
}

function reachOfCubes(
  cubed: CubedPolicy,
  cubes: readonly Cube[],
  earlier: (cube: Cube) => readonly Cube[],
  policy: Steps,
): Reach {
  const allowed = Math.max(stepsMin, Math.min(stepsMax, policy.left))
  const steps: Steps = { left: allowed }
  const answer = ask(cubed, cubes, earlier, steps)
  policy.left -= allowed - steps.left
  return { ...answer, steps: allowed - steps.left }
}

function ask(
  cubed: CubedPolicy,
  cubes: readonly Cube[],
  earlier: (cube: Cube) => readonly Cube[],
  steps: Steps,
): Answer {
  if (cubes.length === 0) return { kind: 'empty' }
  let isProven = true
  for (const cube of cubes) {
    const found = uncovered(cubed.space, cube, earlier(cube), steps)
    if (found.kind === 'witness') return { kind: 'reached', cube: found.cube }
    if (found.kind === 'unproven') isProven = false
  }
  return isProven ? { kind: 'covered' } : { kind: 'unproven' }
}
