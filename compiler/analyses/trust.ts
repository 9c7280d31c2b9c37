import type { Diagnostic, Witness } from '../../lang/diagnostic.ts'
import { effect, report } from '../../lang/report.ts'
import type { Steps } from '../cover.ts'
import type { Cube } from '../cube.ts'
import type { CubedPolicy, CubedRule } from '../cubed.ts'
import { interpret } from '../interpret.ts'
import { outcomeOf } from '../outcome.ts'
import { deniedBy, stepsMax } from '../reach.ts'
import type { GuardRule, RouteRule } from '../typed.ts'
import type { Analysis } from './analysis.ts'
import { openQuestion } from './open-question.ts'
import {
  againstClaims,
  type Claims,
  claimsIn,
  claimsOf,
  decidedBy,
  type Pair,
  type Side,
  withFewestClaims,
} from './pairs.ts'
import { nameRule } from './rule-name.ts'

/**
 * Denies that a client talks itself out of: the same request, with another word in a header that nobody vouches for, is
 * let through. Exact over all pairs of requests that differ in such claims alone.
 */
export const trust: Analysis = {
  name: 'trust',
  codes: ['GWC2601', 'GWC2301'],
  run: ({ cubed }) => {
    const claims = claimsOf(cubed)
    if (claims === undefined) return []
    return [
      ...cubed.guard.flatMap((by) => guarded(cubed, claims, by)),
      ...cubed.route.filter(isDeny).flatMap((by) => refused(cubed, claims, by)),
    ]
  },
}

const isDeny = ({ rule }: CubedRule<RouteRule>): boolean => rule.stages[0]?.pick === 'deny'

/** A way to be let through: a rule of the route, and what else must not apply to the second request. */
interface WayIn {
  readonly by: CubedRule<RouteRule>
  readonly taken: readonly Cube[]
}

function guarded(cubed: CubedPolicy, claims: Claims, by: CubedRule<GuardRule>): readonly Diagnostic[] {
  const { action } = by.rule
  const outside = action.kind === 'deny' ? [] : deniedBy(cubed)
  const first: Side = { cubes: by.cubes, before: () => outside }
  const ways = action.kind === 'deny' ? waysIn(cubed) : waysTo(cubed, action.models)
  return tellFirst(cubed, claims, by, first, ways)
}

function refused(cubed: CubedPolicy, claims: Claims, by: CubedRule<RouteRule>): readonly Diagnostic[] {
  return tellFirst(cubed, claims, by, decidedBy(claims, by), waysIn(cubed))
}

/** The rules that answer: by any model that no row ever forbids, else by each of theirs where it is not forbidden. */
function waysIn(cubed: CubedPolicy): readonly WayIn[] {
  return cubed.route
    .filter((by) => !isDeny(by))
    .flatMap((by) => {
      const ways = by.rule.stages.flatMap(({ models }) => models.map((model) => wayTo(cubed, by, model)))
      const isFree = ways.some(({ taken }) => taken.length === 0)
      return isFree || by.rule.stages.some(({ pick }) => pick === 'asked') ? [{ by, taken: [] }] : ways
    })
}

/** The rules that use one of the models, where no other row forbids that one. */
function waysTo(cubed: CubedPolicy, models: readonly string[]): readonly WayIn[] {
  return cubed.route.flatMap((by) =>
    models
      .filter((model) => by.rule.stages.some((stage) => stage.models.includes(model)))
      .map((model) => wayTo(cubed, by, model)),
  )
}

function wayTo({ guard }: CubedPolicy, by: CubedRule<RouteRule>, model: string): WayIn {
  const taken = guard.flatMap(({ rule: { action }, cubes }) =>
    action.kind === 'never-use' && action.models.includes(model) ? cubes : [],
  )
  return { by, taken }
}

function tellFirst(
  cubed: CubedPolicy,
  claims: Claims,
  denying: CubedRule<GuardRule | RouteRule>,
  first: Side,
  ways: readonly WayIn[],
): readonly Diagnostic[] {
  const steps: Steps = { left: stepsMax }
  let isProven = true
  for (const { by, taken } of ways) {
    const side = decidedBy(claims, by)
    const found = claims.find(
      first,
      { cubes: side.cubes, before: (part) => [...taken, ...side.before(part)] },
      steps,
    )
    if (found.kind === 'unproven') isProven = false
    if (found.kind === 'pair' && past(cubed, denying, found.pair.second) !== undefined)
      return [tell(cubed, denying, (second) => past(cubed, denying, second), found.pair)]
  }
  return isProven
    ? []
    : [openQuestion(`whether a client's own words lead past ${nameRule(denying.rule)}`, denying)]
}

/** The rule that serves a request past a denying one: past a `never use`, with a model that this one would take away. */
function past(
  { policy }: CubedPolicy,
  { rule }: CubedRule<GuardRule | RouteRule>,
  second: Witness,
): RouteRule | undefined {
  const outcome = outcomeOf(policy, interpret(policy, second), second)
  if (outcome.kind === 'deny') return undefined
  const banned = 'action' in rule && rule.action.kind === 'never-use' ? rule.action.models : undefined
  const isPast =
    banned === undefined ||
    outcome.stages.some(({ models }) => models.some((model) => banned.includes(model)))
  return isPast ? policy.route.find((each) => each === outcome.by) : undefined
}

function tell(
  { policy }: CubedPolicy,
  { rule }: CubedRule<GuardRule | RouteRule>,
  getsPast: (second: Witness) => RouteRule | undefined,
  found: Pair,
): Diagnostic {
  const pair = withFewestClaims(policy, found, (second) => getsPast(second) !== undefined)
  const claimed = claimsIn(policy, pair)
  const way = getsPast(pair.second)
  const then = way === undefined ? 'served' : `routed by ${nameRule(way)}`
  return report('GWC2601', { rule: nameRule(rule), claims: claimed.words }, rule.at, {
    label: 'rests on what the client says of itself',
    secondary: way === undefined ? [] : [{ span: way.at, text: 'takes the same request then' }],
    notes: [
      effect(`the request of the example, saying ${claimed.words}, is ${then}`),
      againstClaims(claimed),
    ],
    witness: pair.first,
  })
}
