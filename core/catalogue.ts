import type { CatalogueData, CatalogueSource, Model, Price } from '../schemas/generated/catalogue.ts'
import { catalogueJson } from './catalogue-data.ts'
import { withGatewayPrice } from './gateway-price.ts'
import type { GatewayPrice } from './gateway-price.ts'

export type {
  CallPrices,
  Capabilities,
  CatalogueData,
  CatalogueSource,
  Hours,
  Model,
  Price,
  Quality,
  Rates,
  Times,
} from '../schemas/generated/catalogue.ts'

/** A service of a provider that has prices of its own. */
export type Service = NonNullable<Price['service']>

/** The models that a policy can name, with the lookups that both halves need. An immutable value. */
export interface Catalogue {
  /** The day as of which prices and retirements are read unless told otherwise, YYYY-MM-DD. */
  readonly date: string
  readonly sources: Readonly<Record<string, CatalogueSource>>
  /** By provider in `providers`, each provider's models by name. */
  readonly models: readonly Model[]
  /** In the order that decides for a bare name: the catalogue's own, or that of gateway.json. */
  readonly providers: readonly string[]
  readonly byId: ReadonlyMap<string, Model>
  /**
   * What a request may call a model → canonical ids, in the order of `providers`: names and aliases, bare and with the
   * provider before them.
   */
  readonly byName: ReadonlyMap<string, readonly string[]>
}

let builtin: Catalogue | undefined

/** The catalogue that gwc ships with, parsed on first use (a few milliseconds). */
export function builtinCatalogue(): Catalogue {
  builtin ??= catalogueOf(JSON.parse(catalogueJson) as CatalogueData)
  return builtin
}

/** The catalogue of validated data (schemas/catalogue.schema.json); a later row of the same id stands over an earlier one. */
export function catalogueOf(
  data: Pick<CatalogueData, 'date' | 'sources' | 'models'>,
  providers?: readonly string[],
): Catalogue {
  const rows = new Map(data.models.map((model) => [model.id, model]))
  const order = providers ?? [...new Set(data.models.map((model) => model.provider))]
  const byProvider = Map.groupBy(rows.values(), (model) => model.provider)
  const models = order.flatMap((provider) => byProvider.get(provider) ?? [])
  const byId = new Map(models.map((model) => [model.id, model]))
  return { date: data.date, sources: data.sources, models, providers: order, byId, byName: namesOf(models) }
}

/** INVARIANT: an exact name stands before every alias, or an alias of one model could take another's name away. */
function namesOf(models: readonly Model[]): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>()
  const add = (name: string, id: string): void => {
    const ids = names.get(name)
    if (ids === undefined) names.set(name, [id])
    else if (!ids.includes(id)) ids.push(id)
  }
  for (const { id } of models) add(id, id)
  for (const { name, id } of models) add(name, id)
  for (const { provider, aliases, id } of models) {
    for (const alias of aliases) {
      add(alias, id)
      add(`${provider}/${alias}`, id)
    }
  }
  return names
}

/** The catalogue's providers, in order. */
export function providersOf(catalogue: Catalogue): readonly string[] {
  return catalogue.providers
}

/** Every model of one family, in the order of providers: `family("claude-opus-4.8")`. Empty when there is none. */
export function familyMembers(catalogue: Catalogue, family: string): readonly Model[] {
  return catalogue.models.filter((model) => model.family === family)
}

/** What gateway.json says of a model; absent = unknown, or as the catalogue has it. Prices in dollars per million tokens. */
export interface GatewayModel {
  readonly price?: GatewayPrice
  readonly upstream?: string
  readonly context?: number
  readonly maxOutput?: number
  readonly tools?: boolean
  readonly images?: boolean
  readonly jsonSchema?: boolean
  readonly reasoning?: boolean
  /** 0..1. */
  readonly quality?: number
  readonly speed?: number
}

/** The part of gateway.json that concerns models: providers in file order, with the models that each adds or overrides. */
export type GatewayProviders = Readonly<
  Record<string, { readonly models?: Readonly<Record<string, GatewayModel>> }>
>

/**
 * The catalogue of one gateway: only its providers, in its order, with the models that it adds and the properties that
 * it overrides. What gateway.json says stands over the catalogue, field by field, and prices class by class.
 */
export function withGatewayModels(catalogue: Catalogue, providers: GatewayProviders): Catalogue {
  const added = Object.entries(providers).flatMap(([provider, { models = {} }]) =>
    Object.entries(models).map(([name, said]) => gatewayModel(catalogue, provider, name, said)),
  )
  const sources = { ...catalogue.sources, gateway: { title: 'gateway.json', url: 'gateway.json' } }
  return catalogueOf(
    { date: catalogue.date, sources, models: [...catalogue.models, ...added] },
    Object.keys(providers),
  )
}

/** A name that is an alias of a catalogue row of that provider overrides that row. */
function gatewayModel(catalogue: Catalogue, provider: string, name: string, said: GatewayModel): Model {
  const known = catalogue.byName.get(`${provider}/${name}`)?.[0]
  const base = (known === undefined ? undefined : catalogue.byId.get(known)) ?? newModel(provider, name)
  const { price, tools, images, jsonSchema, reasoning, quality, ...rest } = said
  const capabilities = present({ tools, images, jsonSchema, reasoning })
  const priced = price === undefined ? base : withGatewayPrice(base, price, catalogue.date)
  return {
    ...priced,
    ...present(rest),
    capabilities: { ...base.capabilities, ...capabilities },
    ...(quality === undefined
      ? {}
      : { quality: { overall: Math.round(quality * 1000), source: 'gateway', date: catalogue.date } }),
  }
}

function newModel(provider: string, name: string): Model {
  const family = name.split('/').at(-1) ?? name
  return {
    id: `${provider}/${name}`,
    provider,
    name,
    upstream: name,
    family,
    kind: 'generation',
    aliases: [],
    capabilities: {},
    prices: [],
  }
}

/** Without the entries that are `undefined`. */
function present<T extends object>(entries: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}
