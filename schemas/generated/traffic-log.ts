/* Generated from schemas/traffic-log.schema.json by `npm run generate`. */

/**
 * One decided request a line (JSON Lines): what the gateway logs, and what replay and diff read. Facts and outcome, never prompt text.
 */
export interface TrafficLogEntry {
  /**
   * RFC 3339.
   */
  at: string
  requestId: string
  /**
   * SHA-256 of the table that decided.
   */
  policy: string
  /**
   * Facts the decision looked at, by name; numbers in base units. Of a text the literals that were found in it, never a word of it. `endpoint` is always told.
   */
  facts: {
    [k: string]: boolean | number | string | string[]
  }
  /**
   * Facts the decision looked at and the request lacked: their defaults counted.
   */
  absent?: string[]
  /**
   * The request was only counted: free, and no answer; absent: it was to be answered.
   */
  operation?: 'count_tokens'
  /**
   * file#rule.
   */
  rule: string
  /**
   * Every guard row that matched.
   */
  guard?: string[]
  /**
   * What the cache did.
   */
  cache?: 'off' | 'miss' | 'hit'
  provider?: string
  model?: string
  status?: number
  latencyMs?: number
  firstTokenMs?: number
  attempts?: {
    /**
     * What the client got nothing of: a copy to a shadow model, a judge or embedder of the cache, a fresh answer that one of the cache is compared with; absent: an attempt at the answer.
     */
    kind?: 'shadow' | 'judge' | 'embedder' | 'fresh'
    provider: string
    model: string
    /**
     * Number of the provider's account in gateway.json, from 0; never its key.
     */
    account?: number
    /**
     * Of the chain, from 0.
     */
    stage?: number
    /**
     * ok, cancelled, truncated, or a failure class.
     */
    outcome: string
    status?: number
    ms?: number
    usage?: LoggedUsage
    /**
     * Nano-dollars, of a shadow: its own, and no part of the request's.
     */
    cost?: number
  }[]
  usage?: LoggedUsage
  /**
   * Nano-dollars at the pinned price.
   */
  cost?: number
  /**
   * Of the body, decompressed.
   */
  requestBytes?: number
  /**
   * Of the body.
   */
  responseBytes?: number
  /**
   * What the client was told beside its answer.
   */
  warnings?: string[]
  /**
   * Code of the error that was answered: gwc's own, or `provider_error` for one of the provider that was passed on.
   */
  error?: string
}
/**
 * Tokens as the provider reported them.
 */
export interface LoggedUsage {
  input?: number
  cacheRead?: number
  /**
   * Written to the prompt cache for the provider's ordinary time.
   */
  cacheWrite5m?: number
  /**
   * Written for an hour.
   */
  cacheWrite1h?: number
  output?: number
  reasoning?: number
  apart?: LoggedUsageApart
  /**
   * What multiplied the price, where the answer says so.
   */
  times?: ('fast' | 'us' | 'eu' | 'region')[]
}
/**
 * Parts of the classes above that may have a price of their own, and calls of the provider's own tools.
 */
export interface LoggedUsageApart {
  inputAudio?: number
  inputImage?: number
  cacheReadAudio?: number
  outputAudio?: number
  outputImage?: number
  webSearch?: number
}
