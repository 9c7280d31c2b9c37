import { attemptsIn, attemptsOf } from './assertions/attempting.ts'
import { dearestAt } from './assertions/costing.ts'
import { isAnswered } from './assertions/denials.ts'
import { type Ground, groundOf } from './assertions/ground.ts'
import { openQuestions, type Questions, requestsOf } from './assertions/questions.ts'
import { situationsOf } from './assertions/situations.ts'
import { everything } from './cube.ts'
import { cubePolicy } from './cubed.ts'
import { outsideOf } from './reach.ts'
import type { Region } from './region.ts'
import type { Policy, RouteRule } from './typed.ts'
import type { Prices, RequestCost } from './worst-cost.ts'

/** The most that a request which a rule decides can take. */
export interface WorstCase {
  readonly rule: RouteRule
  /** `undefined`: no request that it decides is ever sent. */
  readonly worst:
    | { readonly cost: RequestCost | undefined; readonly attempts: number; readonly timeMs: number }
    | undefined
  /** The cap on steps left a question open: more may be possible. */
  readonly isOpen: boolean
}

/** The worst case of each rule of `route`, in source order; none of a policy that is too large to be divided. */
export function worstCases(policy: Policy, prices: Prices): readonly WorstCase[] {
  const cubing = cubePolicy(policy)
  const grounding = cubing.kind === 'cubed' ? groundOf(cubing.cubed, prices, []) : cubing
  if (grounding.kind === 'too-large') return []
  return policy.route.map((rule, number) => worstCaseOf(grounding.ground, rule, number))
}

function worstCaseOf(ground: Ground, rule: RouteRule, number: number): WorstCase {
  const q = openQuestions(ground)
  const all: Region = { cube: everything, outside: outsideOf(ground.cubed, 'route') }
  const sent = sentBy(q, number, all)
  if (sent === undefined) return { rule, worst: undefined, isOpen: q.isOpen }
  const [dearest] = dearestAt(q, number, [all], -1)
  const cost = dearest?.what.kind === 'cost' ? dearest.what.cost : undefined
  return { rule, worst: { ...sent, cost }, isOpen: q.isOpen }
}

/** The most attempts, and the longest deadline, of what the rule decides; asked only where it would be more. */
function sentBy(
  q: Questions,
  number: number,
  all: Region,
): { readonly attempts: number; readonly timeMs: number } | undefined {
  let most: { attempts: number; timeMs: number } | undefined
  for (const situation of situationsOf(q, number, all)) {
    if (!isAnswered(situation)) continue
    for (const { action, region } of attemptsIn(q, situation.region)) {
      const attempts = Math.max(most?.attempts ?? 0, attemptsOf(situation.stages, action))
      const timeMs = Math.max(most?.timeMs ?? 0, action.totalMs)
      const isMore = attempts > (most?.attempts ?? 0) || timeMs > (most?.timeMs ?? 0)
      if (isMore && requestsOf(q, region) !== undefined) most = { attempts, timeMs }
    }
  }
  return most
}
