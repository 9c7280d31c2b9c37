const MINUTE_MS = 60_000

/** An amount per minute as a token bucket that holds a minute's worth, as providers count theirs. */
export class RateBucket {
  readonly #perMinute: number
  #left: number
  #atMs: number

  constructor(perMinute: number, nowMs: number) {
    this.#perMinute = perMinute
    this.#left = perMinute
    this.#atMs = nowMs
  }

  /** Whether an amount is left; one beyond a whole minute's is taken from a full bucket, or it never could be. */
  fits(amount: number, nowMs: number): boolean {
    return this.waitMs(amount, nowMs) === 0
  }

  /** Milliseconds until the amount is left. */
  waitMs(amount: number, nowMs: number): number {
    const missing = Math.min(amount, this.#perMinute) - this.#fill(nowMs)
    return missing <= 0 ? 0 : Math.ceil((missing * MINUTE_MS) / this.#perMinute)
  }

  /** Takes an amount, or gives back what was taken too much (below 0). */
  take(amount: number, nowMs: number): void {
    this.#left = Math.min(this.#perMinute, this.#fill(nowMs) - amount)
  }

  #fill(nowMs: number): number {
    const passed = Math.max(0, nowMs - this.#atMs)
    this.#atMs = Math.max(this.#atMs, nowMs)
    this.#left = Math.min(this.#perMinute, this.#left + (passed * this.#perMinute) / MINUTE_MS)
    return this.#left
  }
}
