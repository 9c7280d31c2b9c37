import { atomsOf, type Space } from '../classes.ts'
import type { Cube } from '../cube.ts'
import { type CubedPolicy, cubePolicy, type Cubing } from '../cubed.ts'
import { firstMatch, type FirstMatch } from '../first-match.ts'
import { deniedBy } from '../reach.ts'
import type { Prices } from '../worst-cost.ts'
import type { Atom, AttemptRule, CacheRule, Cond, LogRule, Policy, RouteRule } from '../typed.ts'

/** What questions about a policy stand on: its cubes in a space that tells apart whatever is asked of them. */
export interface Ground {
  readonly cubed: CubedPolicy
  readonly prices: Prices
  readonly space: Space
  /** What no request is. */
  readonly impossible: readonly Cube[]
  /** What the guard denies. */
  readonly denied: readonly Cube[]
  readonly route: FirstMatch<RouteRule>
  readonly cache: FirstMatch<CacheRule>
  readonly attempt: FirstMatch<AttemptRule>
  readonly log: FirstMatch<LogRule>
}

export type Grounding =
  | { readonly kind: 'ground'; readonly ground: Ground }
  | Extract<Cubing, { readonly kind: 'too-large' }>

/**
 * The ground for questions with these conditions. The artifact's own space is left as it is: an assertion adds no class
 * to it, so that adding one changes no byte of the table.
 */
export function groundOf(cubed: CubedPolicy, prices: Prices, conditions: readonly Cond[]): Grounding {
  const beside = [...conditions, ...bannedModels(cubed.policy)]
  const unknown = beside.flatMap(atomsOf).some((atom) => !isKnown(cubed.space, atom))
  const cubing = unknown ? cubePolicy(cubed.policy, beside) : ({ kind: 'cubed', cubed } as const)
  return cubing.kind === 'too-large' ? cubing : { kind: 'ground', ground: standOn(cubing.cubed, prices) }
}

function standOn(cubed: CubedPolicy, prices: Prices): Ground {
  const { space } = cubed
  return {
    cubed,
    prices,
    space,
    impossible: space.impossible,
    denied: deniedBy(cubed),
    route: firstMatch(space, cubed.route),
    cache: firstMatch(space, cubed.cache),
    attempt: firstMatch(space, cubed.attempt),
    log: firstMatch(space, cubed.log),
  }
}

function isKnown({ axes }: Space, { fact, test }: Atom): boolean {
  const key = JSON.stringify(test)
  return axes.some((axis) => axis.fact === fact && axis.tests.some((each) => JSON.stringify(each) === key))
}

/**
 * Where a stage is `asked`, what the guard forbids is told apart among the models that a request may ask for: a request
 * for a forbidden one skips the stage.
 */
function bannedModels(policy: Policy): readonly Cond[] {
  const fact = policy.facts.get('model')
  const asks = policy.route.some(({ stages }) => stages.some(({ pick }) => pick === 'asked'))
  if (fact === undefined || !asks) return []
  return policy.guard.flatMap(({ action, span }): Cond[] =>
    action.kind === 'never-use'
      ? [{ kind: 'atom', fact, test: { kind: 'member', values: action.models }, span }]
      : [],
  )
}
