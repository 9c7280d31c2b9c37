import type { Model, Price, Rates } from './catalogue.ts'

/** Tokens that were billed, by class. `output` includes reasoning. A class that is absent is 0. */
export interface Usage {
  /** Input that was neither read from the prompt cache nor written to it. */
  readonly input?: number
  readonly cacheRead?: number
  readonly cacheWrite5m?: number
  readonly cacheWrite1h?: number
  /** Input and output of sound, where it is billed apart. */
  readonly inputAudio?: number
  readonly output?: number
  readonly outputAudio?: number
}

export type UsageClass = keyof Usage

/** Nano-dollars, in all and by class. */
export interface Cost {
  readonly total: number
  readonly byClass: Readonly<Record<UsageClass, number>>
}

const inputClasses = ['input', 'cacheRead', 'cacheWrite5m', 'cacheWrite1h', 'inputAudio'] as const
const outputClasses = ['output', 'outputAudio'] as const
const usageClasses = [...inputClasses, ...outputClasses] as const

/** The class that stands in where a price list has no rate: what has no price of its own is billed as plain tokens. */
const standIn = {
  cacheRead: 'input',
  cacheWrite5m: 'input',
  cacheWrite1h: 'cacheWrite5m',
  inputAudio: 'input',
  outputAudio: 'output',
} as const

/** The rate of a class in nano-dollars per million tokens, after its stand-ins. */
export function rateOf(rates: Rates, name: UsageClass): number {
  const rate = rates[name]
  if (rate !== undefined) return rate
  return name === 'input' || name === 'output' ? 0 : rateOf(rates, standIn[name])
}

/** All input tokens, cached ones included: what tiers are counted by. */
export function inputOf(usage: Usage): number {
  return inputClasses.reduce((sum, name) => sum + (usage[name] ?? 0), 0)
}

/**
 * The price row of a request at an instant (milliseconds since 1970, UTC) with that many input tokens: the last row
 * that applies. `undefined` when the model is unpriced then: that is no price, never a price of 0.
 */
export function priceAt(model: Pick<Model, 'prices'>, at: number, inputTokens: number): Price | undefined {
  const day = new Date(at).toISOString().slice(0, 10)
  const minute = Math.floor((at % 86_400_000) / 60_000)
  return model.prices.findLast(
    (price) => isOn(price, day) && isWithin(price, minute) && inputTokens > (price.inputAbove ?? -1),
  )
}

function isOn(price: Price, day: string): boolean {
  return (price.from === undefined || day >= price.from) && (price.until === undefined || day < price.until)
}

function isWithin({ hours }: Price, minute: number): boolean {
  if (hours === undefined) return true
  const { from, until } = hours
  return from <= until ? minute >= from && minute < until : minute >= from || minute < until
}

/** What a usage costs at an instant, exactly, each class rounded up to a nano-dollar; `undefined` when unpriced. */
export function cost(model: Pick<Model, 'prices'>, usage: Usage, at: number): Cost | undefined {
  const price = priceAt(model, at, inputOf(usage))
  return price === undefined ? undefined : costBy(price.rates, usage)
}

/** What a usage costs by given rates. */
export function costBy(rates: Rates, usage: Usage): Cost {
  const byClass = Object.fromEntries(
    usageClasses.map((name) => [name, charge(usage[name] ?? 0, rateOf(rates, name))]),
  ) as Record<UsageClass, number>
  return { total: safeSum(Object.values(byClass)), byClass }
}

/**
 * `ceil(tokens × rate / 10⁶)` without leaving the safe integers: the product of a long prompt and a dear rate is past
 * 2^53, so whole nano-dollars per token and the rest of the rate are multiplied apart.
 */
export function charge(tokens: number, rate: number): number {
  assertCount(tokens)
  assertCount(rate)
  const perToken = Math.floor(rate / 1_000_000)
  const rest = rate % 1_000_000
  return safeSum([assertCount(tokens * perToken), Math.ceil(assertCount(tokens * rest) / 1_000_000)])
}

function safeSum(amounts: readonly number[]): number {
  return assertCount(amounts.reduce((sum, amount) => sum + amount, 0))
}

/** INVARIANT: money and tokens are non-negative safe integers; anything else is a bug that must not be charged. */
function assertCount(value: number): number {
  if (!Number.isSafeInteger(value) || value < 0)
    throw new RangeError(`not a non-negative safe integer: ${value}`)
  return value
}

/**
 * The dearest rate of one class over every tier and hour of the price list on that day, in nano-dollars per million
 * tokens: what `where price.output <= $10` compares. `undefined` when unpriced.
 */
export function dearestRate(model: Pick<Model, 'prices'>, name: UsageClass, day: string): number | undefined {
  const rates = model.prices.filter((price) => isOn(price, day)).map((price) => rateOf(price.rates, name))
  return rates.length === 0 ? undefined : Math.max(...rates)
}

/**
 * The dearest rate of each class over every tier, hour and class that a request of that day could fall under: no
 * request of at most `inputMax` tokens costs more. A cache write or read may be what a prompt turns out to be, so
 * `input` is the dearest of the input classes. Where price lists disagree, the dearer one counts. `undefined` when
 * unpriced.
 */
export function worstRates(
  model: Pick<Model, 'prices'>,
  day: string,
  inputMax = Number.MAX_SAFE_INTEGER,
): WorstRates | undefined {
  const rows = model.prices.filter((price) => isOn(price, day) && inputMax > (price.inputAbove ?? -1))
  if (!model.prices.some((price) => isOn(price, day))) return undefined
  const dearest = (names: readonly UsageClass[]): number =>
    Math.max(...rows.flatMap(({ rates }) => names.map((name) => rateOf(rates, name))))
  return { input: dearest(inputClasses), output: dearest(outputClasses) }
}

/** Nano-dollars per million tokens of any input and any output. */
export interface WorstRates {
  readonly input: number
  readonly output: number
}

/**
 * The most that a request of at most these tokens can cost on that day; `undefined` when unpriced. Each class that its
 * tokens may fall into is rounded up by itself, so the bound allows a nano-dollar for each.
 */
export function worstCost(
  model: Pick<Model, 'prices' | 'disputed'>,
  inputMax: number,
  outputMax: number,
  day: string,
): number | undefined {
  const rates = worstRates(model, day, inputMax)
  if (rates === undefined) return undefined
  return safeSum([charge(inputMax, rates.input), charge(outputMax, rates.output), usageClasses.length - 2])
}
