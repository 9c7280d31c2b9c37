import type { CallPrices, Model, Price, Rates, Service, Times } from './catalogue.ts'
import { nanosOf } from './money.ts'

/** Dollars per million tokens, by class; what is absent stays as the catalogue has it. */
export type GatewayRates = { readonly [Class in keyof Rates]?: number }

/** What gateway.json says of a model's price: it holds at every time, hour and size of input. */
export interface GatewayPrice extends GatewayRates {
  /** Prices of the provider's other services. */
  readonly services?: Readonly<Partial<Record<Service, GatewayRates>>>
  /** Dollars for a thousand calls of the provider's own tools. */
  readonly calls?: Readonly<Partial<Omit<CallPrices, 'source' | 'date'>>>
  /** By what every rate is multiplied. */
  readonly times?: Readonly<Partial<Omit<Times, 'source' | 'date'>>>
}

type Said = Pick<Price, 'source' | 'date'>

/**
 * A model's prices with what gateway.json says over them, class by class; a class that nobody names is billed as input or output.
 * Lists that disagree are settled by that.
 */
export function withGatewayPrice(model: Model, said: GatewayPrice, date: string): Model {
  const { services = {}, calls, times, ...rates } = said
  const by: Said = { source: 'gateway', date }
  const standard = model.prices.filter((price) => price.service === undefined)
  const over = isEmpty(rates) ? standard : overridden(standard, rates, by)
  const others = model.prices.filter(
    ({ service }) => service !== undefined && services[service] === undefined,
  )
  const own = Object.entries(services).flatMap(([service, given]) =>
    serviceOver(model, service as Service, over, given, by),
  )
  return {
    ...model,
    prices: [...over, ...others, ...own],
    ...(model.disputed === undefined || isEmpty(rates) ? {} : { disputed: [] }),
    ...(calls === undefined ? {} : { calls: { ...model.calls, ...scaled(calls, rateOf), ...by } }),
    ...(times === undefined ? {} : { times: { ...model.times, ...scaled(times, thousandths), ...by } }),
  }
}

/** A service that the catalogue does not price starts from the standard prices. */
function serviceOver(
  { prices }: Model,
  service: Service,
  standard: readonly Price[],
  given: GatewayRates,
  by: Said,
): readonly Price[] {
  const known = prices.filter((price) => price.service === service)
  const base = known.length > 0 ? known : standard.map((price) => ({ ...price, service }))
  return overridden(base, given, by).map((price) => ({ ...price, service }))
}

/** Every row with those rates; a model without any row gets one. */
function overridden(rows: readonly Price[], rates: GatewayRates, by: Said): readonly Price[] {
  const given = scaled(rates, rateOf)
  if (rows.length === 0) return [{ rates: { input: 0, output: 0, ...given }, ...by }]
  return rows.map((row) => ({ ...row, rates: { ...row.rates, ...given }, ...by }))
}

/** Without what is `undefined`. */
function scaled(said: object, by: (value: number) => number): Record<string, number> {
  const entries = Object.entries(said).filter((entry): entry is [string, number] => entry[1] !== undefined)
  return Object.fromEntries(entries.map(([name, value]) => [name, by(value)]))
}

const isEmpty = (rates: object): boolean => Object.values(rates).every((rate) => rate === undefined)

/** Finer than a nano-dollar per million tokens is past any price list; it is rounded up, never to nothing. */
function rateOf(dollars: number): number {
  return nanosOf(dollars) ?? Math.ceil(dollars * 1e9)
}

/** Rounded up, but for what binary fractions add: 1.1 is 1,100. */
function thousandths(factor: number): number {
  return Math.ceil(Number((factor * 1000).toPrecision(12)))
}
