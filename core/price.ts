import type { Model, Price, Rates, Service, Times } from './catalogue.ts'

/** What was billed, in classes that do not overlap. A class that is absent is 0. */
export interface Usage {
  /** Tokens of input that were neither read from the prompt cache nor written to it. */
  readonly input?: number
  readonly cacheRead?: number
  readonly cacheWrite5m?: number
  readonly cacheWrite1h?: number
  /** Input of sound and of pictures, and sound read from the cache, where they are billed apart. */
  readonly inputAudio?: number
  readonly cacheReadAudio?: number
  readonly inputImage?: number
  /** All output but for what stands apart in the classes that follow. */
  readonly output?: number
  readonly reasoning?: number
  readonly outputAudio?: number
  readonly outputImage?: number
  /** Calls of the provider's own tools. */
  readonly webSearch?: number
  readonly fileSearch?: number
  readonly mapSearch?: number
}

export const inputClasses = [
  'input',
  'cacheRead',
  'cacheWrite5m',
  'cacheWrite1h',
  'inputAudio',
  'cacheReadAudio',
  'inputImage',
] as const
export const outputClasses = ['output', 'reasoning', 'outputAudio', 'outputImage'] as const
export const callClasses = ['webSearch', 'fileSearch', 'mapSearch'] as const
export const tokenClasses = [...inputClasses, ...outputClasses] as const

/** A class of tokens. */
export type UsageClass = (typeof tokenClasses)[number]
/** A tool of the provider's that is billed by the call. */
export type CallClass = (typeof callClasses)[number]

/** What a request asks for that changes its price as a whole. */
export interface Terms {
  /** Absent: the standard service. */
  readonly service?: Service | undefined
  /** Each multiplies every rate. */
  readonly times?: readonly TimesName[] | undefined
}

/** What a multiplier is for. */
export type TimesName = Exclude<keyof Times, 'source' | 'date'>

/** What prices are read from. */
export type Priced = Pick<Model, 'prices' | 'calls' | 'times'>

type CostByClass = Readonly<Partial<Record<UsageClass | CallClass, number>>>

/** Nano-dollars, in all and by class. */
export interface Cost {
  readonly total: number
  /** A class that is absent costs nothing. */
  readonly byClass: CostByClass
}

const standard: Terms = {}

/** The class that stands in where a price list has no rate: what has no price of its own is billed as plain tokens. */
const standIn = {
  cacheRead: 'input',
  cacheWrite5m: 'input',
  cacheWrite1h: 'cacheWrite5m',
  inputAudio: 'input',
  cacheReadAudio: 'cacheRead',
  inputImage: 'input',
  reasoning: 'output',
  outputAudio: 'output',
  outputImage: 'output',
} as const

/** The rate of a class in nano-dollars per million tokens, after its stand-ins. */
export function rateOf(rates: Rates, name: UsageClass): number {
  const rate = rates[name]
  if (rate !== undefined) return rate
  return name === 'input' || name === 'output' ? 0 : rateOf(rates, standIn[name])
}

/** All input tokens, cached ones included: what tiers are counted by. */
export function inputOf(usage: Usage): number {
  let sum = 0
  for (const name of inputClasses) sum += usage[name] ?? 0
  return sum
}

/**
 * The price row of a request at an instant (milliseconds since 1970, UTC) with that many input tokens: the last row of the
 * service that applies. `undefined` when the model is unpriced then: that is no price, never a price of 0.
 */
export function priceAt(
  model: Pick<Model, 'prices'>,
  at: number,
  inputTokens: number,
  service?: Service,
): Price | undefined {
  const billed = billedAs(model, service)
  const day = dayOf(at)
  return model.prices.findLast(
    (price) =>
      price.service === billed &&
      isOn(price, day) &&
      isWithin(price, at) &&
      inputTokens > (price.inputAbove ?? -1),
  )
}

let [knownDay, knownText] = [Number.NaN, '']

/** The day of an instant, YYYY-MM-DD in UTC; one day is asked for many times. */
export function dayOf(at: number): string {
  const day = Math.floor(at / DAY_MS)
  if (day !== knownDay) [knownDay, knownText] = [day, new Date(at).toISOString().slice(0, 10)]
  return knownText
}

const DAY_MS = 86_400_000

/** A service at a discount that has no price of its own is billed as the standard one, which is dearer; any other is unpriced. */
export function billedAs(
  { prices }: Pick<Model, 'prices'>,
  service: Service | undefined,
): Service | undefined {
  const isDiscount = service === 'batch' || service === 'flex'
  return isDiscount && !prices.some((price) => price.service === service) ? undefined : service
}

