/**
 * A moving average over time: a value weighs less the older it is, by `tauMs` to 1/e, however many values there are.
 * `peak` believes bad news at once and good news slowly: a value above the average replaces it (Finagle's "Peak EWMA").
 */
export class Ewma {
  readonly #tauMs: number
  readonly #isPeak: boolean
  #value = 0
  #atMs = Number.NEGATIVE_INFINITY

  constructor(tauMs: number, kind: 'peak' | 'mean') {
    this.#tauMs = tauMs
    this.#isPeak = kind === 'peak'
  }

  observe(value: number, nowMs: number): void {
    const weight = this.#weight(nowMs)
    const isNews = weight === 0 || (this.#isPeak && value > this.#value)
    this.#value = isNews ? value : this.#value * weight + value * (1 - weight)
    this.#atMs = Math.max(this.#atMs, nowMs)
  }

  /** The average as of now. What was not measured for a while comes to rest at `resting`, what never was is there. */
  at(nowMs: number, resting: number): number {
    const weight = this.#weight(nowMs)
    return weight === 0 ? resting : resting + (this.#value - resting) * weight
  }

  #weight(nowMs: number): number {
    return Math.exp(Math.min(0, this.#atMs - nowMs) / this.#tauMs)
  }
}
