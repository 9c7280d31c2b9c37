/**
 * What admission costs: `gwc serve` from `dist/` under a policy of 200 rules without budgets, and under the same one with three
 * hard budgets and a limit, which hold each attempt on disk before it is sent, with `durability` `process` and `power`.
 * `npm run build && npm run bench:admission [-- rounds]`. CPU of all threads per request at saturation, in windows that go
 * round; then the time of whole answers at 200 requests a second, in windows that go round.
 */
import { type Contestant, cores, pinLoad, startOwn } from './contestant.ts'
import { quantile } from '../../test/support/figures.ts'
import { requestOf, type Shape } from './load.ts'
import { endsWhole, openLoop } from './open-loop.ts'
import { startServed } from './served.ts'
import { goRound, spentIn, warmUp } from './window.ts'

const rounds = Number(process.argv[2] ?? 8)
const windowMs = { warm: 300, window: 800 } as const
const until = { requests: 15_000, msMax: 6_000 } as const
const latency = { perSecond: 200, requests: 500, uncounted: 100 } as const

const shape: Shape = { name: 'JSON 1.4 kB', bytes: 1_400, stream: 'no', connections: 64 }

const lines = `budget each $1000000 per month per key
budget teams $1000000 per month per team
budget all $1000000 per month
limit calls 900000000 requests per minute per key
`

/** CPU µs per request: of the thread that serves, and of all. */
interface Window {
  readonly serving: number
  readonly all: number
}

async function measure(server: Contestant): Promise<Window> {
  const { main, all, completed } = await spentIn(server, shape, windowMs)
  return { serving: main / completed, all: all / completed }
}

async function answerTimes(server: Contestant): Promise<readonly number[]> {
  const asked = requestOf(server.port, server.headers, shape)
  return (await openLoop(server.port, asked, endsWhole, latency)).firstMs
}

const median = (values: readonly number[]): number => quantile(values, 0.5)

pinLoad()
const upstream = await startOwn('upstream', cores.load)
const contestants = [
  await startServed(upstream.port, { name: 'no budgets' }),
  await startServed(upstream.port, { name: 'budgets, `process`', lines, durability: 'process' }),
  await startServed(upstream.port, { name: 'budgets, `power`', lines, durability: 'power' }),
]
for (const server of contestants) await warmUp(server, shape, until)
const windows = await goRound(contestants, rounds, measure)
const times = (await goRound(contestants, 2, answerTimes)).map((each) => each.flat())

process.stdout.write(
  '| with | CPU µs a request | of these, the thread that serves | added, median of rounds (quartiles) | p50, ms | p99, ms |\n|---|---|---|---|---|---|\n',
)
for (const [index, { name }] of contestants.entries()) {
  const own = windows[index]!
  const added = own.map(({ all }, round) => all - windows[0]![round]!.all)
  const cells = [
    name,
    median(own.map(({ all }) => all)).toFixed(1),
    median(own.map(({ serving }) => serving)).toFixed(1),
    index === 0 ? '' : [0.5, 0.25, 0.75].map((share) => quantile(added, share).toFixed(1)).join(' / '),
    median(times[index]!).toFixed(2),
    quantile(times[index]!, 0.99).toFixed(2),
  ]
  process.stdout.write(`| ${cells.join(' | ')} |\n`)
}
for (const { child } of [upstream, ...contestants]) child.kill()
