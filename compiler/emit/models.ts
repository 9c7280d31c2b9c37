import type { Catalogue, Model } from '../../core/catalogue.ts'
import { hasClass } from '../class-set.ts'
import { atomsOf } from '../classes.ts'
import { type Cube, restrictionOn } from '../cube.ts'
import type { CubedPolicy } from '../cubed.ts'
import { rulesOf } from '../rules.ts'
import type { Policy } from '../typed.ts'

/**
 * The catalogue rows that a decision may need, by id: what stages and conditions name, and what a client can get by
 * asking where a stage is `asked`.
 */
export function pinnedModels(cubed: CubedPolicy, catalogue: Catalogue): Model[] {
  const { policy } = cubed
  const ids = new Set([...stageModels(policy), ...testedModels(policy), ...askedModels(cubed)])
  return catalogue.models.filter(({ id }) => ids.has(id)).toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

function stageModels(policy: Policy): readonly string[] {
  return policy.route.flatMap(({ stages }) => stages.flatMap(({ models }) => models))
}

/** Models that conditions name, so that their aliases resolve to them. */
function testedModels(policy: Policy): readonly string[] {
  const atoms = rulesOf(policy).flatMap(({ condition }) => atomsOf(condition))
  return atoms.flatMap(({ fact, test }) =>
    fact.type.kind === 'model' && test.kind === 'member' ? test.values : [],
  )
}

/** Served models that some request can ask for at a rule with an `asked` stage. */
function askedModels({ policy, space, route }: CubedPolicy): readonly string[] {
  const asking = route.filter(({ rule }) => rule.stages.some(({ pick }) => pick === 'asked'))
  const cubes = asking.flatMap((each) => each.cubes)
  const number = space.axes.findIndex(({ fact }) => fact.type.kind === 'model' && fact.name === 'model')
  const axis = space.axes[number]
  const takes = (cube: Cube, id: string): boolean => {
    const set = restrictionOn(cube, number)
    return set === undefined || axis === undefined || hasClass(set, axis.classOf(id))
  }
  return policy.served.filter((id) => cubes.some((cube) => takes(cube, id)))
}
