import type { Catalogue, Model } from '../../core/catalogue.ts'
import type { Egress, Gateway, ProviderConfig } from '../config/gateway.ts'
import type { Snapshot } from '../snapshot.ts'
import { Breaker } from './breaker.ts'
import { ClientStack } from './client-stack.ts'
import type { Connect } from './connect.ts'
import { Connector } from './connect.ts'
import type { FindAddresses, LookupRules } from './guarded-lookup.ts'

/** One account at a provider: what authenticates it, and how each model fares there. */
export interface AccountState {
  readonly number: number
  /** Flat: the auth header and its value; empty for servers that want none. */
  readonly auth: readonly string[]
  /** The key itself, to keep it out of what clients are shown. */
  readonly secret: string | undefined
  /** Refused by the provider until then, in ms of the deadline clock. */
  refusedUntilMs: number
  readonly breakers: Map<string, Breaker>
}

/** A provider as it runs: its connections and accounts. Lives as long as its configuration, across policy reloads. */
export interface ProviderState {
  readonly config: ProviderConfig
  readonly stack: ClientStack
  readonly path: string
  readonly accounts: readonly AccountState[]
  /** Whose turn it is. */
  turn: number
}

/** A model at a provider, ready to be sent to. */
export interface Target {
  readonly id: string
  readonly model: Model
  readonly provider: ProviderState
}

/** The targets of one snapshot, by model id. */
export type Targets = ReadonlyMap<string, Target>

/** What providers reach the network by. */
export interface NetworkParts {
  /** Finds the addresses of a name; default: as the system does. */
  readonly find?: FindAddresses | undefined
  readonly warn: (message: string) => void
}

/** Keeps the providers of the current configuration; those of an old one are closed when nothing uses them. */
export class Providers {
  readonly #network: NetworkParts
  readonly #states = new Map<ProviderConfig, ProviderState>()
  readonly #targets = new WeakMap<Snapshot, Targets>()
  readonly #connectors = new WeakMap<Egress, Connector>()

  constructor(network: NetworkParts) {
    this.#network = network
  }

  /** The targets of a snapshot's models, made once for each snapshot. */
  targetsOf(snapshot: Snapshot): Targets {
    let targets = this.#targets.get(snapshot)
    if (targets === undefined)
      this.#targets.set(snapshot, (targets = this.#make(snapshot.gateway, snapshot.models)))
    return targets
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

  close(): void {
    for (const state of this.#states.values()) state.stack.close()
    this.#states.clear()
  }

  #stateOf(config: ProviderConfig, egress: Egress): ProviderState {
    const known = this.#states.get(config)
    if (known !== undefined) return known
    const connect = this.#connectorOf(egress).to(lookupOf(config, this.#network))
    const state = providerState(config, connect)
    this.#states.set(config, state)
    return state
  }

  #connectorOf(egress: Egress): Connector {
    let connector = this.#connectors.get(egress)
    if (connector === undefined) this.#connectors.set(egress, (connector = new Connector(egress)))
    return connector
  }
}

function providerState(config: ProviderConfig, connect: Connect): ProviderState {
  const url = new URL(config.baseUrl)
  const accounts = config.accounts.map(({ key }, number): AccountState => {
    const secret = key?.reveal()
    const auth = secret === undefined ? [] : [config.row.authHeader, `${config.row.authPrefix}${secret}`]
    return { number, auth, secret, refusedUntilMs: 0, breakers: new Map() }
  })
  const path = url.pathname.replace(/\/$/, '')
  return { config, stack: new ClientStack(url.origin, connect), path, accounts, turn: 0 }
}

/** Warns once of a name that leads where gateway.json does not allow. */
function lookupOf({ name, allowPrivate }: ProviderConfig, { find, warn }: NetworkParts): LookupRules {
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

/** The breaker of a model at an account. */
export function breakerOf(account: AccountState, model: string): Breaker {
  let breaker = account.breakers.get(model)
  if (breaker === undefined) account.breakers.set(model, (breaker = new Breaker()))
  return breaker
}

/** The next account that may be sent this model, in turn; `undefined` when all are ejected or held. */
export function nextAccount(target: Target, nowMs: number): AccountState | undefined {
  const { provider } = target
  const count = provider.accounts.length
  for (let i = 0; i < count; i++) {
    const account = provider.accounts[(provider.turn + i) % count]!
    if (account.refusedUntilMs > nowMs || !breakerOf(account, target.id).allows(nowMs)) continue
    provider.turn = (provider.turn + i + 1) % count
    return account
  }
  return undefined
}
