import type { Network } from '../../core/address.ts'
import type { Catalogue } from '../../core/catalogue.ts'
import type { RequestView } from '../contracts.ts'

/** What the gateway itself knows while it decides: read once per request, so that one decision sees one state. */
export interface DecisionState {
  readonly env: string
  /** 0 to 23, in the policy's zone. */
  readonly hour: number
  /** `mon` … `sun`, in the policy's zone. */
  readonly weekday: string
  /** Proxies before the gateway whose word on the client's address is taken. */
  readonly trustedProxies: readonly Network[]
  /** The models that this gateway serves, by every name a request may use. */
  readonly models: Catalogue
  /**
   * What is spent of a budget (nano-dollars), or counted of a limit, for the value of its dimension that the request has.
   * Asked only where the budget or limit applies to the request.
   */
  readonly spentOf: (meter: string, request: RequestView) => number
  /** Whether a provider takes requests. */
  readonly isUp: (provider: string) => boolean
}

/** State of a gateway that keeps no count, has seen no provider fail and has no proxy before it. */
export const nothingCounted: Pick<DecisionState, 'spentOf' | 'isUp' | 'trustedProxies'> = {
  spentOf: () => 0,
  isUp: () => true,
  trustedProxies: [],
}

export type LocalTime = Pick<DecisionState, 'hour' | 'weekday'>

const minuteMs = 60_000

/**
 * A clock that tells hour and weekday of a zone. `Intl` takes microseconds, so it is asked once a minute; no zone changes its offset within one.
 * Throws a RangeError for a zone that this Node does not know.
 */
export function zoneClock(zone: string): (nowMs: number) => LocalTime {
  const localTime = zone === 'UTC' ? utcTime : timeIn(zone)
  let minute = Number.NaN
  let local: LocalTime = { hour: 0, weekday: 'mon' }
  return (nowMs) => {
    const asked = Math.floor(nowMs / minuteMs)
    if (asked !== minute) {
      local = localTime(nowMs)
      minute = asked
    }
    return local
  }
}

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const

/** As most policies have it: a start does without `Intl`, whose first use takes 20 ms. */
function utcTime(nowMs: number): LocalTime {
  const now = new Date(nowMs)
  return { hour: now.getUTCHours(), weekday: weekdays[now.getUTCDay()] ?? 'mon' }
}

function timeIn(zone: string): (nowMs: number) => LocalTime {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    hourCycle: 'h23',
    weekday: 'short',
  })
  return (nowMs) => {
    const parts = new Map(format.formatToParts(nowMs).map((part) => [part.type, part.value]))
    return {
      hour: Number(parts.get('hour')),
      weekday: (parts.get('weekday') ?? 'Mon').slice(0, 3).toLowerCase(),
    }
  }
}
