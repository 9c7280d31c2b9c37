/* Generated from schemas/catalogue.schema.json by `npm run generate`. */

export type Rate = number
/**
 * YYYY-MM-DD, in UTC.
 */
export type Day = string

/**
 * Models: prices by date and tier, limits, capabilities, quality, and where each fact comes from.
 */
export interface CatalogueData {
  format: 'gwc.catalogue'
  /**
   * An unknown version is refused.
   */
  version: 1
  /**
   * The day as of which `where` reads prices and retirements unless told otherwise.
   */
  date: string
  /**
   * By the key that rows name.
   */
  sources: {
    [k: string]: CatalogueSource
  }
  /**
   * By provider, then by name.
   */
  models: Model[]
}
export interface CatalogueSource {
  title: string
  url: string
  licence?: string
}
/**
 * One model at one provider. A property that is absent is unknown.
 */
export interface Model {
  /**
   * Canonical `provider/name`.
   */
  id: string
  provider: string
  /**
   * The id without the provider.
   */
  name: string
  /**
   * The name that the provider's API is sent.
   */
  upstream: string
  /**
   * Equal for one model at several providers.
   */
  family: string
  kind: 'generation' | 'embedding'
  /**
   * Other names that mean this model, without the provider: dated ids, dashed forms, cloud ids.
   */
  aliases: string[]
  /**
   * Tokens that fit in the window.
   */
  context?: number
  /**
   * Tokens of input alone, where that is less than `context`.
   */
  maxInput?: number
  /**
   * Tokens of one answer, reasoning included.
   */
  maxOutput?: number
  capabilities: Capabilities
  /**
   * The last row that applies is the price. Empty: unpriced.
   */
  prices: Price[]
  /**
   * What another price list says where the two disagree: shown beside `prices`, and counted in worst cases.
   */
  disputed?: Price[]
  calls?: CallPrices
  times?: Times
  quality?: Quality
  /**
   * Output tokens a second, roughly: the static order of `fastest`.
   */
  speed?: number
  /**
   * YYYY-MM-DD, in UTC.
   */
  retired?: string
  /**
   * Key into `sources`, of limits and capabilities.
   */
  source?: string
  /**
   * YYYY-MM-DD, in UTC.
   */
  date?: string
}
/**
 * true: can; false: cannot; absent: unknown.
 */
export interface Capabilities {
  tools?: boolean
  images?: boolean
  jsonSchema?: boolean
  reasoning?: boolean
  streaming?: boolean
  audio?: boolean
  documents?: boolean
  promptCache?: boolean
  /**
   * Answers /v1/chat/completions at providers that also have other endpoints.
   */
  chat?: boolean
}
export interface Price {
  /**
   * First day it applies.
   */
  from?: string
  /**
   * First day it no longer applies.
   */
  until?: string
  /**
   * Of the provider's services the one that it is the price of. Absent: the standard one.
   */
  service?: 'batch' | 'flex' | 'priority' | 'ultrafast'
  hours?: Hours
  /**
   * Applies to the whole request when its input, cached tokens included, is more than this.
   */
  inputAbove?: number
  rates: Rates
  /**
   * Key into `sources`.
   */
  source: string
  /**
   * When the source said so.
   */
  date: string
}
/**
 * Minutes since midnight UTC; from <= t < until, across midnight when until < from.
 */
export interface Hours {
  from: number
  until: number
  /**
   * Days of the week in UTC, Monday 1. Absent: all.
   */
  days?: number[]
}
/**
 * Nano-dollars per million tokens. A class without a rate is billed as input (cache reads and writes, input media) or as output (reasoning, output media).
 */
export interface Rates {
  input: Rate
  output: Rate
  cacheRead?: Rate
  cacheWrite5m?: Rate
  cacheWrite1h?: Rate
  inputAudio?: Rate
  reasoning?: Rate
  outputAudio?: Rate
  cacheReadAudio?: Rate
  inputImage?: Rate
  outputImage?: Rate
}
/**
 * Nano-dollars for a thousand calls of the provider's own tools; absent: unknown.
 */
export interface CallPrices {
  webSearch?: Rate
  fileSearch?: Rate
  mapSearch?: Rate
  /**
   * Key into `sources`.
   */
  source: string
  /**
   * When the source said so.
   */
  date: string
}
/**
 * Thousandths by which every rate is multiplied where a request asks for that; absent: unknown.
 */
export interface Times {
  /**
   * Anthropic's `speed: fast`.
   */
  fast?: number
  /**
   * Inference kept in the United States.
   */
  us?: number
  /**
   * Inference kept in the European Union.
   */
  eu?: number
  /**
   * A regional endpoint.
   */
  region?: number
  /**
   * Key into `sources`.
   */
  source: string
  /**
   * When the source said so.
   */
  date: string
}
/**
 * Thousandths of the best model's predicted score.
 */
export interface Quality {
  overall: number
  tasks?: {
    [k: string]: number
  }
  source: string
  date: Day
}
