/** How much each principal may put into the cache: whoever would poison it comes only so far. */
export interface WriteQuota {
  /** Whether this principal may store one more answer now, which then counts. */
  readonly take: (principal: string) => boolean
}

export interface WriteQuotaOptions {
  /** Entries that one principal may store in one window; across the border of two it may be twice as many. */
  readonly writesMax: number
  readonly windowMs: number
  /** Principals that are counted apart; all beyond them share one count. */
  readonly principalsMax: number
  readonly now: () => number
}

/** Nobody is any principal's name. */
const beyond = Symbol('all beyond')

/** Counts by window; memory is bounded, and given back when a window ends. */
export function createWriteQuota({ writesMax, windowMs, principalsMax, now }: WriteQuotaOptions): WriteQuota {
  const counts = new Map<string | typeof beyond, number>()
  let window = -Infinity

  return {
    take: (principal) => {
      turn()
      const name = counts.has(principal) || counts.size < principalsMax ? principal : beyond
      const count = counts.get(name) ?? 0
      if (count >= writesMax) return false
      counts.set(name, count + 1)
      return true
    },
  }

  /** A clock that steps back opens no window anew. */
  function turn(): void {
    const current = Math.floor(now() / windowMs)
    if (current <= window) return
    window = current
    counts.clear()
  }
}
