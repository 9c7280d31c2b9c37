import type { Catalogue, Model } from '../../core/catalogue.ts'
import type { Account, Egress, Gateway, ProviderConfig } from '../config/gateway.ts'
import type { Snapshot } from '../snapshot.ts'
import type { OpenSocket } from './connect.ts'
import { Connector } from './connect.ts'
import type { MoneyStore } from '../money/store.ts'
import { spentFacts } from '../money/spent-facts.ts'
import { ConnectionStack } from './connection-stack.ts'
import { originOf } from './http/origin.ts'
import type { FindAddresses, LookupRules } from './guarded-lookup.ts'
import { lanePool } from './lane.ts'
import type { LanePool } from './lane.ts'
import { DecisionStates, isProviderUp } from './provider-state.ts'
import type { DecisionState } from '../table/state.ts'
import { ownLimits } from './own-limits.ts'
import type { OwnLimits } from './own-limits.ts'

/** One account at a provider: what authenticates it, and what gateway.json and the provider let it take. */
export interface AccountState {
  readonly number: number
  /** Flat: the auth header and its value; empty for servers that want none. */
  readonly auth: readonly string[]
  /** The key itself, to keep it out of what clients are shown. */
  readonly secret: string | undefined
  /** The same, as answers are searched for it: made once, not for each event. */
  readonly secretBytes: Buffer | undefined
  /** Its share of the traffic beside the other accounts'. */
  readonly weight: number
  readonly region: string | undefined
  readonly limits: OwnLimits | undefined
  /** Refused by the provider until then, in ms of the deadline clock. */
  refusedUntilMs: number
}

/** A provider as it runs: its connections and accounts. Lives as long as its configuration, across policy reloads. */
export interface ProviderState {
  readonly config: ProviderConfig
  readonly stack: ConnectionStack
  readonly path: string
  readonly accounts: readonly AccountState[]
  /** By model id: how each of its models fares at each account. */
  readonly pools: Map<string, LanePool>
}

/** A model at a provider, ready to be sent to. */
export interface Target {
  readonly id: string
  readonly model: Model
  readonly provider: ProviderState
}

/** The targets of one snapshot, by model id. */
export type Targets = ReadonlyMap<string, Target>

/** What providers reach the network by, and whom decisions ask what is spent. */
export interface ProvidersParts {
  /** Finds the addresses of a name; default: as the system does. */
  readonly find?: FindAddresses | undefined
  readonly warn: (message: string) => void
  readonly money: Pick<MoneyStore, 'spentOf'>
}

/** Keeps the providers of the current configuration; those of an old one are closed when nothing uses them. */
export class Providers {
  readonly #parts: ProvidersParts
  readonly #states = new Map<ProviderConfig, ProviderState>()
  readonly #targets = new WeakMap<Snapshot, Targets>()
  readonly #decisionStates = new DecisionStates(
    (snapshot, provider) => this.#isUp(snapshot, provider),
    ({ table }) => spentFacts(table, this.#parts.money),
  )
  readonly #connectors = new WeakMap<Egress, Connector>()

  constructor(parts: ProvidersParts) {
    this.#parts = parts
  }

  /** The targets of a snapshot's models, made once for each snapshot. */
  targetsOf(snapshot: Snapshot): Targets {
    let targets = this.#targets.get(snapshot)
    if (targets === undefined)
      this.#targets.set(snapshot, (targets = this.#make(snapshot.gateway, snapshot.models)))
    return targets
  }

  /** The providers that run, of the current configuration and of those that are still in use. */
  get running(): Iterable<ProviderState> {
    return this.#states.values()
  }

  #make(gateway: Gateway, models: Catalogue): Targets {
    const states = new Map(
      gateway.providers.map((config) => [config.name, this.#stateOf(config, gateway.egress)]),
    )
    return new Map(
      models.models.flatMap((model) => {
        const provider = states.get(model.provider)
        return provider === undefined ? [] : [[model.id, { id: model.id, model, provider }] as const]
      }),
    )
  }

  /** Closes the providers that `kept` does not have. */
  retire(kept: Gateway): void {
    for (const [config, state] of this.#states) {
      if (kept.providers.includes(config)) continue
      this.#states.delete(config)
      state.stack.close()
    }
  }

  /** The state that a decision of this snapshot sees now. */
  stateAt(snapshot: Snapshot, wallMs: number): DecisionState {
    return this.#decisionStates.at(snapshot, wallMs)
  }

  close(): void {
    for (const state of this.#states.values()) state.stack.close()
    this.#states.clear()
  }

  /** A provider that no request has gone to yet is up. */
  #isUp({ gateway }: Snapshot, name: string): boolean {
    const config = gateway.providers.find((each) => each.name === name)
    const state = config === undefined ? undefined : this.#states.get(config)
    return state === undefined || isProviderUp(state, performance.now())
  }

  #stateOf(config: ProviderConfig, egress: Egress): ProviderState {
    const known = this.#states.get(config)
    if (known !== undefined) return known
    const openSocket = this.#connectorOf(egress).to(lookupOf(config, this.#parts))
    const state = providerState(config, openSocket)
    this.#states.set(config, state)
    return state
  }

  #connectorOf(egress: Egress): Connector {
    let connector = this.#connectors.get(egress)
    if (connector === undefined) this.#connectors.set(egress, (connector = new Connector(egress)))
    return connector
  }
}

function providerState(config: ProviderConfig, openSocket: OpenSocket): ProviderState {
  const url = new URL(config.baseUrl)
  const accounts = config.accounts.map((account, number) => accountState(account, number, config))
  const path = url.pathname.replace(/\/$/, '')
  const stack = new ConnectionStack(originOf(url), openSocket)
  return { config, stack, path, accounts, pools: new Map() }
}

/** Warns once of a name that leads where gateway.json does not allow. */
function lookupOf({ name, allowPrivate }: ProviderConfig, { find, warn }: ProvidersParts): LookupRules {
  let isTold = false
  const onRefused = (hostname: string, addresses: readonly string[]): void => {
    if (isTold) return
    isTold = true
    const fix = allowPrivate
      ? 'no provider has such an address'
      : `if it is to be there, set providers.${name}.allowPrivate to true`
    warn(`providers.${name}: ${hostname} leads to ${addresses.join(', ')} and is not connected to; ${fix}`)
  }
  return { allowPrivate, find, onRefused }
}

function accountState(
  { key, weight, region, rpm, tpm }: Account,
  number: number,
  { row }: ProviderConfig,
): AccountState {
  const secret = key?.reveal()
  const auth = secret === undefined ? [] : [row.authHeader, `${row.authPrefix}${secret}`]
  const secretBytes = secret === undefined ? undefined : Buffer.from(secret)
  const limits = ownLimits({ rpm, tpm }, performance.now())
  return { number, auth, secret, secretBytes, weight, region, limits, refusedUntilMs: 0 }
}

/** How a target fares at each account of its provider; made at its first use, kept across policy reloads. */
export function poolOf({ id, model, provider }: Target): LanePool {
  let pool = provider.pools.get(id)
  if (pool === undefined) provider.pools.set(id, (pool = lanePool(provider.accounts, model.speed)))
  return pool
}
