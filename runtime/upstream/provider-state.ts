import type { Snapshot } from '../snapshot.ts'
import type { DecisionState } from '../table/state.ts'
import type { AccountState, ProviderState } from './target.ts'

/**
 * Whether a provider takes requests, as far as they have shown (`up(provider)`): one of its accounts is not refused, and not
 * every model that was tried there is ejected. What was never tried is up.
 */
export function isProviderUp({ accounts, pools }: ProviderState, nowMs: number): boolean {
  return accounts.some((account) => nowMs >= account.refusedUntilMs && !isEjected(account, pools, nowMs))
}

function isEjected(account: AccountState, pools: ProviderState['pools'], nowMs: number): boolean {
  let tried = 0
  for (const { lanes } of pools.values()) {
    const breaker = lanes[account.number]?.breaker
    if (breaker === undefined || !breaker.isTried) continue
    if (!breaker.isOpen(nowMs)) return false
    tried++
  }
  return tried > 0
}

/** The state that decisions see: the snapshot's own, which changes once a minute, what is spent, and the health of its providers. */
export class DecisionStates {
  readonly #made = new WeakMap<Snapshot, { readonly base: DecisionState; readonly state: DecisionState }>()
  readonly #isUp: (snapshot: Snapshot, provider: string) => boolean
  readonly #spentIn: (snapshot: Snapshot) => DecisionState['spentOf']

  constructor(
    isUp: (snapshot: Snapshot, provider: string) => boolean,
    spentIn: (snapshot: Snapshot) => DecisionState['spentOf'],
  ) {
    this.#isUp = isUp
    this.#spentIn = spentIn
  }

  at(snapshot: Snapshot, wallMs: number): DecisionState {
    const base = snapshot.stateAt(wallMs)
    const made = this.#made.get(snapshot)
    if (made?.base === base) return made.state
    const spentOf = this.#spentIn(snapshot)
    const state = { ...base, spentOf, isUp: (provider: string) => this.#isUp(snapshot, provider) }
    this.#made.set(snapshot, { base, state })
    return state
  }
}
