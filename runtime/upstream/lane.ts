import type { IncomingHttpHeaders } from 'node:http'
import type { Usage } from '../wire/usage.ts'
import { Breaker } from './breaker.ts'
import type { Verdict } from './breaker.ts'
import type { Demand } from './demand.ts'
import type { Failure } from './failure.ts'
import { Headroom } from './headroom.ts'
import type { HeadroomMark } from './headroom.ts'
import { Latency } from './latency.ts'
import type { Pace } from './latency.ts'
import { correct, takeFrom, waitOf } from './own-limits.ts'
import type { AccountState } from './target.ts'

/** How fast an account's bad moments are forgotten, and a model's usual pace. */
const LANE_TAU_MS = 10_000
const USUAL_TAU_MS = 60_000
/** An account that was not heard of for long is taken to be this much faster than usual: else one bad moment could be its last. */
const HOPE = 0.5
/** What a failure counts as in time: what answers fast because it refuses must not look fast. */
const FAILURE_MS = 5_000
/** A 429 that does not say for how long holds for this; nothing holds for longer than the other. */
const HOLD_MS = 5_000
const HOLD_MS_MAX = 60_000
/** How long an account stays away that its provider refused, or a model that it did not know. */
const REFUSED_MS = 60_000

/** One model at a provider: how long it usually takes, and how it fares at each account. */
export interface LanePool {
  /** Where nothing is measured yet. */
  readonly prior: Pace
  readonly usual: Latency
  readonly lanes: readonly Lane[]
}

/** What was taken for one request, to be given back at its end. Times are ms of the deadline clock. */
export interface Flight {
  readonly lane: Lane
  readonly demand: Demand
  readonly mark: HeadroomMark
  readonly startedMs: number
}

/** One model at one account: what is known of its health, pace and limits, and what is under way. */
export class Lane {
  readonly account: AccountState
  readonly breaker = new Breaker()
  readonly #pool: Pick<LanePool, 'prior' | 'usual'>
  readonly #latency = new Latency(LANE_TAU_MS, 'peak')
  readonly #headroom = new Headroom()
  #outstanding = 0
  #heldUntilMs = Number.NEGATIVE_INFINITY

  constructor(account: AccountState, pool: Pick<LanePool, 'prior' | 'usual'>) {
    this.account = account
    this.#pool = pool
  }

  /** Requests under way. */
  get outstanding(): number {
    return this.#outstanding
  }

