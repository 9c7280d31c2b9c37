import type { Model, Price } from './catalogue.ts'
import {
  billedAs,
  callCharge,
  callClasses,
  charge,
  factorsOf,
  inputClasses,
  isOn,
  multiplied,
  outputClasses,
  rateOf,
  safeSum,
} from './price.ts'
import type { CallClass, Priced, Terms, UsageClass } from './price.ts'

/** What the worst case is read from: where price lists disagree, the dearer one counts. */
export type Disputed = Priced & Pick<Model, 'disputed'>

/** Nano-dollars per million tokens of any input and any output. */
export interface WorstRates {
  readonly input: number
  readonly output: number
}

/** The dearest rate of each class for requests with more input than `inputAbove` tokens, and with less. */
export interface WorstTier {
  readonly inputAbove: number
  readonly rates: Readonly<Record<UsageClass, number>>
}

/**
 * The rows that can be the price of some request of those days (both counted in): of each service's list the last row that
 * applies is the price, so what stands before an unconditional row of the same days never is.
 */
function rowsOn(prices: readonly Price[], first: string, last: string): readonly Price[] {
  const on = prices.filter((price) => isOn(price, first) || isOn(price, last))
  const always = ({ hours, inputAbove, from, until }: Price): boolean =>
    hours === undefined &&
    inputAbove === undefined &&
    (from === undefined || from <= first) &&
    (until === undefined || until > last)
  return on.slice(Math.max(0, on.findLastIndex(always)))
}

/**
 * The dearest rate of one class over every tier and hour of the standard price list on that day, in nano-dollars per million
 * tokens: what `where price.output <= $10` compares. `undefined` when unpriced.
 */
export function dearestRate(model: Pick<Model, 'prices'>, name: UsageClass, day: string): number | undefined {
  const standard = model.prices.filter((price) => price.service === undefined)
  const rates = rowsOn(standard, day, day).map((price) => rateOf(price.rates, name))
  return rates.length === 0 ? undefined : Math.max(...rates)
}

/**
 * The dearest rates of a model on those terms, over every hour of the days from the first to the last, by size of input,
 * ascending: each tier's rates are at least those of the one before. `undefined` when unpriced.
 */
export function worstTiers(
  model: Disputed,
  first: string,
  last: string,
  terms: Terms = {},
): readonly WorstTier[] | undefined {
  const key = `${first} ${last} ${terms.service ?? ''} ${terms.times?.join(' ') ?? ''}`
  let known = tiersOf.get(model)
  if (known?.has(key) === true) return known.get(key)
  if (known === undefined || known.size >= KNOWN_MAX) tiersOf.set(model, (known = new Map()))
  const tiers = findTiers(model, first, last, terms)
  known.set(key, tiers)
  return tiers
}

/** A catalogue's row never changes, and its tiers are asked for with each request and each path of a policy. */
const tiersOf = new WeakMap<Disputed, Map<string, readonly WorstTier[] | undefined>>()
/** More days and terms than are asked of a model at a time. */
const KNOWN_MAX = 64

function findTiers(
  model: Disputed,
  first: string,
  last: string,
  terms: Terms,
): readonly WorstTier[] | undefined {
  const service = billedAs(model, terms.service)
  const rowsOf = (prices: readonly Price[]): readonly Price[] =>
    rowsOn(
      prices.filter((price) => price.service === service),
      first,
      last,
    )
  const own = rowsOf(model.prices)
  const factors = factorsOf(model, terms)
  if (own.length === 0 || factors === undefined) return undefined
  const rows = [...own, ...rowsOf(model.disputed ?? [])]
  const starts = [...new Set(rows.map((price) => price.inputAbove ?? -1))].toSorted((a, b) => a - b)
  return starts.map((inputAbove) => ({
    inputAbove,
    rates: dearestOf(
      rows.filter((price) => (price.inputAbove ?? -1) <= inputAbove),
      factors,
    ),
  }))
}

function dearestOf(rows: readonly Price[], factors: readonly number[]): WorstTier['rates'] {
  const rates = [...inputClasses, ...outputClasses].map((name) => {
    const dearest = Math.max(...rows.map((price) => rateOf(price.rates, name)))
    return [name, multiplied(dearest, factors)] as const
  })
  return Object.fromEntries(rates) as Record<UsageClass, number>
}

/** The dearest rates of requests with at most so much input that falls into those classes. */
export function worstOf(
  tiers: readonly WorstTier[],
  inputMax: number,
  inputs: readonly UsageClass[] = inputClasses,
  outputs: readonly UsageClass[] = outputClasses,
): WorstRates {
  const rates = (tiers.findLast(({ inputAbove }) => inputMax > inputAbove) ?? tiers[0])?.rates
  const dearest = (names: readonly UsageClass[]): number =>
    names.reduce((most, name) => Math.max(most, rates?.[name] ?? 0), 0)
  return { input: dearest(inputs), output: dearest(outputs) }
}

/**
 * The dearest rate of each class over every tier, hour and class that a request of that day could fall under: no
 * request of at most `inputMax` tokens costs more. A cache write or read may be what a prompt turns out to be, so
 * `input` is the dearest of the input classes. Where price lists disagree, the dearer one counts. `undefined` when
 * unpriced.
 */
export function worstRates(
  model: Disputed,
  day: string,
  inputMax = Number.MAX_SAFE_INTEGER,
): WorstRates | undefined {
  const tiers = worstTiers(model, day, day)
  return tiers === undefined ? undefined : worstOf(tiers, inputMax)
}

/** A nano-dollar for each class that is rounded up by itself, but for the two that are rounded already. */
const ROUNDING = inputClasses.length + outputClasses.length - 2

/** The most that so many tokens can cost by the dearest rates, and calls that cost so much. */
export function worstSum(
  rates: WorstRates,
  inputMax: number,
  outputMax: number,
  calls: readonly number[] = [],
): number {
  return safeSum([charge(inputMax, rates.input), charge(outputMax, rates.output), ROUNDING, ...calls])
}

/**
 * The most that a request can cost on that day with at most these tokens, at the standard service; `undefined` when unpriced.
 * Each class that its tokens may fall into is rounded up by itself, so the bound allows a nano-dollar for each.
 */
export function worstCost(
  model: Disputed,
  inputMax: number,
  outputMax: number,
  day: string,
): number | undefined {
  const rates = worstRates(model, day, inputMax)
  return rates === undefined ? undefined : worstSum(rates, inputMax, outputMax)
}

/** Nano-dollars for at most so many calls of the provider's tools; `undefined` when one of them has no price. */
export function worstCalls(
  model: Priced,
  calls: Readonly<Partial<Record<CallClass, number>>>,
): readonly number[] | undefined {
  const costs = callClasses.map((name) => callCharge(model, name, calls[name] ?? 0))
  return costs.every((nanos) => nanos !== undefined) ? costs : undefined
}
