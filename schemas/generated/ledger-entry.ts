/* Generated from schemas/ledger-entry.schema.json by `npm run generate`. */

/**
 * One row per provider attempt, append-only, unique by `attemptId`. Money in integer nano-dollars.
 */
export interface LedgerEntry {
  attemptId: string
  requestId: string
  providerRequestId?: string
  /**
   * RFC 3339, the store's clock.
   */
  at: string
  /**
   * SHA-256 of the table.
   */
  policy: string
  priceDate?: string
  /**
   * file#rule.
   */
  rule: string
  provider: string
  model: string
  account?: number
  key?: string
  org?: string
  team?: string
  project?: string
  developer?: string
  outcome: 'complete' | 'truncated' | 'aborted' | 'failed' | 'unsent' | 'uncertain' | 'cached'
  status?: number
  latencyMs?: number
  tokens: ByClass
  cost: ByClass
}
export interface ByClass {
  input?: number
  cacheRead?: number
  cacheWrite5m?: number
  cacheWrite1h?: number
  output?: number
  reasoning?: number
}
