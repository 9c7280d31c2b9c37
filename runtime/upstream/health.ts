import type { BreakerState } from './breaker.ts'
import type { Lane } from './lane.ts'
import type { ProviderState } from './target.ts'

/** How one account at a provider fares. */
export interface AccountHealth {
  /** Its place in gateway.json, from 0. */
  readonly account: number
  /** Whether the provider has refused the account's key, and it rests. */
  readonly refused: boolean
  /** By model id, of the models that were asked for. */
  readonly models: Readonly<Record<string, LaneHealth>>
}

/** How one model fares at an account. `held`: the provider asked to stay away. */
export interface LaneHealth {
  readonly state: BreakerState | 'held'
  /** Requests under way. */
  readonly underWay: number
}

/** How the accounts of a provider fare at `nowMs` of the deadline clock. */
export function healthOf({ accounts, pools }: ProviderState, nowMs: number): readonly AccountHealth[] {
  return accounts.map(({ number, refusedUntilMs }) => ({
    account: number,
    refused: refusedUntilMs > nowMs,
    models: Object.fromEntries(
      [...pools].flatMap(([model, { lanes }]) => {
        const lane = lanes[number]
        return lane === undefined ? [] : [[model, laneHealth(lane, nowMs)] as const]
      }),
    ),
  }))
}

function laneHealth(lane: Lane, nowMs: number): LaneHealth {
  const state = lane.breaker.stateAt(nowMs)
  return {
    state: state !== 'open' && lane.isHeld(nowMs) ? 'held' : state,
    underWay: lane.outstanding,
  }
}