/** Whether a row holds on a day, YYYY-MM-DD. */
export function isOn(price: Price, day: string): boolean {
  return (price.from === undefined || day >= price.from) && (price.until === undefined || day < price.until)
}

function isWithin({ hours }: Price, at: number): boolean {
  if (hours === undefined) return true
  const { from, until, days } = hours
  const minute = Math.floor((at % DAY_MS) / 60_000)
  const isDay = days === undefined || days.includes(new Date(at).getUTCDay() || 7)
  return isDay && (from <= until ? minute >= from && minute < until : minute >= from || minute < until)
}

/**
 * What a usage costs at an instant on those terms, exactly, each class rounded up to a nano-dollar; `undefined` when any of it
 * is unpriced.
 */
export function cost(model: Priced, usage: Usage, at: number, terms: Terms = standard): Cost | undefined {
  const rates = priceAt(model, at, inputOf(usage), terms.service)?.rates
  return rates === undefined ? undefined : costAt(rates, model, usage, terms)
}

/** The same by the rates of a price that was looked up. */
export function costAt(rates: Rates, model: Priced, usage: Usage, terms: Terms): Cost | undefined {
  const factors = factorsOf(model, terms)
  const calls = callCosts(model, usage)
  return factors === undefined || calls === undefined ? undefined : costBy(rates, usage, factors, calls)
}

/** What a usage costs by given rates, each multiplied by factors (thousandths), beside calls that cost so much. */
export function costBy(
  rates: Rates,
  usage: Usage,
  factors: readonly number[] = noFactors,
  calls: CallCosts = noCalls,
): Cost {
  const byClass: Partial<Record<UsageClass | CallClass, number>> = {}
  let total = 0
  for (const name of tokenClasses) {
    const tokens = usage[name] ?? 0
    if (tokens === 0) continue
    const nanos = charge(tokens, multiplied(rateOf(rates, name), factors))
    byClass[name] = nanos
    total = assertCount(total + nanos)
  }
  for (const name of callClasses) {
    const nanos = calls[name] ?? 0
    if (nanos > 0) byClass[name] = nanos
    total = assertCount(total + nanos)
  }
  return { total, byClass }
}

/** The factors of those terms in thousandths; `undefined` when the model has no such price. */
export function factorsOf(model: Priced, { times }: Terms): readonly number[] | undefined {
  if (times === undefined || times.length === 0) return noFactors
  const factors = times.map((name) => model.times?.[name])
  return factors.every((factor) => factor !== undefined) ? factors : undefined
}

const noFactors: readonly number[] = []

type CallCosts = Readonly<Partial<Record<CallClass, number>>>
const noCalls: CallCosts = {}

/** A rate times thousandths, rounded up to a nano-dollar per million tokens. */
export function multiplied(rate: number, factors: readonly number[]): number {
  let product = rate
  for (const factor of factors) {
    const whole = assertCount(Math.floor(product / 1000) * factor)
    product = assertCount(whole + Math.ceil(((product % 1000) * factor) / 1000))
  }
  return product
}

/** Nano-dollars for the calls of a usage; `undefined` when one of them has no price. */
function callCosts(model: Priced, usage: Usage): CallCosts | undefined {
  if (callClasses.every((name) => (usage[name] ?? 0) === 0)) return noCalls
  const costs = callClasses.map((name) => [name, callCharge(model, name, usage[name] ?? 0)] as const)
  return costs.every(([, nanos]) => nanos !== undefined) ? Object.fromEntries(costs) : undefined
}

/** Nano-dollars for so many calls, rounded up; `undefined` when they have no price. */
export function callCharge(model: Priced, name: CallClass, calls: number): number | undefined {
  const perThousand = model.calls?.[name]
  if (calls === 0) return 0
  return perThousand === undefined ? undefined : charge(assertCount(calls * 1000), perThousand)
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
  return assertCount(assertCount(tokens * perToken) + Math.ceil(assertCount(tokens * rest) / 1_000_000))
}

/** The sum, asserted to be exact. */
export function safeSum(amounts: readonly number[]): number {
  return assertCount(amounts.reduce((sum, amount) => sum + amount, 0))
}

/** INVARIANT: money and tokens are non-negative safe integers; anything else is a bug that must not be charged. */
function assertCount(value: number): number {
  if (!Number.isSafeInteger(value) || value < 0)
    throw new RangeError(`not a non-negative safe integer: ${value}`)
  return value
}
