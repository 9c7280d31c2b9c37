import { waysTo } from '../chain-ways.ts'
import { decidedBy } from '../first-match.ts'
import { isForbidden, modelsOf } from '../never-use.ts'
import type { CacheRule, RouteRule, TypedStage } from '../typed.ts'
import { servedAt } from './ground.ts'
import { isAnswered } from './denials.ts'
import { judgeOf } from './judging.ts'
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
    if (rule.stages.some((stage) => mayUse(q, rule, stage, forbids)))
      yield* take(1, usesAt(q, number, regions, forbids))
}

function mayUse({ ground }: Questions, rule: RouteRule, stage: TypedStage, forbids: Forbids): boolean {
  const asked = stage.pick === 'asked' ? servedAt(ground, rule) : []
  return [...asked, ...modelsOf(stage)].some(forbids)
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
    const isPromoted = index === 0 && stage.on.length > 0
    for (const { model, isAsked, isCopy } of usesOf(stage, situation.asked)) {
      const cube = !forbids(model) ? undefined : isAsked ? requestsFor(q, situation, model) : situation.cube
      if (cube === undefined) continue
      const what = { kind: 'uses', rule, stage, model, on, isPromoted, isCopy } as const
      yield { what, region, cube, ...(isAsked ? { facts: { model } } : {}) }
    }
  }
}

/** A model that a stage may send requests to. */
interface Use {
  readonly model: string
  readonly isAsked: boolean
  readonly isCopy: boolean
}

function usesOf({ pick, models, shadow }: TypedStage, asked: readonly string[]): readonly Use[] {
  const isAsked = pick === 'asked'
  const own = (isAsked ? asked : models).map((model): Use => ({ model, isAsked, isCopy: false }))
  return shadow === undefined ? own : [...own, { model: shadow.model, isAsked: false, isCopy: true }]
}

/** Requests whose cached answers a forbidden model judges; one for each row. */
export function* findJudges(
  q: Questions,
  regions: readonly Region[],
  forbids: Forbids,
): Generator<Violation> {
  for (const [number, { rule }] of q.ground.cache.rules.entries()) {
    const model = judgeOf(rule)
    if (model !== undefined && forbids(model)) yield* take(1, judgedBy(q, number, regions, { rule, model }))
  }
}

function* judgedBy(
  q: Questions,
  number: number,
  regions: readonly Region[],
  { rule: row, model }: { readonly rule: CacheRule; readonly model: string },
): Generator<Violation> {
  for (const part of regions.flatMap((region) => decidedBy(q.ground.cache, number, region))) {
    for (const route of q.ground.route.rules.keys()) {
      for (const situation of situationsOf(q, route, part)) {
        const { region, cube, bans } = situation
        if (isAnswered(situation) && !isForbidden(model, bans))
          yield { what: { kind: 'judges', row, model }, region, cube }
      }
    }
  }
}
