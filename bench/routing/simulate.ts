import { RetryBudget } from '../../runtime/upstream/retry-budget.ts'
import { quantile } from '../../test/support/figures.ts'
import { seededRandom } from '../../test/support/seeded-random.ts'
import type { Next, Strategy } from './routes.ts'
import { VirtualTime } from './virtual-time.ts'
import { World } from './world.ts'
import type { Scenario } from './world.ts'

/** Four accounts at half of what they can take; one browns out for a minute, later another answers 429 for half a minute. */
export const scenario: Scenario = {
  requests: 20_000,
  perSecond: 24,
  accounts: 4,
  slots: 40,
  brownOut: { account: 1, fromMs: 120_000, untilMs: 180_000, slower: 8, failing: 0.2 },
  burst: { account: 2, fromMs: 400_000, untilMs: 430_000, retryAfterMs: 5_000 },
}

/** The same in a part of the time. */
export function shortened(by: number): Scenario {
  const { requests, brownOut, burst } = scenario
  const short = <T extends { readonly fromMs: number; readonly untilMs: number }>(trouble: T): T => ({
    ...trouble,
    fromMs: trouble.fromMs / by,
    untilMs: trouble.untilMs / by,
  })
  return { ...scenario, requests: requests / by, brownOut: short(brownOut), burst: short(burst) }
}

/** What came of a run. Times are those of whole requests, retries included. */
export interface Outcome {
  readonly requests: number
  readonly p50Ms: number
  readonly p99Ms: number
  /** Time to the first token. */
  readonly firstP99Ms: number
  readonly firstP999Ms: number
  readonly errors: number
  readonly retries: number
  /** Requests that each account was sent. */
  readonly sent: readonly number[]
}

/** Runs a scenario's traffic through one way of choosing accounts. A seed decides all of it. */
export function simulate(
  strategy: Strategy,
  { seed, world: said }: { readonly seed: number; readonly world: Scenario },
): Outcome {
  const time = new VirtualTime()
  const world = new World(said, time, seededRandom(seed))
  const arrivals = seededRandom(seed + 1)
  const budget = new RetryBudget(() => time.now)
  const parts = { time, random: seededRandom(seed + 2), budget, accounts: said.accounts }
  const begin = strategy(parts)
  const took: number[] = []
  const firsts: number[] = []
  const sent = Array.from({ length: said.accounts }, () => 0)
  let [errors, retries] = [0, 0]

  const arrive = (): void => {
    const route = begin()
    const atMs = time.now
    let tries = 0
    budget.earn()
    const go = (next: Next): void => {
      if (next === undefined) return void errors++
      time.after(next.delayMs, () => {
        if (tries++ > 0) retries++
        sent[next.account]! += 1
        route.sent()
        world.send(next.account, {
          onFirst: () => {
            firsts.push(time.now - atMs)
            route.first()
          },
          onEnd: (tokens) => {
            took.push(time.now - atMs)
            route.answered(tokens)
          },
          onFailure: (why) => go(route.failed(why)),
        })
      })
    }
    go(route.begin())
  }
  const schedule = (left: number): void => {
    if (left === 0) return
    time.after((-Math.log(1 - arrivals()) * 1000) / said.perSecond, () => {
      arrive()
      schedule(left - 1)
    })
  }
  schedule(said.requests)
  time.run()
  return {
    requests: said.requests,
    p50Ms: quantile(took, 0.5),
    p99Ms: quantile(took, 0.99),
    firstP99Ms: quantile(firsts, 0.99),
    firstP999Ms: quantile(firsts, 0.999),
    errors,
    retries,
    sent,
  }
}
