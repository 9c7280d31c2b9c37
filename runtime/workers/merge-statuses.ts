import type { ProviderStatus } from '../admin/status.ts'
import type { AccountHealth, LaneHealth } from '../upstream/health.ts'

/** How providers fare for several processes together: of each account and model the worst that one of them sees, and all that is under way. */
export function mergeStatuses(told: readonly (readonly ProviderStatus[])[]): readonly ProviderStatus[] {
  const byName = Map.groupBy(told.flat(), ({ name }) => name)
  return [...byName.values()].map((same) => ({
    ...same[0]!,
    accounts: mergeAccounts(same.flatMap(({ accounts }) => accounts)),
  }))
}

function mergeAccounts(told: readonly AccountHealth[]): readonly AccountHealth[] {
  const byNumber = Map.groupBy(told, ({ account }) => account)
  return [...byNumber].map(([account, same]) => ({
    account,
    refused: same.some(({ refused }) => refused),
    models: mergeModels(same.flatMap(({ models }) => Object.entries(models))),
  }))
}

function mergeModels(told: readonly (readonly [string, LaneHealth])[]): AccountHealth['models'] {
  const byModel = Map.groupBy(told, ([model]) => model)
  return Object.fromEntries(
    [...byModel].map(([model, same]) => [model, same.map(([, health]) => health).reduce(worse)]),
  )
}

const worse = (one: LaneHealth, other: LaneHealth): LaneHealth => ({
  state: badness[one.state] >= badness[other.state] ? one.state : other.state,
  underWay: one.underWay + other.underWay,
})

const badness: Readonly<Record<LaneHealth['state'], number>> = { closed: 0, 'half-open': 1, held: 2, open: 3 }
