import { addClass, areDisjoint, classes as classSet, hasClass, noClass } from '../class-set.ts'
import { areApart, type Cube, meet, restrict, restrictionOn } from '../cube.ts'
import type { CubedRule } from '../cubed.ts'
import { decidedBy } from '../first-match.ts'
import { modelsOf } from '../never-use.ts'
import { stagesLeft } from '../outcome.ts'
import { type Region, within, without } from '../region.ts'
import type { GuardRule, RouteRule, TypedStage } from '../typed.ts'
import { type Ground, servedAt } from './ground.ts'
import { judgeOf } from './judging.ts'
import { type Questions, requestsOf } from './questions.ts'

/** Requests of one rule that have one chain left after the guard: no further question tells their stages apart. */
export interface Situation {
  readonly rule: RouteRule
  readonly region: Region
  /** Some of its requests. */
  readonly cube: Cube
  /** What the guard leaves of the rule's stages. Empty, or `deny` first: the requests are denied. */
  readonly stages: readonly TypedStage[]
  /** The `never use` rows that took something out. */
  readonly bans: readonly GuardRule[]
  /** The served models that its requests may ask for, where a stage is `asked`: each is asked of by itself. */
  readonly asked: readonly string[]
}

/** Every situation that some request of the region is in, at the rule of that number. */
export function* situationsOf(q: Questions, number: number, region: Region): Generator<Situation> {
  const { route, cubed } = q.ground
  const { rule } = route.rules[number] as CubedRule<RouteRule>
  const judges = cubed.cache.flatMap((each) => judgeOf(each.rule) ?? [])
  const guards = cubed.guard.filter((each) => concerns(each.rule, rule, judges))
  for (const part of decidedBy(route, number, region))
    yield* split(q, rule, { region: part, bans: [] }, guards)
}

function concerns({ action }: GuardRule, { stages }: RouteRule, judges: readonly string[]): boolean {
  if (action.kind !== 'never-use') return false
  if (stages.some(({ pick }) => pick === 'asked')) return true
  return [...stages.flatMap((stage) => modelsOf(stage)), ...judges].some((model) =>
    action.models.includes(model),
  )
}

/** A part of a rule's requests, and the rows that are known to apply to all of it. */
interface Part {
  readonly region: Region
  readonly bans: readonly GuardRule[]
}

/** Tells apart whom each row concerns, row by row; what is empty is left at once. */
function* split(
  q: Questions,
  rule: RouteRule,
  { region, bans }: Part,
  guards: readonly CubedRule<GuardRule>[],
): Generator<Situation> {
  if (requestsOf(q, region) === undefined) return
  const [guard, ...others] = guards.filter(({ cubes }) => cubes.some((each) => !areApart(each, region.cube)))
  if (guard === undefined) return yield* splitAsked(q, rule, { region, bans })
  yield* split(q, rule, { region: without(region, guard.cubes), bans }, others)
  for (const part of within(region, guard.cubes))
    yield* split(q, rule, { region: part, bans: [...bans, guard.rule] }, others)
}

/** Requests for a model that the rows forbid skip the stages that are `asked`. */
function* splitAsked(q: Questions, rule: RouteRule, { region, bans }: Part): Generator<Situation> {
  const isAsking = rule.stages.some(({ pick }) => pick === 'asked')
  const parts = isAsking && bans.length > 0 ? partsByAsked(q.ground, region, bans) : [{ region }]
  for (const { region: part, forbidden } of parts) {
    const cube = requestsOf(q, part)
    if (cube === undefined) continue
    const asked = forbidden === undefined && isAsking ? askedIn(q.ground, rule, part.cube, bans) : []
    yield { rule, region: part, cube, stages: stagesLeft(rule.stages, bans, forbidden), bans, asked }
  }
}

interface AskedPart {
  readonly region: Region
  /** A model that is asked for and forbidden. */
  readonly forbidden?: string
}

function partsByAsked(ground: Ground, region: Region, bans: readonly GuardRule[]): readonly AskedPart[] {
  const { number, axis } = modelAxis(ground)
  if (axis === undefined) return [{ region }]
  const { served, servedEmbeddings } = ground.cubed.policy
  const forbidden = [...served, ...servedEmbeddings].filter((id) => isBanned(id, bans))
  const inside = noClass(axis.count)
  for (const id of forbidden) addClass(inside, axis.classOf(id))
  const here = restrictionOn(region.cube, number) ?? axis.full
  const meets = forbidden.find((id) => hasClass(here, axis.classOf(id)))
  if (areDisjoint(here, inside) || meets === undefined) return [{ region }]
  const outside = here.map((word, index) => word & ~(inside[index] ?? 0))
  const both = here.map((word, index) => word & (inside[index] ?? 0))
  const part = (set: Uint32Array): Region => ({ ...region, cube: restrict(region.cube, number, set) })
  const rest = outside.some((word) => word !== 0) ? [{ region: part(outside) }] : []
  return [...rest, { region: part(both), forbidden: meets }]
}

/** Requests of a situation that ask for one of its models, where there are any. */
export function requestsFor(q: Questions, { region }: Situation, id: string): Cube | undefined {
  const cube = modelClass(q.ground, region.cube, id)
  return cube && requestsOf(q, { ...region, cube })
}

/** The requests of a cube that may ask for a model; `undefined` where none does. */
export function modelClass(ground: Ground, cube: Cube, id: string): Cube | undefined {
  const { number, axis } = modelAxis(ground)
  if (axis === undefined) return cube
  return meet(cube, [{ axis: number, set: classSet(axis.count, [axis.classOf(id)]) }])
}

/** The served models that the requests of a cube may ask for and that no row forbids. */
function askedIn(ground: Ground, rule: RouteRule, cube: Cube, bans: readonly GuardRule[]): readonly string[] {
  const { number, axis } = modelAxis(ground)
  const here = restrictionOn(cube, number)
  return servedAt(ground, rule).filter(
    (id) =>
      !isBanned(id, bans) && (axis === undefined || here === undefined || hasClass(here, axis.classOf(id))),
  )
}

const isBanned = (id: string, bans: readonly GuardRule[]): boolean =>
  bans.some(({ action }) => action.kind === 'never-use' && action.models.includes(id))

/** The axis of `model`, and its number; none where no condition asks for it. */
function modelAxis({ space }: Ground): {
  readonly number: number
  readonly axis: Ground['space']['axes'][number] | undefined
} {
  const number = space.axes.findIndex(({ fact }) => fact.name === 'model')
  return { number, axis: space.axes[number] }
}
