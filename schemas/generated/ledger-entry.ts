/* Generated from schemas/ledger-entry.schema.json by `npm run generate`. */

/**
 * One row per provider attempt, append-only, unique by `attemptId`. Money in integer nano-dollars.
 */
export interface LedgerEntry {
  attemptId: string
  requestId: string
  providerRequestId?: string
  /**
   * RFC 3339, the store's clock: when its money was held. It counts in the windows of this moment.
   */
  at: string
  /**
   * RFC 3339, the store's clock: when its hold ended.
   */
  endedAt: string
  /**
   * SHA-256 of the table.
   */
  policy: string
  /**
   * Date of the prices that it is charged by.
   */
  priceDate?: string
  /**
   * file#rule.
   */
  rule: string
  provider: string
  model: string
  account: number
  key: string
  org?: string
  team?: string
  project?: string
  developer?: string
  /**
   * `unsent`: never sent. `uncertain`: its process ended, or told nothing until the hold's deadline; what was found out since is in the amounts.
   */
  outcome: 'complete' | 'truncated' | 'aborted' | 'failed' | 'unsent' | 'uncertain' | 'cached'
  status?: number
  latencyMs: number
  /**
   * What hard budgets held of it.
   */
  boundNanos: number
  /**
   * What soft budgets held of it.
   */
  estimateNanos: number
  /**
   * What is surely billed, by all that is known of it now.
   */
  certainNanos: number
  /**
   * What may be billed beyond that.
   */
  uncertainNanos: number
  /**
   * How often something was found out of it after its hold had ended.
   */
  corrections: number
  /**
   * The layer of the cache that answered; else what the cache asked of a model. Absent: neither.
   */
  cache?: 'exact' | 'canonical' | 'semantic' | 'judge' | 'shadow' | 'embedding'
  /**
   * Of an answer of the cache: what it would have cost again, by the prices of that moment.
   */
  savedNanos?: number
  /**
   * Its tokens, in and out.
   */
  savedTokens?: number
  tokens: ByClass
  cost: ByClass
}
/**
 * Tokens, or nano-dollars, in classes that do not overlap: what has a price of its own stands apart from `input`, `cacheRead` and `output`.
 */
export interface ByClass {
  input?: number
  cacheRead?: number
  cacheWrite5m?: number
  cacheWrite1h?: number
  output?: number
  reasoning?: number
  inputAudio?: number
  cacheReadAudio?: number
  inputImage?: number
  outputAudio?: number
  outputImage?: number
  /**
   * Calls, not tokens.
   */
  webSearch?: number
  /**
   * Calls, not tokens.
   */
  fileSearch?: number
  /**
   * Calls, not tokens.
   */
  mapSearch?: number
}
