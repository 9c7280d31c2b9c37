import type { Trace } from './trace.ts'

/** How many finished requests are kept. */
export const recentMax = 10_000

/** The last requests that have ended, in memory. */
export interface RecentRequests {
  readonly add: (trace: Trace) => void
  /** The trace of a request by its id. */
  readonly find: (requestId: string) => Trace | undefined
  /** At most `count` of those that pass, the newest first. */
  readonly newest: (count: number, passes: (trace: Trace) => boolean) => readonly Trace[]
  readonly size: number
}

/** A ring: adding is one write. Finding reads all of it, which only people ask for. */
export function keepRecent(max = recentMax): RecentRequests {
  const ring: Trace[] = []
  let next = 0
  const newest = (count: number, passes: (trace: Trace) => boolean): readonly Trace[] => {
    const found: Trace[] = []
    for (let age = 1; age <= ring.length && found.length < count; age++) {
      const trace = ring[(next - age + ring.length) % ring.length]!
      if (passes(trace)) found.push(trace)
    }
    return found
  }
  return {
    add: (trace) => {
      ring[next] = trace
      next = (next + 1) % max
    },
    find: (requestId) => ring.find((trace) => trace.requestId === requestId),
    newest,
    get size() {
      return ring.length
    },
  }
}