  /** Until when the provider asked us to stay away, or refuses this account. */
  get heldUntilMs(): number {
    return Math.max(this.#heldUntilMs, this.account.refusedUntilMs)
  }

  isHeld(nowMs: number): boolean {
    return nowMs < this.heldUntilMs
  }

  /** Milliseconds that the provider still asks us to stay away; 0 = none. */
  restMs(nowMs: number): number {
    return Math.max(0, this.#heldUntilMs - nowMs)
  }

  /** Milliseconds until the account's own limits let this request through; 0 = now. */
  waitMs(demand: Demand, nowMs: number): number {
    return this.account.limits === undefined ? 0 : waitOf(this.account.limits, demand, nowMs)
  }

  /** Whether neither the provider's limits nor our own speak against this request. */
  hasRoom(demand: Demand, nowMs: number): boolean {
    return this.#headroom.fits(demand, nowMs) && this.waitMs(demand, nowMs) === 0
  }

  /** Whether a request of this demand may go there now. */
  mayTake(demand: Demand, nowMs: number): boolean {
    return !this.isHeld(nowMs) && this.breaker.allows(nowMs) && this.hasRoom(demand, nowMs)
  }

  /** How long an answer of that many tokens is expected to take. */
  expectedMs(outputTokens: number, nowMs: number): number {
    const rest = this.#resting(nowMs)
    return this.#latency.firstMs(nowMs, rest) + outputTokens * this.#latency.perTokenMs(nowMs, rest)
  }

  /** A request goes there. */
  begin(demand: Demand, nowMs: number): Flight {
    this.#outstanding++
    this.breaker.begin()
    if (this.account.limits !== undefined) takeFrom(this.account.limits, demand, nowMs)
    return { lane: this, demand, mark: this.#headroom.begin(demand), startedMs: nowMs }
  }

  /** The head of an answer, an error's too. */
  head(flight: Flight, headers: IncomingHttpHeaders, nowMs: number): void {
    this.#headroom.read(headers, flight.mark, nowMs, Date.now())
  }

  /** The first token of a stream. */
  first(flight: Flight, nowMs: number): void {
    this.#latency.observeFirst(nowMs - flight.startedMs, nowMs)
    this.#pool.usual.observeFirst(nowMs - flight.startedMs, nowMs)
  }

  /** It was answered to the end; `firstTokenMs` is when its first token came, `undefined` where it came whole. */
  answered(flight: Flight, nowMs: number, usage: Usage | undefined, firstTokenMs: number | undefined): void {
    this.#end(flight, 'good', nowMs)
    this.#measure(flight, nowMs, usage?.output ?? 0, firstTokenMs)
    if (usage === undefined || this.account.limits === undefined) return
    const { input, cacheRead, cacheWrite5m, cacheWrite1h, output } = usage
    correct(
      this.account.limits,
      flight.demand,
      input + cacheRead + cacheWrite5m + cacheWrite1h + output,
      nowMs,
    )
  }

  /** Its stream broke off: by the client's leaving, or not. */
  broke(flight: Flight, nowMs: number, byClient: boolean): void {
    this.#end(flight, byClient ? 'unknown' : 'bad', nowMs)
  }

  /** It failed, by its fault or not. */
  failed(flight: Flight, failure: Failure, nowMs: number): void {
    this.#end(flight, countsAgainst.has(failure.class) ? 'bad' : 'unknown', nowMs)
    this.#hold(failure, nowMs)
    if (!isSlow.has(failure.class)) return
    const lostMs = Math.max(FAILURE_MS, nowMs - flight.startedMs)
    this.#latency.observeFirst(lostMs, nowMs)
    this.#pool.usual.observeFirst(lostMs, nowMs)
  }

  #end({ startedMs }: Flight, verdict: Verdict, nowMs: number): void {
    this.#outstanding--
    this.breaker.end(verdict, startedMs, nowMs)
  }

  #hold({ class: kind, status, retryAfterMs }: Failure, nowMs: number): void {
    const asked = retryAfterMs ?? (kind === '429' ? HOLD_MS : 0)
    if (kind === 'auth' && status !== 404) this.account.refusedUntilMs = nowMs + REFUSED_MS
    else if (kind === 'auth') this.#holdUntil(nowMs + REFUSED_MS)
    else if (isSlow.has(kind) && asked > 0) this.#holdUntil(nowMs + Math.min(asked, HOLD_MS_MAX))
  }

  #holdUntil(untilMs: number): void {
    this.#heldUntilMs = Math.max(this.#heldUntilMs, untilMs)
  }

  #measure({ startedMs }: Flight, nowMs: number, tokens: number, firstTokenMs: number | undefined): void {
    const { usual, prior } = this.#pool
    if (firstTokenMs === undefined) {
      this.#latency.observeWhole(nowMs - startedMs, tokens, nowMs, this.#resting(nowMs))
      usual.observeWhole(nowMs - startedMs, tokens, nowMs, prior)
    } else {
      this.#latency.observeRest(nowMs - firstTokenMs, tokens, nowMs)
      usual.observeRest(nowMs - firstTokenMs, tokens, nowMs)
    }
  }

  #resting(nowMs: number): Pace {
    const { usual, prior } = this.#pool
    return { firstMs: HOPE * usual.firstMs(nowMs, prior), perTokenMs: HOPE * usual.perTokenMs(nowMs, prior) }
  }
}

/** How long a model usually takes for an answer of that many tokens, over all accounts: as measured, else by its catalogue speed. */
export function usualMs({ usual, prior }: LanePool, outputTokens: number, nowMs: number): number {
  return usual.firstMs(nowMs, prior) + outputTokens * usual.perTokenMs(nowMs, prior)
}

/** Time to the first token where nothing is known, and tokens a second: slower than any known, which come first until measured. */
const FIRST_MS = 600
const TOKENS_PER_SECOND = 10

/** The lanes of a model over a provider's accounts; `speed` is the catalogue's, in tokens a second. */
export function lanePool(accounts: readonly AccountState[], speed: number | undefined): LanePool {
  const perSecond = speed === undefined || speed <= 0 ? TOKENS_PER_SECOND : speed
  const prior: Pace = { firstMs: FIRST_MS, perTokenMs: 1000 / perSecond }
  const usual = new Latency(USUAL_TAU_MS, 'mean')
  return { prior, usual, lanes: accounts.map((account) => new Lane(account, { prior, usual })) }
}

/** Classes that speak against the health of a lane. */
const countsAgainst: ReadonlySet<Failure['class']> = new Set(['overloaded', '5xx', 'timeout', 'unavailable'])
/** Classes that count as time lost. */
const isSlow: ReadonlySet<Failure['class']> = new Set([...countsAgainst, '429'])
