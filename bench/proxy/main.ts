/**
 * CPU of the gateway per request against the bare floor and, with `--peers`, nginx and Portkey, by the method of
 * docs/performance.md: all run at once, pinned to one core; windows of load go round among them; CPU time is the kernel's own
 * count. `npm run bench:proxy [-- rounds] [part of a shape's name] [--peers]`.
 */
import { parseArgs } from 'node:util'
import {
  type Contestant,
  cores,
  cpuMicros,
  cpuMicrosOfAll,
  pause,
  pinLoad,
  quantile,
  startOwn,
} from './contestant.ts'
import { EVENTS } from './events.ts'
import { judge, shapes } from './goals.ts'
import { Load, type Shape } from './load.ts'
import { startNginx, startPortkey } from './peers.ts'

const { values, positionals } = parseArgs({
  options: { peers: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const [rounds = '12', only = ''] = positionals
const WINDOW_MS = 1_000
const WARM_MS = 400
const SHARE_MIN = 0.93
/** Before each shape, so that all are compiled for it: counted, for a slow host needs longer, and V8 compiles by how often code ran. */
const WARM_UP = {
  requests: { no: 30_000, burst: 5_000, paced: 2_000, live: 0, held: 0 },
  msMax: 20_000,
} as const

/** One window: CPU µs of the proxy per request or event, and whether it counts. */
interface Window {
  readonly micros: number
  readonly isValid: boolean
}

async function measure(server: Contestant, shape: Shape): Promise<Window> {
  const load = new Load(server.port, server.headers, shape)
  await pause(WARM_MS)
  const before = { main: cpuMicros(server), all: cpuMicrosOfAll(server), done: load.completed }
  const at = performance.now()
  await pause(WINDOW_MS)
  const spent = cpuMicros(server) - before.main
  const share = (cpuMicrosOfAll(server) - before.all) / 1000 / (performance.now() - at)
  const count = load.completed - before.done
  load.stop()
  await pause(50)
  return { micros: spent / count / (shape.stream === 'no' ? 1 : EVENTS), isValid: isValid(shape, share) }
}

/** Loads a contestant until its code has run often enough to be compiled as well as it will be. */
async function warmUp(server: Contestant, shape: Shape): Promise<void> {
  const load = new Load(server.port, server.headers, shape)
  const from = performance.now()
  while (load.completed < WARM_UP.requests[shape.stream] && performance.now() - from < WARM_UP.msMax)
    await pause(50)
  load.stop()
}

/** At saturation a window should count only when the proxy had its core: waking up an idle one would be counted as work. Paced events leave it idle by design. */
const isValid = ({ stream }: Shape, share: number): boolean => stream === 'paced' || share > SHARE_MIN

/** The windows of each contestant, a round of all at a time. */
async function compare(all: readonly Contestant[], shape: Shape): Promise<readonly (readonly Window[])[]> {
  for (const server of all) await warmUp(server, shape)
  const windows = all.map((): Window[] => [])
  for (let round = 0; round < Number(rounds); round++)
    for (const [index, server] of all.entries()) windows[index]?.push(await measure(server, shape))
  return windows
}

/** The gateway's windows beside another's, as a line of the table. */
function lineOf(
  shape: (typeof shapes)[number],
  name: string,
  ours: readonly Window[],
  its: readonly Window[],
): string {
  const all = ours.flatMap((our, round) => {
    const it = its[round]
    return it === undefined ? [] : [{ our, it }]
  })
  const valid = all.filter(({ our, it }) => our.isValid && it.isValid)
  const pairs = valid.length * 2 >= all.length ? valid : all
  const goal = shape.goals[name]
  const ratioOf = (our: number, it: number): number => (goal?.of === 'it / gwc' ? it / our : our / it)
  const ratios = pairs.map(({ our, it }) => ratioOf(our.micros, it.micros))
  const least = (of: 'our' | 'it'): number => Math.min(...pairs.map((pair) => pair[of].micros))
  const [median, low, high] = [0.5, 0.25, 0.75].map((share) => quantile(ratios, share))
  const cells = [
    `${shape.name}, per ${shape.unit}`,
    name,
    least('it').toFixed(1),
    least('our').toFixed(1),
    `${goal?.of ?? 'gwc / it'} ${median?.toFixed(2)} (${low?.toFixed(2)}–${high?.toFixed(2)})`,
    ratioOf(least('our'), least('it')).toFixed(2),
    judge(goal, median ?? Number.NaN),
    `${valid.length} of ${all.length}`,
  ]
  return `| ${cells.join(' | ')} |\n`
}

pinLoad()
const upstream = await startOwn('upstream', cores.load)
const port = upstream.port
const gateway = await startOwn('gateway', cores.proxy, String(port))
const floor = await startOwn('floor', cores.proxy, String(port))
const peers = values.peers ? [await startNginx(port), await startPortkey(port)] : []
const others = [floor, ...peers.filter((each) => each !== undefined)]
process.stdout.write(
  '| path | against | its µs | gwc µs | median ratio (quartiles) | ratio of minima | goal | windows with the core to itself |\n|---|---|---|---|---|---|---|---|\n',
)
for (const shape of shapes.filter(({ name }) => name.includes(only))) {
  const [ours = [], ...its] = await compare([gateway, ...others], shape)
  for (const [index, { name }] of others.entries())
    process.stdout.write(lineOf(shape, name, ours, its[index] ?? []))
}
for (const { child } of [upstream, gateway, ...others]) child.kill()
