import { builtinAttempt } from '../../core/builtin-attempt.ts'
import type { AttemptAction } from '../../schemas/generated/decision-table.ts'
import { heaviestPath } from '../chain-ways.ts'
import { decidedBy, leftOver } from '../first-match.ts'
import type { Region } from '../region.ts'
import type { AttemptRule, TypedStage } from '../typed.ts'
import { isAnswered } from './denials.ts'
import { type Questions, requestsOf } from './questions.ts'
import { type Situation, situationsOf } from './situations.ts'
import { take } from './take.ts'
import type { Violation } from './violation.ts'

/** Requests of a region with the same deadlines and retries. */
export interface Attempting {
  /** `undefined` where no row of the policy says: the built-in values hold. */
  readonly row: AttemptRule | undefined
  readonly action: AttemptAction
  readonly region: Region
}

/** A region by the row of `attempt` that decides; some of the parts may have no request. */
export function attemptsIn(q: Questions, region: Region): readonly Attempting[] {
  const { attempt } = q.ground
  return [
    ...attempt.rules.flatMap(({ rule }, number) =>
      decidedBy(attempt, number, region).map((part) => ({ row: rule, action: rule.action, region: part })),
    ),
    { row: undefined, action: builtinAttempt, region: leftOver(attempt, region) },
  ]
}

/** How often a chain may be sent upstream: each stage on the longest way once, and as often again as it is retried. */
export function attemptsOf(stages: readonly TypedStage[], { retries }: AttemptAction): number {
  return heaviestPath(
    stages,
    stages.map(({ pick }) => (pick === 'deny' ? 0 : 1 + retries)),
  ).total
}

/** Requests that may be sent upstream more often than `max`; one for each rule. */
export function* findAttempts(q: Questions, regions: readonly Region[], max: number): Generator<Violation> {
  const actions = [builtinAttempt, ...q.ground.attempt.rules.map(({ rule }) => rule.action)]
  for (const [number, { rule }] of q.ground.route.rules.entries())
    if (actions.some((action) => rule.stages.length * (1 + action.retries) > max))
      yield* take(
        1,
        breaches(q, number, regions, (situation, each) => tooOften(situation, each, max)),
      )
}

function tooOften(
  { rule, stages }: Situation,
  { row, action }: Attempting,
  max: number,
): Violation['what'] | undefined {
  const total = attemptsOf(stages, action)
  return total > max ? { kind: 'attempts', rule, row, action, total, stages } : undefined
}

/**
 * Requests that may take longer than `max` milliseconds; one for each rule. `total` bounds a request whole, with its
 * retries, waits and fallbacks, and a stream that never pauses for `idle` can use all of it.
 */
export function* findTimes(q: Questions, regions: readonly Region[], max: number): Generator<Violation> {
  const actions = [builtinAttempt, ...q.ground.attempt.rules.map(({ rule }) => rule.action)]
  if (actions.every(({ totalMs }) => totalMs <= max)) return
  for (const number of q.ground.route.rules.keys())
    yield* take(
      1,
      breaches(q, number, regions, ({ rule }, { row, action }) =>
        action.totalMs > max ? { kind: 'time', rule, row, action } : undefined,
      ),
    )
}

function* breaches(
  q: Questions,
  number: number,
  regions: readonly Region[],
  breachOf: (situation: Situation, attempting: Attempting) => Violation['what'] | undefined,
): Generator<Violation> {
  for (const start of regions) {
    for (const situation of situationsOf(q, number, start)) {
      if (!isAnswered(situation)) continue
      for (const each of attemptsIn(q, situation.region)) {
        const what = breachOf(situation, each)
        const cube = what && requestsOf(q, each.region)
        if (what !== undefined && cube !== undefined) yield { what, region: each.region, cube }
      }
    }
  }
}
