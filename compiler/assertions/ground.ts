import { atomsOf, type Space } from '../classes.ts'
import { embeddingsEndpoint } from '../../core/tables.ts'
import type { Span } from '../../lang/span.ts'
import { type Cube, everything, meet } from '../cube.ts'
import { type CubedPolicy, type CubedRule, cubePolicy, type Cubing } from '../cubed.ts'
import { otherTraffic } from '../traffic.ts'
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
  /** Rules of `route`, then those of `route embeddings` and what holds without one, each with its own traffic alone. */
  readonly route: FirstMatch<RouteRule>
  /** Embeddings, where something tells them apart from generation. */
  readonly otherTraffic: readonly Cube[]
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
  const beside = [
    ...conditions,
    ...bannedModels(cubed.policy, conditions),
    ...traffic(cubed.policy, conditions),
  ]
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
    route: firstMatch(space, routesOf(cubed)),
    otherTraffic: otherTraffic(space, 'route'),
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
function bannedModels(policy: Policy, conditions: readonly Cond[]): readonly Cond[] {
  const fact = policy.facts.get('model')
  // Embeddings go to the model asked for where no rule says otherwise.
  const asks =
    conditions.some(saysTraffic) ||
    [...policy.route, ...policy.embeddings].some(({ stages }) => stages.some(({ pick }) => pick === 'asked'))
  if (fact === undefined || !asks) return []
  return policy.guard.flatMap(({ action, span }): Cond[] =>
    action.kind === 'never-use'
      ? [{ kind: 'atom', fact, test: { kind: 'member', values: action.models }, span }]
      : [],
  )
}

/** Whether a condition itself says which traffic it is about; otherwise an assertion is about generation, as `route` is. */
export const saysTraffic = (condition: Cond): boolean =>
  atomsOf(condition).some(({ fact }) => fact.name === 'endpoint')

/** What tells embeddings apart, where an assertion asks for them. */
function traffic(policy: Policy, conditions: readonly Cond[]): readonly Cond[] {
  const fact = policy.facts.get('endpoint')
  if (fact === undefined || !conditions.some(saysTraffic)) return []
  return [
    { kind: 'atom', fact, test: { kind: 'member', values: [embeddingsEndpoint] }, span: nowhere(policy) },
  ]
}

const nowhere = ({ root }: Policy): Span => ({ file: root, start: 0, end: 0 })

function routesOf({ space, policy, route, embeddings }: CubedPolicy): readonly CubedRule<RouteRule>[] {
  const others = otherTraffic(space, 'route')
  if (others.length === 0) return route
  const only = (
    rules: readonly CubedRule<RouteRule>[],
    own: readonly Cube[],
  ): readonly CubedRule<RouteRule>[] => rules.map((each) => ({ ...each, cubes: meetAll(each.cubes, own) }))
  const generation = otherTraffic(space, 'embeddings')
  return [...only(route, generation), ...only([...embeddings, builtinEmbeddings(policy)], others)]
}

function meetAll(cubes: readonly Cube[], others: readonly Cube[]): readonly Cube[] {
  const both = cubes.flatMap((cube) => others.map((other) => meet(cube, other)))
  return both.filter((each) => each !== undefined)
}

/** Without a row, embeddings go to the model that was asked for. */
function builtinEmbeddings(policy: Policy): CubedRule<RouteRule> {
  const span = nowhere(policy)
  const stages = [{ span, pick: 'asked', models: [], on: [], shown: 'asked' }] as const
  const condition = { kind: 'all', operands: [], span } as const
  const rule: RouteRule = { name: 'embeddings:default', span, at: span, condition, isDefault: true, stages }
  return { rule, index: -1, cubes: [everything] }
}

/** The models that `asked` may come to at a rule. */
export function servedAt({ cubed }: Ground, rule: RouteRule): readonly string[] {
  const { policy } = cubed
  return policy.route.includes(rule) ? policy.served : policy.servedEmbeddings
}
