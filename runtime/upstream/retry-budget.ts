/** Retries earned by each request. */
const SHARE = 0.1
/** Retries that low traffic may always make in a burst, and the most that can be saved up. */
const FLOOR = 10
const CEILING = 100
/** One retry comes back per second in any case, so that a quiet gateway is never without. */
const REFILL_MS = 1000

/**
 * Keeps retries at 10% of requests, so that an outage upstream is not multiplied: a token bucket that requests fill.
 * A change to another stage is not a retry: it takes load away from what fails.
 */
export class RetryBudget {
  readonly #clock: () => number
  #tokens = FLOOR
  #filledMs: number

  constructor(clock: () => number = () => performance.now()) {
    this.#clock = clock
    this.#filledMs = clock()
  }

  /** Counts a request. */
  earn(): void {
    this.#tokens = Math.min(CEILING, this.#tokens + SHARE)
  }

  /** Takes one retry; false when the share is used up. */
  spend(): boolean {
    this.#refill()
    if (this.#tokens < 1) return false
    this.#tokens -= 1
    return true
  }

  #refill(): void {
    const now = this.#clock()
    const earned = Math.floor((now - this.#filledMs) / REFILL_MS)
    if (earned <= 0) return
    this.#filledMs += earned * REFILL_MS
    if (this.#tokens < FLOOR) this.#tokens = Math.min(FLOOR, this.#tokens + earned)
  }
}
