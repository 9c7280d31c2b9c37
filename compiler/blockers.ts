import type { TableName } from '../core/tables.ts'
import { type Steps, uncovered } from './cover.ts'
import { contains, type Cube, meet } from './cube.ts'
import type { CubedPolicy, CubedRule } from './cubed.ts'
import { actionOf } from './emit/actions.ts'
import { stepsMax } from './reach.ts'
import { otherTraffic } from './traffic.ts'

/** An earlier rule that takes requests of a rule which can never run. */
export interface Blocker {
  readonly by: CubedRule
  /** A guard's deny stands before the other tables. */
  readonly isGuard: boolean
  readonly hasSameOutcome: boolean
  /** The blocked rule's only cube, where it has one. */
  readonly target: Cube | undefined
  /** Whether it takes all of them by itself. */
  readonly takesAll: boolean
}

/**
 * Earlier rules that together take every request of `rule`, first to last. None can be left out, but for one: when
 * rules with another outcome decide some of the requests, one of those is always among them.
 *
 * None at all: the rule's requests are other traffic than its table's.
 *
 * INVARIANT: the rule is covered by that, the earlier rules of its table and the guard's denies.
 */
export function blockersOf(
  cubed: CubedPolicy,
  table: TableName,
  rule: CubedRule,
  earlier: readonly CubedRule[],
): readonly Blocker[] {
  const steps: Steps = { left: stepsMax }
  const outside = [...cubed.space.impossible, ...otherTraffic(cubed.space, table)]
  const takers = takersOf(cubed, rule, earlier, outside, steps)
  const telling = takers.find((each) => !each.hasSameOutcome)
  const drop = (left: readonly Blocker[], each: Blocker): readonly Blocker[] =>
    without(cubed, rule, left, each, outside, steps)
  const needed = takers.reduce((left, each) => (each === telling ? left : drop(left, each)), takers)
  const hasOther = needed.some((each) => each !== telling && !each.hasSameOutcome)
  return telling !== undefined && hasOther ? drop(needed, telling) : needed
}

/** The list without `each`, if the rest still takes every request of the rule. */
function without(
  cubed: CubedPolicy,
  rule: CubedRule,
  list: readonly Blocker[],
  each: Blocker,
  outside: readonly Cube[],
  steps: Steps,
): readonly Blocker[] {
  const fewer = list.filter((other) => other !== each)
  const taken = [...outside, ...fewer.flatMap(({ by }) => by.cubes)]
  return isCovered(cubed, rule.cubes, taken, steps) ? fewer : list
}

/** Earlier rules that decide some request which `rule` matches: those that an even earlier one leaves something. */
function takersOf(
  cubed: CubedPolicy,
  rule: CubedRule,
  earlier: readonly CubedRule[],
  outside: readonly Cube[],
  steps: Steps,
): readonly Blocker[] {
  const taken: Cube[] = [...outside]
  const takers: Blocker[] = []
  for (const { by, isGuard } of before(cubed, earlier)) {
    const shared = sharedBy(rule, by)
    if (shared.length > 0 && !isCovered(cubed, shared, taken, steps)) takers.push(blocker(rule, by, isGuard))
    if (shared.length > 0) taken.push(...by.cubes)
  }
  return takers
}

function before(
  cubed: CubedPolicy,
  earlier: readonly CubedRule[],
): readonly { readonly by: CubedRule; readonly isGuard: boolean }[] {
  const denies = cubed.guard.filter(({ rule }) => rule.action.kind === 'deny')
  return [...denies.map((by) => ({ by, isGuard: true })), ...earlier.map((by) => ({ by, isGuard: false }))]
}

function blocker(rule: CubedRule, by: CubedRule, isGuard: boolean): Blocker {
  const takesAll = rule.cubes.every((cube) => by.cubes.some((whole) => contains(whole, cube)))
  const target = rule.cubes.length === 1 ? rule.cubes[0] : undefined
  return { by, isGuard, hasSameOutcome: !isGuard && hasSameOutcome(rule, by), target, takesAll }
}

/** Whether two rules do exactly the same. */
export function hasSameOutcome(a: CubedRule, b: CubedRule): boolean {
  return JSON.stringify(actionOf(a.rule)) === JSON.stringify(actionOf(b.rule))
}

/** Requests that both rules match. */
export function sharedBy(a: CubedRule, b: CubedRule): readonly Cube[] {
  return a.cubes.flatMap((mine) =>
    b.cubes.map((theirs) => meet(mine, theirs)).filter((both) => both !== undefined),
  )
}

/** Whether `earlier` takes every request of the cubes; what the cap on steps leaves open counts as not. */
export function isCovered(
  cubed: CubedPolicy,
  cubes: readonly Cube[],
  earlier: readonly Cube[],
  steps: Steps = { left: stepsMax },
): boolean {
  return cubes.every((cube) => uncovered(cubed.space, cube, earlier, steps).kind === 'covered')
}
