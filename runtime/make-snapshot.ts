import type { Catalogue, Model } from '../core/catalogue.ts'
import { builtinCatalogue, catalogueOf, withGatewayModels } from '../core/catalogue.ts'
import type { Action } from '../schemas/generated/decision-table.ts'
import type { Gateway } from './config/gateway.ts'
import { spokenDialects } from './config/provider-rows.ts'
import { keyIndex } from './identity/keys.ts'
import type { Snapshot } from './snapshot.ts'
import type { LinkedTable } from './table/link.ts'
import type { DecisionState, LocalTime } from './table/state.ts'
import { nothingCounted, zoneClock } from './table/state.ts'

export type SnapshotResult =
  | { readonly ok: true; readonly snapshot: Snapshot }
  /** Whole sentences: what the table needs that this gateway does not have, and what to do. */
  | { readonly ok: false; readonly message: string }

/** Joins a table and a configuration; refuses a table that was built for providers this gateway does not have. */
export function makeSnapshot(table: LinkedTable, gateway: Gateway, generation: number): SnapshotResult {
  const gaps = gatewayGaps(table, gateway)
  if (gaps.length > 0) return { ok: false, message: gaps.join('\n') }
  const models = servedModels(table, gateway)
  const stateAt = stateClock(table.artifact.zone, gateway, models)
  const snapshot = {
    version: table.version,
    generation,
    table,
    gateway,
    keys: keyIndex(gateway.keys),
    models,
    stateAt,
  }
  return { ok: true, snapshot }
}

/** The catalogue of the gateway's providers; rows that the table pinned stand over the built-in ones, so that prices are those of its proofs. */
export function servedModels(table: LinkedTable, gateway: Gateway): Catalogue {
  const providers = Object.fromEntries(gateway.providers.map(({ name, models }) => [name, { models }]))
  const served = withGatewayModels(builtinCatalogue(), providers)
  const pinned = table.artifact.models as unknown as readonly Model[] // `loadTable` has validated each row against the catalogue's schema
  return catalogueOf(
    { date: served.date, sources: served.sources, models: [...served.models, ...pinned] },
    served.providers,
  )
}

/** State is made anew once a minute: requests of one minute share one value. */
export function stateClock(
  zone: string,
  { env, trustedProxies }: Gateway,
  models: Catalogue,
): (nowMs: number) => DecisionState {
  const local = zoneClock(zone)
  let time: LocalTime | undefined
  let state: DecisionState | undefined
  return (nowMs) => {
    const now = local(nowMs)
    if (state === undefined || now !== time)
      state = { env, models, ...nothingCounted, trustedProxies, ...now }
    time = now
    return state
  }
}

// ---------------------------------------------------------------------------------------------- what the gateway lacks

/** Models of the policy's chains that no provider of the gateway can be sent to, one sentence for each provider. */
export function gatewayGaps(table: LinkedTable, gateway: Gateway): readonly string[] {
  const used = new Set(table.artifact.actions.flatMap(modelsOf))
  const byProvider = Map.groupBy(used, (model) => model.slice(0, model.indexOf('/')))
  return [...byProvider].flatMap(([provider, models]) => gapOf(provider, models, gateway) ?? [])
}

/** Every model that an action may send to, for an answer, a copy or a judgement. */
function modelsOf(action: Action): readonly string[] {
  if (action.kind === 'cache') return action.judge === undefined ? [] : [action.judge.model]
  if (action.kind !== 'chain') return []
  return action.stages.flatMap(({ models, shadow }) => [
    ...models,
    ...(shadow === undefined ? [] : [shadow.model]),
  ])
}

function gapOf(name: string, models: readonly string[], gateway: Gateway): string | undefined {
  const provider = gateway.providers.find((each) => each.name === name)
  const uses = `The policy uses ${models.join(', ')}`
  if (provider === undefined)
    return `${uses}, but gateway.json has no provider \`${name}\`. Add it under "providers", or take the model out of the policy.`
  if (spokenDialects.includes(provider.dialect)) return undefined
  return `${uses}, but this version of gwc does not speak the dialect \`${provider.dialect}\` to providers. Give \`${name}\` "dialect": "openai" and the base URL of its OpenAI-compatible endpoint.`
}
