import { nobody } from '../identity/keys.ts'
import { chargeOf } from '../money/charges.ts'
import { isPerKey, metersOf } from '../money/spent-facts.ts'
import type { MeterShare, MoneyStore } from '../money/store.ts'
import type { LinkedTable } from '../table/link.ts'
import { seriesMax } from './family.ts'
import type { Metrics } from './metrics.ts'

/** Reads how each budget and limit of the policy stands, share by share; of more shares than a metric has series, the fullest. */
export function readMeters(
  metrics: Metrics,
  { artifact }: Pick<LinkedTable, 'artifact'>,
  store: Pick<MoneyStore, 'sharesOf'>,
): void {
  for (const family of families) metrics[family].clear()
  const actions = metersOf(artifact)
  const perKey = new Set(actions.filter(isPerKey).map(({ name }) => name))
  const shares = store
    .sharesOf(actions.map((action) => chargeOf(action, nobody, artifact.zone)))
    .map((share) => ({ ...share, limit: perKey.has(share.charge.name) ? share.asked : share.charge.limit }))
  for (const kind of ['budget', 'limit'] as const) {
    const some = shares.filter(({ charge }) => charge.kind === kind).toSorted(fullestFirst)
    for (const share of some.slice(0, seriesMax)) tell[kind](metrics, share)
  }
}

const families = [
  'budgetSpent',
  'budgetUncertain',
  'budgetHeld',
  'budgetLimit',
  'limitUsed',
  'limitMost',
] as const

/** A share with the limit that it has now; `undefined`: its key has not asked since start. */
type Told = MeterShare & { readonly limit: number | undefined }

const fullness = ({ spent, held, limit }: Told): number => (spent + held) / (limit ?? Infinity)

const fullestFirst = (one: Told, other: Told): number => fullness(other) - fullness(one)

const labelsOf = ({ name, of, soft }: Told['charge']) => [name, of, soft ? 'soft' : 'hard'] as const

const tell = {
  budget: (metrics: Metrics, { charge, spent, uncertain, held, limit }: Told): void => {
    const labels = labelsOf(charge)
    metrics.budgetSpent.with(...labels).set(spent / 1e9)
    metrics.budgetUncertain.with(...labels).set(uncertain / 1e9)
    metrics.budgetHeld.with(...labels).set(held / 1e9)
    if (limit !== undefined) metrics.budgetLimit.with(...labels).set(limit / 1e9)
  },
  limit: (metrics: Metrics, { charge, spent, limit }: Told): void => {
    const labels = labelsOf(charge)
    metrics.limitUsed.with(...labels).set(spent)
    if (limit !== undefined) metrics.limitMost.with(...labels).set(limit)
  },
} as const
