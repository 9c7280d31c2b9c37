/** How often each scope was purged: the epoch stands in its partitions' names, so that a purge takes one step however much it drops. */
export interface Epochs {
  /** Differs after each purge that reaches the scope, and is never again what it was. */
  readonly of: (scope: string) => string
  /** Makes all that is kept in a scope and those below it, or in every one, unreachable. */
  readonly purge: (scope?: string) => void
  readonly snapshot: () => EpochsSnapshot
  /** Takes in what another machine, or an earlier life of this one, has purged. */
  readonly merge: (other: EpochsSnapshot) => void
}

/** How often was purged; from a clock, also when. */
export interface EpochsSnapshot {
  readonly everywhere: number
  readonly scopes: Readonly<Record<string, number>>
}

const scopesDefault = 10_000

/**
 * Nothing purged yet. Where more scopes were purged than are remembered, all are purged at once: a miss is no harm. With a clock
 * (milliseconds), counts go on from it: two machines that purge at once, before they hear of each other, do not count alike.
 */
export function createEpochs(scopesMax = scopesDefault, now: () => number = () => 0): Epochs {
  const scopes = new Map<string, number>()
  let everywhere = 0

  const raise = (scope: string, count: number): void => {
    scopes.set(scope, count)
    if (scopes.size > scopesMax) purgeAll()
  }
  const after = (count: number): number => Math.max(count + 1, now())
  const purgeAll = (): void => {
    everywhere = after(everywhere)
    scopes.clear()
  }

  const purgesOf = (scope: string): number =>
    namesOf(scope).reduce((sum, name) => sum + (scopes.get(name) ?? 0), 0)

  return {
    of: (scope) => `${everywhere}.${scopes.size === 0 ? 0 : purgesOf(scope)}`,
    purge: (scope) =>
      scope === undefined ? purgeAll() : raise(scope, after(scopes.get(scope) ?? everywhere)),
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

/**
 * The names by which a purge reaches a scope (`scopeOf` says them): its own, those above it, and each of these with names above it left out, for
 * who purges the team `search` means it whatever its organisation.
 */
export function namesOf(scope: string): readonly string[] {
  const parts = partsOf(scope)
  if (parts === undefined) return [scope]
  const [kind, org = null] = parts
  const name = parts.at(-1) ?? null
  const orgs = orNone(org)
  const ofOrg: readonly Names[] = org === null ? [] : [['org', org]]
  const teamsOf = (team: string | null): readonly Names[] =>
    team === null ? [] : orgs.map((each) => ['team', each, team])
  switch (kind) {
    case 'developer':
      return written([...ofOrg, ...orgs.map((each): Names => ['developer', each, name])])
    case 'team':
      return written([...ofOrg, ...teamsOf(name)])
    case 'project': {
      const team = parts[2] ?? null
      const projects = orgs.flatMap((each) => orNone(team).map((one): Names => ['project', each, one, name]))
      return written([...ofOrg, ...teamsOf(team), ...projects])
    }
    default:
      return [scope]
  }
}

type Names = readonly (string | null)[]

const orNone = (name: string | null): Names => (name === null ? [null] : [null, name])

const written = (scopes: readonly Names[]): readonly string[] => scopes.map((scope) => JSON.stringify(scope))

function partsOf(scope: string): Names | undefined {
  try {
    const parts: unknown = JSON.parse(scope)
    return Array.isArray(parts) ? (parts as Names) : undefined
  } catch {
    return undefined // it came by a shared store, damaged
  }
}
