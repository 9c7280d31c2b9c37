import { waysTo } from '../chain-ways.ts'
import type { TypedStage } from '../typed.ts'
import type { Questions } from './questions.ts'
import { requestsFor, type Situation, situationsOf } from './situations.ts'
import type { Region } from '../region.ts'
import { take } from './take.ts'
import type { Violation } from './violation.ts'

/** Which models an assertion is about: any of these makes it false. */
export type Forbids = (model: string) => boolean

/** Requests that a stage, a fallback or a model asked for takes to a forbidden model; one for each rule. */
export function* findUses(q: Questions, regions: readonly Region[], forbids: Forbids): Generator<Violation> {
  for (const [number, { rule }] of q.ground.route.rules.entries())
    if (rule.stages.some((stage) => mayUse(q, stage, forbids)))
      yield* take(1, usesAt(q, number, regions, forbids))
}

function mayUse(q: Questions, stage: TypedStage, forbids: Forbids): boolean {
  return (stage.pick === 'asked' ? q.ground.cubed.policy.served : stage.models).some(forbids)
}

function* usesAt(
  q: Questions,
  number: number,
  regions: readonly Region[],
  forbids: Forbids,
): Generator<Violation> {
  for (const region of regions)
    for (const situation of situationsOf(q, number, region)) yield* usesIn(q, situation, forbids)
}

function* usesIn(q: Questions, situation: Situation, forbids: Forbids): Generator<Violation> {
  const { rule, stages, region } = situation
  const ways = waysTo(stages)
  if (stages[0]?.pick === 'deny') return
  for (const [index, stage] of stages.entries()) {
    const on = ways[index]
    if (on === undefined) continue
    const isAsked = stage.pick === 'asked'
    for (const model of (isAsked ? situation.asked : stage.models).filter(forbids)) {
      const cube = isAsked ? requestsFor(q, situation, model) : situation.cube
      if (cube === undefined) continue
      const isPromoted = index === 0 && stage.on.length > 0
      const what = { kind: 'uses', rule, stage, model, on, isPromoted } as const
      yield { what, region, cube, ...(isAsked ? { facts: { model } } : {}) }
    }
  }
}
