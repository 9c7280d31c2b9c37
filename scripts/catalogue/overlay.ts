import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Capabilities, CatalogueSource, Rates } from '../../schemas/generated/catalogue.ts'

/** What LiteLLM's list says of one model id; `scripts/derive-limits.ts` writes the file. */
export interface Limits extends Capabilities {
  readonly kind?: 'embedding'
  readonly input?: number
  readonly output?: number
  readonly retired?: string
  /** Nano-dollars per million tokens, for models that genai-prices lacks. */
  readonly rates?: Rates
  readonly above?: { readonly inputAbove: number; readonly rates: Rates }
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

/** What no list carries, by hand. */
export interface Overlay {
  readonly date: string
  readonly genaiPrices: { readonly version: string; readonly date: string }
  readonly sources: Readonly<Record<string, CatalogueSource>>
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
