import type { Cube } from '../cube.ts'
import type { Region } from '../region.ts'
import { type RequestBounds, type RequestCost, requestCost, type Sent, windowOf } from '../worst-cost.ts'
import { type Attempting, attemptsIn } from './attempting.ts'
import { boundedParts, type Largest, largestFacts } from './bounds.ts'
import type { Ground } from './ground.ts'
import { judgedParts } from './judging.ts'
import { shapedParts } from './shaping.ts'
import { isAnswered } from './denials.ts'
import { witnessOf } from '../witness.ts'
import { type Questions, requestsOf } from './questions.ts'
import { modelClass, type Situation, situationsOf } from './situations.ts'
import { take } from './take.ts'
import type { Violation } from './violation.ts'

/** What requests that are decided, attempted and bounded alike can cost at the most. */
interface Candidate {
  readonly cost: RequestCost
  readonly region: Region
  readonly bounds: RequestBounds
  /** The model that they ask for, where a stage is `asked`. */
  readonly asked: string | undefined
}

/** Requests that may cost more than `max` nano-dollars; one for each rule, and of that the dearest. */
export function* findCosts(q: Questions, regions: readonly Region[], max: number): Generator<Violation> {
  for (const number of q.ground.route.rules.keys()) yield* take(1, dearestAt(q, number, regions, max))
}

/** The dearest requests that a rule decides, where they cost more than `above` nano-dollars. */
export function* dearestAt(
  q: Questions,
  number: number,
  regions: readonly Region[],
  above: number,
): Generator<Violation> {
  let dearest: Violation | undefined
  let most = above
  for (const start of regions) {
    for (const situation of situationsOf(q, number, start)) {
      if (!isAnswered(situation)) continue
      for (const attempting of attemptsIn(q, situation.region)) {
        const found = dearestOf(q, situation, attempting, most)
        if (found === undefined) continue
        most = found.cost.nanos
        dearest = found.violation
      }
    }
  }
  if (dearest !== undefined) yield dearest
}

/** The dearest candidate with a request in it: they are asked in order, so that most often one question is enough. */
function dearestOf(
  q: Questions,
  situation: Situation,
  attempting: Attempting,
  above: number,
): { readonly cost: RequestCost; readonly violation: Violation } | undefined {
  const candidates = candidatesOf(q, situation, attempting)
    .filter(({ cost }) => cost.nanos > above)
    .toSorted((a, b) => (a.cost.nanos === b.cost.nanos ? 0 : b.cost.nanos - a.cost.nanos))
  for (const { cost, region, bounds, asked } of candidates) {
    const cube = requestsOf(q, region)
    if (cube === undefined) continue
    const { rule } = situation
    const { row, action } = attempting
    const says = witnessOf(q.ground.space, cube)
    const facts = {
      ...largestFacts(bounds, says, largestOf(q, cost)),
      ...(asked === undefined ? {} : { model: asked }),
    }
    const what = { kind: 'cost', rule, row, action, cost } as const
    return { cost, violation: { what, region, cube, facts } }
  }
  return undefined
}

function candidatesOf(q: Questions, situation: Situation, attempting: Attempting): readonly Candidate[] {
  const { ground } = q
  return shapedParts(ground, attempting.region).flatMap(({ region: shaped, cap }) =>
    judgedParts(ground, shaped, situation.bans).flatMap(({ region, judge }) =>
      boundedParts(ground, region.cube).flatMap(({ cube, bounds }) =>
        byAsked(ground, situation, cube).map(({ part, asked }): Candidate => {
          const sent: Sent = {
            stages: situation.stages,
            asked: asked === undefined ? [] : [asked],
            retries: attempting.action.retries,
            judge,
          }
          const sentBounds = { ...bounds, output: Math.min(bounds.output, cap) }
          const cost = requestCost(sent, sentBounds, ground.prices)
          return { cost, region: { ...region, cube: part }, bounds, asked }
        }),
      ),
    ),
  )
}

interface ByAsked {
  readonly part: Cube
  readonly asked: string | undefined
}

/**
 * A cube by the model that its requests ask for, where a stage is `asked`. A request for none that is served leaves such
 * a stage free of cost, which no other request makes it cheaper than: the cube as it is.
 */
function byAsked(ground: Ground, { asked }: Situation, cube: Cube): readonly ByAsked[] {
  const served = asked.flatMap((id): ByAsked[] => {
    const part = modelClass(ground, cube, id)
    return part === undefined ? [] : [{ part, asked: id }]
  })
  return [...served, { part: cube, asked: undefined }]
}

/** What the largest of the models takes that the dearest way sends to: its stages' and their copies'. */
function largestOf({ ground }: Questions, { stages }: RequestCost): Largest {
  const attempts = stages.flatMap(({ attempt, copy }) => (copy === undefined ? [attempt] : [attempt, copy]))
  const models = attempts.flatMap(({ model }) => ground.prices.catalogue.byId.get(model) ?? [])
  const largest = (values: readonly number[]): number => Math.max(0, ...values.filter(Number.isFinite))
  return {
    input: largest(models.map(windowOf)),
    output: largest(models.map((model) => model.maxOutput ?? model.context ?? 0)),
  }
}
