/**
 * What streams cost beside CPU: the gateway at rest (time until it is ready, memory), 512 streams held at once (all complete,
 * memory of each), and what it adds to the first token and to a whole answer at a stated load.
 * `npm run bench:streams -- rest|held|first|whole`, after `npm run build`: the gateway is `gwc serve` from `dist/`, as installed.
 */
import { type Contestant, cores, pause, pinLoad, residentBytes, startOwn } from './contestant.ts'
import { quantile } from '../../test/support/figures.ts'
import { requestOf, type Shape } from './load.ts'
import { type Answered, endsStream, endsWhole, type IsEnd, openLoop } from './open-loop.ts'
import { startNginx } from './peers.ts'
import { startServed } from './served.ts'

const goals = { readyMs: 300, idleMb: 90, streamKb: 256, addedP99Ms: 2, p50Ratio: 1.2 } as const

const shapeOf = (stream: Shape['stream']): Shape => ({ name: stream, bytes: 1_400, stream, connections: 1 })

const requestTo = ({ port, headers }: Contestant, stream: Shape['stream']): Buffer =>
  requestOf(port, headers, shapeOf(stream))

function print(...cells: readonly (string | number)[]): void {
  process.stdout.write(`| ${cells.join(' | ')} |\n`)
}

const head = (...names: readonly string[]): void => {
  print(...names)
  print(...names.map(() => '---'))
}

const judged = (goal: number, figure: number): string => `≤ ${goal}, ${figure <= goal ? 'met' : '**missed**'}`

/** Starts it a few times, one after the other. */
async function rest(port: number): Promise<void> {
  head('at rest', 'least', 'median of 9', 'goal')
  const times: number[] = []
  const sizes: number[] = []
  for (let i = 0; i < 9; i++) {
    const served = await startServed(port)
    times.push(served.readyMs)
    await pause(1_500)
    sizes.push(residentBytes(served) / 1e6)
    served.child.kill('SIGKILL')
  }
  for (const [name, figures, goal] of [
    ['ready, ms', times, goals.readyMs],
    ['RSS, MB', sizes, goals.idleMb],
  ] as const) {
    const median = quantile(figures, 0.5)
    print(name, Math.min(...figures).toFixed(0), median.toFixed(0), judged(goal, median))
  }
}

/** Opens 512 streams within two seconds, each of 20 seconds, after some short ones have warmed the proxy up. */
async function hold(port: number): Promise<void> {
  head(
    '512 streams held, through',
    'complete',
    'RSS before, MB',
    'at most, MB',
    'for each stream, kB',
    'goal',
  )
  const all = await contestants(port)
  for (const server of all) {
    await openLoop(server.port, requestTo(server, 'paced'), endsStream, {
      perSecond: 50,
      requests: 150,
      uncounted: 0,
    })
    await pause(1_000)
    const before = residentBytes(server)
    let most = before
    const watch = setInterval(() => (most = Math.max(most, residentBytes(server))), 200)
    const plan = { perSecond: 256, requests: 512, uncounted: 0 }
    const { completed } = await openLoop(server.port, requestTo(server, 'held'), endsStream, plan)
    clearInterval(watch)
    const each = (most - before) / 512 / 1e3
    const megabytes = [before, most].map((bytes) => (bytes / 1e6).toFixed(0))
    const goal = server.name === 'gwc' ? judged(goals.streamKb, each) : ''
    print(server.name, `${completed} of 512`, ...megabytes, each.toFixed(0), goal)
  }
  end(all)
}

async function contestants(port: number): Promise<readonly Contestant[]> {
  const floor = await startOwn('floor', cores.proxy, String(port))
  const all = [await startServed(port), floor, await startNginx(port)]
  return all.filter((each) => each !== undefined)
}

function end(all: readonly Contestant[]): void {
  for (const { child } of all) child.kill()
}

/** Windows of load that go round among the provider itself, the floor and the gateway. */
async function compareLatency(
  upstream: Contestant,
  stream: Shape['stream'],
  isEnd: IsEnd,
  { perSecond, rounds }: { readonly perSecond: number; readonly rounds: number },
): Promise<void> {
  const own = await startOwn('floor', cores.proxy, String(upstream.port))
  const all = [{ ...upstream, name: 'the provider itself' }, own, await startServed(upstream.port)]
  const windows = all.map((): Answered[] => [])
  const warming = { perSecond: 400, requests: 1_200, uncounted: 0 }
  for (const server of all) await openLoop(server.port, requestTo(server, 'no'), endsWhole, warming)
  for (const server of all)
    await openLoop(server.port, requestTo(server, 'burst'), endsStream, { ...warming, requests: 400 })
  const plan = { perSecond, requests: perSecond * 4, uncounted: perSecond }
  for (let round = 0; round < rounds; round++)
    for (const [index, server] of all.entries())
      windows[index]?.push(await openLoop(server.port, requestTo(server, stream), isEnd, plan))
  head('through', 'counted', 'p50, ms', 'p90, ms', 'p99, ms')
  const times = windows.map((each) => each.flatMap(({ firstMs }) => firstMs))
  for (const [index, { name }] of all.entries()) {
    const its = times[index] ?? []
    print(name, its.length, ...[0.5, 0.9, 0.99].map((share) => quantile(its, share).toFixed(2)))
  }
  tellAdded(times)
  end(all)
}

function tellAdded([direct = [], floor = [], ours = []]: readonly (readonly number[])[]): void {
  const added = (its: readonly number[], over: readonly number[], share: number): number =>
    quantile(its, share) - quantile(over, share)
  const [p50, p99] = [added(ours, floor, 0.5), added(ours, floor, 0.99)]
  const ratio = added(ours, direct, 0.5) / added(floor, direct, 0.5)
  process.stdout.write(
    `\nadded to the floor: p50 ${p50.toFixed(2)} ms, p99 ${p99.toFixed(2)} ms (${judged(goals.addedP99Ms, p99)}); added p50 over the provider, gwc / floor: ${ratio.toFixed(2)} (${judged(goals.p50Ratio, ratio)})\n`,
  )
}

pinLoad()
const upstream = await startOwn('upstream', cores.load)
const parts: Readonly<Record<string, () => Promise<void>>> = {
  rest: () => rest(upstream.port),
  held: () => hold(upstream.port),
  first: () => compareLatency(upstream, 'live', endsStream, { perSecond: 100, rounds: 6 }),
  whole: () => compareLatency(upstream, 'no', endsWhole, { perSecond: 500, rounds: 6 }),
}
const asked = process.argv.slice(2)
for (const [name, part] of Object.entries(parts)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  process.stdout.write('\n')
  await part()
}
upstream.child.kill()
