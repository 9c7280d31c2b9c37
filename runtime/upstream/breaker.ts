/** Failures in a row that eject. */
const FAILURES_MAX = 3
const EJECT_MS = 10_000
const EJECT_MS_MAX = 60_000
/** Good answers in a row that a returning target needs before its ejections are forgotten. */
const RECOVERED = 3

/**
 * Whether one target (a model at a provider's account) should be tried. After 3 failures in a row it is ejected for 10 s; the
 * next request is a probe, whose failure ejects at once and for twice as long (up to 60 s), and 3 good answers in a row end the
 * suspicion: a target that flaps does not drag every second request through its failures.
 */
export class Breaker {
  #failures = 0
  #successes = 0
  #ejections = 0
  #openUntilMs = 0
  #probing = false

  /** Whether a request may go there at `nowMs`; lets one probe through when the ejection has passed. */
  allows(nowMs: number): boolean {
    if (nowMs < this.#openUntilMs) return false
    if (this.#ejections === 0) return true
    if (this.#probing) return this.#successes > 0
    this.#probing = true
    return true
  }

  succeed(): void {
    this.#failures = 0
    this.#successes++
    if (this.#ejections > 0 && this.#successes >= RECOVERED) this.#reset()
  }

  fail(nowMs: number): void {
    this.#successes = 0
    this.#failures++
    if (this.#failures >= FAILURES_MAX || this.#ejections > 0) this.#eject(nowMs)
  }

  /** Holds the target until then: a 429 that says when to come back. */
  hold(untilMs: number): void {
    this.#openUntilMs = Math.max(this.#openUntilMs, untilMs)
  }

  #eject(nowMs: number): void {
    this.#openUntilMs = nowMs + Math.min(EJECT_MS_MAX, EJECT_MS * 2 ** this.#ejections)
    this.#ejections = Math.min(this.#ejections + 1, 8)
    this.#failures = 0
    this.#probing = false
  }

  #reset(): void {
    this.#ejections = 0
    this.#probing = false
  }
}
