/**
 * CPU of the gateway per request against the bare floor and, with `--peers`, nginx and Portkey, by the method of
 * docs/performance.md: all run at once, pinned to one core; windows of load go round among them; CPU time is the kernel's own
 * count. `npm run bench:proxy [-- rounds] [part of a shape's name] [--peers]`.
 */
import { parseArgs } from 'node:util'
import { type Contestant, cores, pinLoad, startOwn } from './contestant.ts'
import { quantile } from '../../test/support/figures.ts'
import { EVENTS } from './events.ts'
import { judge, shapes } from './goals.ts'
import { type Shape } from './load.ts'
import { goRound, spentIn, warmUp } from './window.ts'
import { startNginx, startPortkey } from './peers.ts'

const { values, positionals } = parseArgs({
  options: { peers: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const [rounds = '12', only = ''] = positionals
const windowMs = { warm: 400, window: 1_000 } as const
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
  const { main, all, completed, ms } = await spentIn(server, shape, windowMs)
  const micros = main / completed / (shape.stream === 'no' ? 1 : EVENTS)
  return { micros, isValid: isValid(shape, all / 1000 / ms) }
}

/** At saturation a window should count only when the proxy had its core: waking up an idle one would be counted as work. Paced events leave it idle by design. */
const isValid = ({ stream }: Shape, share: number): boolean => stream === 'paced' || share > SHARE_MIN

/** The windows of each contestant, once all are warm. */
async function compare(all: readonly Contestant[], shape: Shape): Promise<readonly (readonly Window[])[]> {
  const until = { requests: WARM_UP.requests[shape.stream], msMax: WARM_UP.msMax }
  for (const server of all) await warmUp(server, shape, until)
  return goRound(all, Number(rounds), (server) => measure(server, shape))
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
