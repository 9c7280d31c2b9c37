import { Ewma } from './ewma.ts'

/** How long an answer takes: until its first token, and for each token of output. */
export interface Pace {
  readonly firstMs: number
  readonly perTokenMs: number
}

/** Below this many tokens an answer says nothing about the time of one. */
const TOKENS_MIN = 8

/** The pace of answers as measured. The first token and those after it are kept apart: a queue delays the one, a busy GPU the others. */
export class Latency {
  readonly #first: Ewma
  readonly #perToken: Ewma

  constructor(tauMs: number, kind: 'peak' | 'mean') {
    this.#first = new Ewma(tauMs, kind)
    this.#perToken = new Ewma(tauMs, kind)
  }

  /** The first token of a stream, or what a failure counts as. */
  observeFirst(ms: number, nowMs: number): void {
    this.#first.observe(ms, nowMs)
  }

  /** The rest of a stream. */
  observeRest(ms: number, tokens: number, nowMs: number): void {
    if (tokens >= TOKENS_MIN) this.#perToken.observe(ms / tokens, nowMs)
  }

  /** A whole answer tells only the sum: both parts share what it differs from the expected one, in proportion. */
  observeWhole(ms: number, tokens: number, nowMs: number, resting: Pace): void {
    const [first, perToken] = [this.firstMs(nowMs, resting), this.perTokenMs(nowMs, resting)]
    const factor = ms / Math.max(1, first + tokens * perToken)
    this.#first.observe(first * factor, nowMs)
    if (tokens >= TOKENS_MIN) this.#perToken.observe(perToken * factor, nowMs)
  }

  firstMs(nowMs: number, resting: Pace): number {
    return this.#first.at(nowMs, resting.firstMs)
  }

  perTokenMs(nowMs: number, resting: Pace): number {
    return this.#perToken.at(nowMs, resting.perTokenMs)
  }
}
