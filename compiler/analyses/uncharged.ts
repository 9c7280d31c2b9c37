import type { Diagnostic, Witness } from '../../lang/diagnostic.ts'
import { effect, report } from '../../lang/report.ts'
import type { Steps } from '../cover.ts'
import type { CubedPolicy, CubedRule } from '../cubed.ts'
import { actionOf } from '../emit/actions.ts'
import { partsOf } from '../decided.ts'
import { stepsMax } from '../reach.ts'
import { interpret } from '../interpret.ts'
import { outcomeOf } from '../outcome.ts'
import type { BudgetRule, Policy, RouteRule } from '../typed.ts'
import type { Analysis } from './analysis.ts'
import { openQuestion } from './open-question.ts'
import {
  againstClaims,
  type Claims,
  claimsIn,
  claimsOf,
  decidedBy,
  type Pair,
  withFewestClaims,
} from './pairs.ts'
import { nameRule } from './rule-name.ts'

/** Budgets that a client talks itself out of: the same request to the same models, charged to nothing. */
export const uncharged: Analysis = {
  name: 'uncharged',
  codes: ['GWC2602', 'GWC2301'],
  run: ({ cubed }) => {
    const claims = cubed.budget.length === 0 ? undefined : claimsOf(cubed)
    return claims === undefined ? [] : cubed.budget.flatMap((by) => escaped(cubed, claims, by))
  },
}

function escaped(cubed: CubedPolicy, claims: Claims, budget: CubedRule<BudgetRule>): readonly Diagnostic[] {
  const steps: Steps = { left: stepsMax }
  const charged = cubed.budget.flatMap(({ cubes }) => cubes)
  let isProven = true
  for (const [one, other] of sameOutcomes(cubed)) {
    const mine = decidedBy(claims, one)
    const theirs = decidedBy(claims, other)
    const found = claims.find(
      { ...mine, cubes: mine.cubes.flatMap((cube) => partsOf(budget.cubes, cube)) },
      { cubes: theirs.cubes, before: (part) => [...charged, ...theirs.before(part)] },
      steps,
    )
    if (found.kind === 'pair') return [tell(cubed, budget, found.pair)]
    if (found.kind === 'unproven') isProven = false
  }
  return isProven
    ? []
    : [openQuestion(`whether a client's own words lead past ${nameRule(budget.rule)}`, budget)]
}

/** Past this many rules of one chain, each is held against itself alone. */
const alikeMax = 32

/** Rules with the same chain, each also with itself: a request that moves from one to the other gets the same answer. */
function* sameOutcomes({
  route,
}: CubedPolicy): Generator<readonly [CubedRule<RouteRule>, CubedRule<RouteRule>]> {
  const using = route.filter(({ rule }) => rule.stages[0]?.pick !== 'deny')
  for (const each of using) yield [each, each]
  for (const alike of Map.groupBy(using, ({ rule }) => JSON.stringify(actionOf(rule))).values()) {
    if (alike.length > alikeMax) continue
    for (const one of alike) for (const other of alike) if (one !== other) yield [one, other]
  }
}

function tell(cubed: CubedPolicy, { rule }: CubedRule<BudgetRule>, found: Pair): Diagnostic {
  const { policy } = cubed
  const pair = withFewestClaims(policy, found, (second) => isUncharged(policy, found.first, second))
  const claimed = claimsIn(policy, pair)
  return report('GWC2602', { budget: rule.name, claims: claimed.words }, rule.at, {
    label: 'rests on what the client says of itself',
    notes: [
      effect(
        `the request of the example, saying ${claimed.words}, goes to the same models and is charged to nothing`,
      ),
      againstClaims(claimed, ', or add a budget without that condition'),
    ],
    witness: pair.first,
  })
}

/** Whether a request is charged to nothing, and gets the very answer of another. */
function isUncharged(policy: Policy, first: Witness, second: Witness): boolean {
  const [one, other] = [first, second].map((facts) => {
    const verdict = interpret(policy, facts)
    const outcome = outcomeOf(policy, verdict, facts)
    return { charged: verdict.budget.length > 0, chain: outcome.kind === 'use' ? outcome.stages : undefined }
  })
  return (
    other?.charged === false &&
    other.chain !== undefined &&
    JSON.stringify(other.chain.map(({ shown }) => shown)) ===
      JSON.stringify(one?.chain?.map(({ shown }) => shown))
  )
}
