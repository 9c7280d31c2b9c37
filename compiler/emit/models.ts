import type { Catalogue, Model } from '../../core/catalogue.ts'
import { atomsOf } from '../classes.ts'
import { rulesOf } from '../rules.ts'
import type { Policy } from '../typed.ts'

/**
 * The catalogue rows that a decision may need, by id: what stages name, and every served model where a stage is `asked`,
 * for then the client picks.
 */
export function pinnedModels(policy: Policy, catalogue: Catalogue): Model[] {
  const asks = policy.route.some(({ stages }) => stages.some(({ pick }) => pick === 'asked'))
  const ids = new Set([...(asks ? policy.served : []), ...stageModels(policy), ...testedModels(policy)])
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
