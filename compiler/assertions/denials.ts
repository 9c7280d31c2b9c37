import type { CubedRule } from '../cubed.ts'
import { type Region, within } from '../region.ts'
import type { GuardRule } from '../typed.ts'
import { type Questions, requestsOf } from './questions.ts'
import { type Situation, situationsOf } from './situations.ts'
import { take } from './take.ts'
import type { Violation } from './violation.ts'

/** Requests that are let through; one for each rule. `regions` lie outside what the guard denies. */
export function* findAnswers(q: Questions, regions: readonly Region[]): Generator<Violation> {
  for (const number of q.ground.route.rules.keys()) yield* take(1, each(q, number, regions, answerIn))
}

/** Requests that a guard row, or a rule, denies; one for each. */
export function* findDenials(
  q: Questions,
  everywhere: readonly Region[],
  regions: readonly Region[],
): Generator<Violation> {
  for (const guard of q.ground.cubed.guard) yield* take(1, deniedByRow(q, everywhere, guard))
  for (const number of q.ground.route.rules.keys()) yield* take(1, each(q, number, regions, denialIn))
}

function* deniedByRow(
  q: Questions,
  everywhere: readonly Region[],
  { rule, cubes }: CubedRule<GuardRule>,
): Generator<Violation> {
  if (rule.action.kind !== 'deny') return
  for (const region of everywhere.flatMap((one) => within(one, cubes))) {
    const cube = requestsOf(q, region)
    if (cube !== undefined) yield { what: { kind: 'denies', by: rule }, region, cube }
  }
}

function* each(
  q: Questions,
  number: number,
  regions: readonly Region[],
  breachOf: (situation: Situation) => Violation['what'] | undefined,
): Generator<Violation> {
  for (const start of regions) {
    for (const situation of situationsOf(q, number, start)) {
      const what = breachOf(situation)
      if (what !== undefined) yield { what, region: situation.region, cube: situation.cube }
    }
  }
}

/** Whether requests of a situation get past guard and route. */
export const isAnswered = ({ stages: [first] }: Situation): boolean =>
  first !== undefined && first.pick !== 'deny'

function answerIn({ rule, stages: [stage] }: Situation): Violation['what'] | undefined {
  return stage === undefined || stage.pick === 'deny' ? undefined : { kind: 'answers', rule, stage }
}

function denialIn({ rule, stages: [stage], bans }: Situation): Violation['what'] | undefined {
  if (stage === undefined) return { kind: 'leaves-none', rule, bans }
  return stage.pick === 'deny' ? { kind: 'denies', by: rule } : undefined
}
