import { failure } from '../../runtime/upstream/failure.ts'
import type { Failure } from '../../runtime/upstream/failure.ts'
import type { VirtualTime } from './virtual-time.ts'

/** What happens to the accounts. Times are virtual milliseconds. */
export interface Scenario {
  readonly requests: number
  readonly perSecond: number
  readonly accounts: number
  /** Answers that an account makes at once; more wait for their turn. */
  readonly slots: number
  /** One account answers so many times slower, and a share of its answers is a 503. */
  readonly brownOut: Trouble & { readonly slower: number; readonly failing: number }
  /** One account answers 429 with Retry-After. */
  readonly burst: Trouble & { readonly retryAfterMs: number }
}

interface Trouble {
  readonly account: number
  readonly fromMs: number
  readonly untilMs: number
}

const FIRST_MS = 400
const PER_TOKEN_MS = 15
const TOKENS = 200
/** The deadline of a first token. */
const FIRST_MS_MAX = 20_000

/** How one attempt goes on: its first token, and then how it ends. */
export interface AttemptEvents {
  readonly onFirst: () => void
  readonly onEnd: (tokens: number) => void
  readonly onFailure: (why: Failure) => void
}

/** The accounts of a provider: queues with a number of slots, whose answers take as long as those of models do. */
export class World {
  readonly #scenario: Scenario
  readonly #time: VirtualTime
  readonly #random: () => number
  readonly #busy: number[]
  readonly #waiting: (() => void)[][]

  constructor(scenario: Scenario, time: VirtualTime, random: () => number) {
    this.#scenario = scenario
    this.#time = time
    this.#random = random
    this.#busy = Array.from({ length: scenario.accounts }, () => 0)
    this.#waiting = Array.from({ length: scenario.accounts }, () => [])
  }

  /** Sends a request to an account. */
  send(account: number, events: AttemptEvents): void {
    const { brownOut, burst } = this.#scenario
    if (this.#isIn(burst, account)) {
      const why = failure('429', 'made up', { status: 429, retryAfterMs: burst.retryAfterMs })
      return this.#time.after(30, () => events.onFailure(why))
    }
    if (this.#isIn(brownOut, account) && this.#random() < brownOut.failing) {
      const why = failure('5xx', 'made up', { status: 503 })
      return this.#time.after(200, () => events.onFailure(why))
    }
    this.#enter(account, events)
  }

  #enter(account: number, events: AttemptEvents): void {
    let state: 'waiting' | 'answering' | 'over' = 'waiting'
    this.#time.after(FIRST_MS_MAX, () => {
      if (state !== 'waiting') return
      state = 'over'
      events.onFailure(failure('timeout', 'made up', { ambiguous: true }))
    })
    this.#queue(account, () => {
      if (state === 'over') return this.#leave(account)
      const slower = this.#isIn(this.#scenario.brownOut, account) ? this.#scenario.brownOut.slower : 1
      const tokens = 1 + Math.floor(-Math.log(1 - this.#random()) * TOKENS)
      this.#time.after(FIRST_MS * slower * this.#spread(), () => {
        if (state === 'over') return this.#leave(account)
        state = 'answering'
        events.onFirst()
        this.#time.after(tokens * PER_TOKEN_MS * slower * this.#spread(), () => {
          this.#leave(account)
          events.onEnd(tokens)
        })
      })
    })
  }

  #queue(account: number, run: () => void): void {
    if (this.#busy[account]! >= this.#scenario.slots) return void this.#waiting[account]!.push(run)
    this.#busy[account]! += 1
    run()
  }

  #leave(account: number): void {
    const next = this.#waiting[account]!.shift()
    if (next === undefined) this.#busy[account]! -= 1
    else next()
  }

  #isIn({ account, fromMs, untilMs }: Trouble, asked: number): boolean {
    return asked === account && this.#time.now >= fromMs && this.#time.now < untilMs
  }

  /** Log-normal around 1: a third of all times is off by more than 30%. */
  #spread(): number {
    const normal = Math.sqrt(-2 * Math.log(1 - this.#random())) * Math.cos(2 * Math.PI * this.#random())
    return Math.exp(0.3 * normal)
  }
}
