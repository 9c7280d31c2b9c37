import { canServe } from '../core/capability.ts'
import type { Catalogue, Model } from '../core/catalogue.ts'
import { needsOf } from './cheapest.ts'
import type { Facts } from './holds.ts'

/**
 * The model that `best` takes for a request by the catalogue's quality; one without a score comes last, and equals keep
 * the policy's order. `undefined` when none of them can serve it.
 */
export function bestOf(ids: readonly string[], catalogue: Catalogue, facts: Facts): string | undefined {
  return ids
    .map((id) => catalogue.byId.get(id))
    .filter((model): model is Model => model !== undefined && canServe(model, needsOf(facts)).ok)
    .toSorted((a, b) => (b.quality?.overall ?? 0) - (a.quality?.overall ?? 0))[0]?.id
}
