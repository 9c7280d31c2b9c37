import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type {
  CallPrices,
  Capabilities,
  CatalogueSource,
  Price,
  Rates,
  Service,
  Times,
} from '../../core/catalogue.ts'

/** Nano-dollars per million tokens, and those of a request with more input. */
export interface TieredRates {
  readonly rates: Rates
  readonly above?: { readonly inputAbove: number; readonly rates: Rates }
}

/** What LiteLLM's list says of one model id; `scripts/derive-limits.ts` writes the file. */
export interface Limits extends Capabilities, Partial<TieredRates> {
  readonly kind?: 'embedding'
  readonly input?: number
  readonly output?: number
  readonly retired?: string
  /** Prices of the provider's other services. */
  readonly services?: Readonly<Partial<Record<Service, TieredRates>>>
  readonly calls?: Omit<CallPrices, 'source' | 'date'>
  readonly times?: Omit<Times, 'source' | 'date'>
}

export interface LimitsFile {
  readonly version: string
  readonly date: string
  /** Provider → the id that the provider is sent → limits. */
  readonly models: Readonly<Record<string, Readonly<Record<string, Limits>>>>
}

/** Published scores as one number per family; `scripts/derive-quality.ts` writes the file. */
export interface QualityFile {
  readonly source: string
  readonly date: string
  /** Family → thousandths of the best model's predicted score. */
  readonly overall: Readonly<Record<string, number>>
}

/** What a provider's own page says where the lists are late or disagree: rows of the price list, rates in dollars per million tokens. */
export interface VendorPrices {
  readonly source: string
  /** When the page was read. */
  readonly date: string
  readonly rows: readonly (Omit<Price, 'rates' | 'source' | 'date'> & {
    readonly rates: Readonly<Record<string, number>>
  })[]
}

/** What no list carries, by hand. */
export interface Overlay {
  readonly date: string
  readonly genaiPrices: { readonly version: string; readonly date: string }
  readonly sources: Readonly<Record<string, CatalogueSource>>
  /** By model id. */
  readonly prices: Readonly<Record<string, VendorPrices>>
  readonly speed: {
    readonly source: string
    readonly date: string
    /** Rough output tokens a second by family: the first glob that fits. */
    readonly tokensPerSecond: readonly (readonly [glob: string, tokens: number])[]
  }
}

const read = (name: string): unknown => JSON.parse(readFileSync(join(import.meta.dirname, name), 'utf8'))

export const limitsFile = (): LimitsFile => read('limits.json') as LimitsFile
export const qualityFile = (): QualityFile => read('quality.json') as QualityFile
export const overlayFile = (): Overlay => read('overlay.json') as Overlay
