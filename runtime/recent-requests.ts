import type { TrafficLogEntry } from '../schemas/generated/traffic-log.ts'
import type { Trace } from './trace.ts'
import { traceEntry } from './trace.ts'

/** How many finished requests are kept. */
export const recentMax = 10_000

/** The last requests that have ended, in memory. */
export interface RecentRequests {
  readonly add: (trace: Trace) => void
  /** A request by its id. */
  readonly find: (requestId: string) => TrafficLogEntry | undefined
  /** At most `count` of those that pass, the newest first. */
  readonly newest: (count: number, passes: (entry: TrafficLogEntry) => boolean) => readonly TrafficLogEntry[]
  /** Lets go of what the traces hang on: a decision knows its table, and a ring of them would keep every policy of the day alive. */
  readonly settle: () => void
}

/** A ring: adding is one write. Finding reads all of it, which only people ask for. */
export function keepRecent(max = recentMax): RecentRequests {
  const ring: (Trace | TrafficLogEntry)[] = []
  let next = 0
  return {
    add: (trace) => {
      ring[next] = trace
      next = (next + 1) % max
    },
    find: (requestId) => {
      const found = ring.find((each) => each.requestId === requestId)
      return found === undefined ? undefined : entryOf(found)
    },
    newest: (count, passes) => {
      const found: TrafficLogEntry[] = []
      for (let age = 1; age <= ring.length && found.length < count; age++) {
        const entry = entryOf(ring[(next - age + ring.length) % ring.length]!)
        if (passes(entry)) found.push(entry)
      }
      return found
    },
    settle: () => ring.forEach((each, place) => (ring[place] = entryOf(each))),
  }
}

function entryOf(kept: Trace | TrafficLogEntry): TrafficLogEntry {
  return 'startedMs' in kept ? traceEntry(kept) : kept
}
