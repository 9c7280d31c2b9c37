import type { ConditionalPrice, ModelInfo, ModelPrice } from '@pydantic/genai-prices'
import { nanosOf } from '../../core/money.ts'
import type { CallPrices, Hours, Price, Rates } from '../../core/catalogue.ts'

/** Our rate → genai-prices' name of it. It tells reasoning nowhere apart; rates of video, hours and pages are not classes of ours. */
const classes = {
  input: 'input_mtok',
  output: 'output_mtok',
  cacheRead: 'cache_read_mtok',
  cacheWrite5m: 'cache_write_mtok',
  cacheWrite1h: 'cache_write_1h_mtok',
  inputAudio: 'input_audio_mtok',
  outputAudio: 'output_audio_mtok',
  cacheReadAudio: 'cache_audio_read_mtok',
  inputImage: 'input_image_mtok',
  outputImage: 'output_image_mtok',
} as const satisfies Partial<Record<keyof Rates, string>>

type Said = Pick<Price, 'source' | 'date'>
type Condition = Pick<Price, 'from' | 'until' | 'hours'>

/** A model's price rows: plain first, later days next, hours last, each with its tiers; the last that applies wins. */
export function priceRows(model: ModelInfo, said: Said): Price[] {
  const listed: readonly ConditionalPrice[] = Array.isArray(model.prices)
    ? model.prices
    : [{ prices: model.prices }]
  return listed.flatMap((each, index) => {
    if (each.prices['input_mtok'] === undefined) return []
    return tierRows(each.prices, conditionOf(listed, index), said)
  })
}

/** What the list says of the provider's own tools, in nano-dollars for a thousand calls: the dearest of its prices. */
export function callPrices(model: ModelInfo): Omit<CallPrices, 'source' | 'date'> {
  const prices = Array.isArray(model.prices) ? model.prices.map((each) => each.prices) : [model.prices]
  const entries = Object.entries(calls).flatMap(([name, source]) => {
    const dollars = prices.flatMap((price) => dollarsAt(price[source], 0) ?? [])
    return dollars.length === 0 ? [] : [[name, exactNanos(Math.max(...dollars))] as const]
  })
  return Object.fromEntries(entries)
}

const calls = { webSearch: 'web_searches_kcount', fileSearch: 'storage_searches_kcount' } as const

/**
 * A dated price ends where the next one begins. A price by the hour has no date of its own in the source; it holds
 * from the start of the plain price that stands before it, or a day of last year would be charged by today's hours.
 */
function conditionOf(listed: readonly ConditionalPrice[], index: number): Condition {
  const starts = listed.map((each) =>
    each.constraint?.type === 'start_date' ? each.constraint.start_date : undefined,
  )
  const from = starts.slice(0, index + 1).findLast((start) => start !== undefined)
  const until = starts.slice(index + 1).find((start) => start !== undefined)
  const own = listed[index]?.constraint
  return {
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
    ...(own?.type === 'time_of_date' ? { hours: hoursOf(own.start_time, own.end_time) } : {}),
  }
}

/** `01:00:00Z` to `04:00:00Z`, as minutes. */
function hoursOf(from: string, until: string): Hours {
  return { from: minuteOf(from), until: minuteOf(until) }
}

function minuteOf(time: string): number {
  const parts = /^(\d\d):(\d\d):00Z$/.exec(time)
  if (parts === null) throw new Error(`not a whole minute of UTC: ${time}`)
  return Number(parts[1]) * 60 + Number(parts[2])
}

function tierRows(price: ModelPrice, condition: Condition, said: Said): Price[] {
  const starts = new Set(
    Object.values(classes).flatMap((name) => tiersOf(price[name]).map((tier) => tier.start)),
  )
  const plain = { ...condition, rates: ratesAt(price, 0), ...said }
  const tiers = [...starts].toSorted((a, b) => a - b)
  return [
    plain,
    ...tiers.map((inputAbove) => ({
      ...condition,
      inputAbove,
      rates: ratesAt(price, inputAbove + 1),
      ...said,
    })),
  ]
}

function tiersOf(rate: ModelPrice[string]): readonly { readonly start: number; readonly price: number }[] {
  return typeof rate === 'object' ? rate.tiers : []
}

/** The rates for a request of that many input tokens. */
function ratesAt(price: ModelPrice, inputTokens: number): Rates {
  const rates = Object.entries(classes).flatMap(([name, source]) => {
    const dollars = dollarsAt(price[source], inputTokens)
    return dollars === undefined ? [] : [[name, exactNanos(dollars)] as const]
  })
  return { input: 0, output: 0, ...Object.fromEntries(rates) }
}

function dollarsAt(rate: ModelPrice[string], inputTokens: number): number | undefined {
  if (typeof rate !== 'object') return rate
  return rate.tiers.findLast((tier) => inputTokens > tier.start)?.price ?? rate.base
}

function exactNanos(dollars: number): number {
  const nanos = nanosOf(dollars)
  if (nanos === undefined) throw new Error(`not an exact number of nano-dollars: ${dollars}`)
  return nanos
}
