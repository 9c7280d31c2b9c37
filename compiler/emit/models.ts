import type { Catalogue, Model } from '../../core/catalogue.ts'
import { hasClass } from '../class-set.ts'
import { atomsOf } from '../classes.ts'
import { type Cube, everything, restrictionOn } from '../cube.ts'
import type { CubedPolicy } from '../cubed.ts'
import { modelsOf } from '../never-use.ts'
import { servedBy } from '../outcome.ts'
import { type RouteTable, routeTables } from '../../core/tables.ts'
import { rulesOf } from '../rules.ts'
import type { Policy } from '../typed.ts'

/**
 * The catalogue rows that a decision may need, by id: what stages and conditions name, and what a client can get by
 * asking where a stage is `asked`.
 */
export function pinnedModels(cubed: CubedPolicy, catalogue: Catalogue): Model[] {
  const { policy } = cubed
  const ids = new Set([
    ...stageModels(policy),
    ...judges(policy),
    ...testedModels(policy),
    ...routeTables.flatMap((table) => askedModels(cubed, table)),
  ])
  return catalogue.models.filter(({ id }) => ids.has(id)).toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

function stageModels(policy: Policy): readonly string[] {
  const stages = routeTables.flatMap((table) => policy[table].flatMap((rule) => rule.stages))
  return stages.flatMap((stage) => modelsOf(stage))
}

function judges(policy: Policy): readonly string[] {
  return policy.cache.flatMap(({ action: { judge } }) => (judge === undefined ? [] : [judge.model]))
}

/** Models that conditions name, so that their aliases resolve to them. */
function testedModels(policy: Policy): readonly string[] {
  const atoms = rulesOf(policy).flatMap(({ condition }) => atomsOf(condition))
  return atoms.flatMap(({ fact, test }) =>
    fact.type.kind === 'model' && test.kind === 'member' ? test.values : [],
  )
}

/** Served models that some request can ask for at a rule with an `asked` stage. What no rule of `embeddings` takes is one, too. */
function askedModels(cubed: CubedPolicy, table: RouteTable): readonly string[] {
  const { policy, space } = cubed
  const asking = cubed[table].filter(({ rule }) => rule.stages.some(({ pick }) => pick === 'asked'))
  const hasBuiltIn = table === 'embeddings' && policy.embeddings.length > 0
  const cubes = hasBuiltIn ? [everything] : asking.flatMap((each) => each.cubes)
  const number = space.axes.findIndex(({ fact }) => fact.type.kind === 'model' && fact.name === 'model')
  const axis = space.axes[number]
  const takes = (cube: Cube, id: string): boolean => {
    const set = restrictionOn(cube, number)
    return set === undefined || axis === undefined || hasClass(set, axis.classOf(id))
  }
  return servedBy(policy, table).filter((id) => cubes.some((cube) => takes(cube, id)))
}
