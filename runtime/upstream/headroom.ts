import type { IncomingHttpHeaders } from 'node:http'
import type { Demand } from './demand.ts'
import { readLimit } from './rate-limit-headers.ts'
import type { LimitReading } from './rate-limit-headers.ts'

/** One limit as last told, and what was sent since then. */
interface Told extends LimitReading {
  readonly atMs: number
  /** All that had been sent when the request went out whose answer told it. */
  readonly mark: number
}

/** What had been sent to a lane when one request went out, itself included: its answer's headers count no more than this. */
export interface HeadroomMark {
  readonly requests: number
  readonly tokens: number
}

/**
 * How much a provider's own rate limits leave for one model at one account, by the headers of its answers. What was sent after
 * the request that was answered is not in them, so it is counted here: tokens in flight.
 */
export class Headroom {
  #requests = 0
  #tokens = 0
  #toldRequests: Told | undefined
  #toldTokens: Told | undefined

  /** Counts a request that is sent. */
  begin({ inputTokens, outputTokens }: Demand): HeadroomMark {
    return { requests: ++this.#requests, tokens: (this.#tokens += inputTokens + outputTokens) }
  }

  /** Reads the headers of an answer; those that come late, of an earlier request, are older news. */
  read(headers: IncomingHttpHeaders, mark: HeadroomMark, nowMs: number, wallMs: number): void {
    const requests = readLimit('requests', headers, wallMs)
    if (requests !== undefined && mark.requests >= (this.#toldRequests?.mark ?? 0))
      this.#toldRequests = { ...requests, atMs: nowMs, mark: mark.requests }
    const tokens = readLimit('tokens', headers, wallMs)
    if (tokens !== undefined && mark.tokens >= (this.#toldTokens?.mark ?? 0))
      this.#toldTokens = { ...tokens, atMs: nowMs, mark: mark.tokens }
  }

  /** Whether the provider would take a request of this demand, as far as it has said. */
  fits({ inputTokens, outputTokens }: Demand, nowMs: number): boolean {
    if (this.#toldRequests === undefined && this.#toldTokens === undefined) return true
    return (
      leftOf(this.#toldRequests, this.#requests, nowMs) >= 1 &&
      leftOf(this.#toldTokens, this.#tokens, nowMs) >= inputTokens + outputTokens
    )
  }
}

/** What is left: limits refill steadily, so the part of the time that has passed is the part of the missing that is back. */
function leftOf(told: Told | undefined, sent: number, nowMs: number): number {
  if (told === undefined || nowMs - told.atMs >= told.resetMs) return Infinity
  const back = (((told.limit ?? told.remaining) - told.remaining) * (nowMs - told.atMs)) / told.resetMs
  return told.remaining + back - (sent - told.mark)
}
