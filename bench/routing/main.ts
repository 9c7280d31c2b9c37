/**
 * `npm run bench:routing [-- seeds]`: one brown-out and one burst of 429 over four accounts, in virtual time: the code that
 * serves beside random choice, least outstanding and plain peak-EWMA. Exits 1 when a goal is missed.
 */
import { columns } from '../cpu.ts'
import { strategies } from './routes.ts'
import { scenario, simulate } from './simulate.ts'
import type { Outcome } from './simulate.ts'

const seeds = Number(process.argv[2] ?? 10)
const goals = { errors: 0.001, retries: 0.015 } as const

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`
const seconds = (ms: number): string => (ms / 1000).toFixed(1)

/** The middle of each figure over all seeds; shares are over all requests. */
function over(outcomes: readonly Outcome[]): {
  readonly row: readonly string[]
  readonly errors: number
  readonly retries: number
} {
  const middle = (of: (outcome: Outcome) => number): number =>
    outcomes.map(of).toSorted((a, b) => a - b)[Math.floor(outcomes.length / 2)] ?? Number.NaN
  const share = (of: (outcome: Outcome) => number): number =>
    outcomes.reduce((sum, outcome) => sum + of(outcome) / outcome.requests, 0) / outcomes.length
  const [errors, retries] = [share((each) => each.errors), share((each) => each.retries)]
  const times = [
    middle((each) => each.p50Ms),
    middle((each) => each.p99Ms),
    middle((each) => each.firstP99Ms),
    middle((each) => each.firstP999Ms),
  ]
  return { row: [...times.map(seconds), percent(errors), percent(retries)], errors, retries }
}

const rows = Object.entries(strategies).map(([name, strategy]) => {
  const outcomes = Array.from({ length: seeds }, (_, seed) =>
    simulate(strategy, { seed: seed + 1, world: scenario }),
  )
  return { name, ...over(outcomes) }
})

console.log(
  columns([
    ['', 'p50 s', 'p99 s', 'first token p99 s', 'p99.9 s', 'errors', 'retries'],
    ...rows.map(({ name, row }) => [name, ...row]),
  ]),
)
const own = rows.find(({ name }) => name === 'gwc')
if (own === undefined || own.errors > goals.errors || own.retries > goals.retries) process.exitCode = 1
