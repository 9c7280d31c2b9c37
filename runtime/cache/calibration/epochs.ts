/** How often each scope was purged: the epoch stands in its partitions' names, so that a purge takes one step however much it drops. */
export interface Epochs {
  /** Differs after each purge that reaches the scope, and is never again what it was. */
  readonly of: (scope: string) => string
  /** Makes all that is kept in a scope, or in every one, unreachable. */
  readonly purge: (scope?: string) => void
  readonly snapshot: () => EpochsSnapshot
  /** Takes in what another machine, or an earlier life of this one, has purged. */
  readonly merge: (other: EpochsSnapshot) => void
}

/** Purges counted. */
export interface EpochsSnapshot {
  readonly everywhere: number
  readonly scopes: Readonly<Record<string, number>>
}

const scopesDefault = 10_000

/** Nothing purged yet. Where more scopes were purged than are remembered, all are purged at once: a miss is no harm. */
export function createEpochs(scopesMax = scopesDefault): Epochs {
  const scopes = new Map<string, number>()
  let everywhere = 0

  const raise = (scope: string, count: number): void => {
    scopes.set(scope, count)
    if (scopes.size > scopesMax) purgeAll()
  }
  const purgeAll = (): void => {
    everywhere += 1
    scopes.clear()
  }

  return {
    of: (scope) => `${everywhere}.${scopes.get(scope) ?? 0}`,
    purge: (scope) => (scope === undefined ? purgeAll() : raise(scope, (scopes.get(scope) ?? 0) + 1)),
    snapshot: () => ({ everywhere, scopes: Object.fromEntries(scopes) }),
    merge: (other) => {
      // Who has purged everywhere counts scopes from there: counts of before say nothing more.
      if (other.everywhere < everywhere) return
      if (other.everywhere > everywhere) scopes.clear()
      everywhere = other.everywhere
      for (const [scope, count] of Object.entries(other.scopes))
        if (count > (scopes.get(scope) ?? 0)) raise(scope, count)
    },
  }
}
