import type { Demand } from './demand.ts'
import { RateBucket } from './rate-bucket.ts'

/** What gateway.json lets one account take per minute, over all its models. */
export interface OwnLimits {
  readonly requests: RateBucket | undefined
  readonly tokens: RateBucket | undefined
}

/** The limits of an account; `undefined` where gateway.json sets none. */
export function ownLimits(
  { rpm, tpm }: { readonly rpm?: number | undefined; readonly tpm?: number | undefined },
  nowMs: number,
): OwnLimits | undefined {
  if (rpm === undefined && tpm === undefined) return undefined
  const bucketOf = (perMinute: number | undefined): RateBucket | undefined =>
    perMinute === undefined ? undefined : new RateBucket(perMinute, nowMs)
  return { requests: bucketOf(rpm), tokens: bucketOf(tpm) }
}

/** Milliseconds until the account may take this request; 0 = now. */
export function waitOf({ requests, tokens }: OwnLimits, demand: Demand, nowMs: number): number {
  return Math.max(requests?.waitMs(1, nowMs) ?? 0, tokens?.waitMs(tokensOf(demand), nowMs) ?? 0)
}

/** Counts a request that is sent. */
export function takeFrom({ requests, tokens }: OwnLimits, demand: Demand, nowMs: number): void {
  requests?.take(1, nowMs)
  tokens?.take(tokensOf(demand), nowMs)
}

/** Puts the tokens that were really used in the place of those that were expected. */
export function correct({ tokens }: OwnLimits, demand: Demand, used: number, nowMs: number): void {
  tokens?.take(used - tokensOf(demand), nowMs)
}

function tokensOf({ inputTokens, outputTokens }: Demand): number {
  return inputTokens + outputTokens
}
