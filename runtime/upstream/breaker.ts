/** Failures in a row that eject. */
const FAILURES_MAX = 3
const EJECT_MS = 10_000
const EJECT_MS_MAX = 60_000
/** Good answers in a row that a returning lane needs before its ejections are forgotten. */
const RECOVERED = 3

/** What the end of a request says about where it was sent. `unknown`: the client left, or the request itself was at fault. */
export type Verdict = 'good' | 'bad' | 'unknown'

/** `closed`: it is tried. `half-open`: a request tries whether it works again. `open`: it is ejected. */
export type BreakerState = 'closed' | 'half-open' | 'open'

/**
 * Whether one model at one account should be tried. After 3 failures in a row it is ejected for 10 s; then one request is a
 * probe, whose failure ejects at once and for twice as long (up to 60 s), and 3 good answers in a row end the suspicion: what
 * flaps does not drag every second request through its failures.
 */
export class Breaker {
  #failures = 0
  #successes = 0
  #ejections = 0
  #ejectedAtMs = Number.NEGATIVE_INFINITY
  #openUntilMs = Number.NEGATIVE_INFINITY
  #probes = 0
  #isTried = false

  /** Whether a request has ever gone there. */
  get isTried(): boolean {
    return this.#isTried
  }

  /** When the ejection ends, in ms of the clock that it was told. */
  get openUntilMs(): number {
    return this.#openUntilMs
  }

  isOpen(nowMs: number): boolean {
    return nowMs < this.#openUntilMs
  }

  /** Whether a request may go there: also as the one probe of an ejection that has passed. */
  allows(nowMs: number): boolean {
    return !this.isOpen(nowMs) && (!this.#isSuspect() || this.#probes === 0)
  }

  /** A request goes there. */
  begin(): void {
    this.#isTried = true
    if (this.#isSuspect()) this.#probes++
  }

  /** It has ended. One that began before the ejection says nothing new: twenty that fail together are one failure. */
  end(verdict: Verdict, startedMs: number, nowMs: number): void {
    if (startedMs < this.#ejectedAtMs) return
    this.#probes = Math.max(0, this.#probes - 1)
    if (verdict === 'good') this.#succeed()
    else if (verdict === 'bad') this.#fail(nowMs)
  }

  /** Ejected before and not a good answer since. */
  #isSuspect(): boolean {
    return this.#ejections > 0 && this.#successes === 0
  }

  /** What `allows` goes by, for people. */
  stateAt(nowMs: number): BreakerState {
    if (this.isOpen(nowMs)) return 'open'
    return this.#ejections === 0 ? 'closed' : 'half-open'
  }

  #succeed(): void {
    this.#failures = 0
    this.#successes++
    if (this.#successes >= RECOVERED) this.#ejections = 0
  }

  #fail(nowMs: number): void {
    this.#successes = 0
    this.#failures++
    if (this.#failures >= FAILURES_MAX || this.#ejections > 0) this.#eject(nowMs)
  }

  #eject(nowMs: number): void {
    this.#ejectedAtMs = nowMs
    this.#openUntilMs = nowMs + Math.min(EJECT_MS_MAX, EJECT_MS * 2 ** this.#ejections)
    this.#ejections = Math.min(this.#ejections + 1, 8)
    this.#failures = 0
    this.#probes = 0
  }
}
