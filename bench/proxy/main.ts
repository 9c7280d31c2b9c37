/**
 * CPU of the gateway per request against the bare floor, by the method of docs/performance.md: both run at once, pinned to one
 * core; windows of load alternate between them; CPU time is the kernel's own count. `npm run bench:proxy [-- rounds [part of a shape's name]]`.
 */
import { spawn, spawnSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Load } from './load.ts'
import type { Shape } from './load.ts'
import { EVENTS } from './events.ts'

const rounds = Number(process.argv[2] ?? 12)
const only = process.argv[3] ?? ''
const WINDOW_MS = 1_000
const WARM_MS = 400
const SHARE_MIN = 0.93
/** Before each shape, so that both are compiled for it. */
const WARM_UP_MS = 3_000

const shapes: readonly (Shape & { readonly goal: number; readonly unit: string })[] = [
  { name: 'JSON 1.4 kB', bytes: 1_400, stream: 'no', connections: 256, goal: 1.35, unit: 'request' },
  { name: 'JSON 30 kB', bytes: 30_000, stream: 'no', connections: 256, goal: 1.7, unit: 'request' },
  { name: 'stream, paced', bytes: 1_400, stream: 'paced', connections: 128, goal: 1.1, unit: 'event' },
  { name: 'stream, burst', bytes: 1_400, stream: 'burst', connections: 16, goal: 1.1, unit: 'event' },
]

interface Server {
  readonly child: ChildProcess
  readonly port: number
  readonly key: string
}

const here = import.meta.dirname
const extension = existsSync(join(here, 'floor.ts')) ? 'ts' : 'js'

async function start(name: string, cpu: number, ...args: readonly string[]): Promise<Server> {
  const node = [process.execPath, join(here, `${name}.${extension}`), ...args]
  const pinned = existsSync('/usr/bin/taskset') ? ['taskset', '-c', String(cpu), ...node] : node
  const child = spawn(pinned[0]!, pinned.slice(1), { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  const [port, key = 'any'] = line.toString().trim().split(' ')
  return { child, port: Number(port), key }
}

/** Keeps the load generator off the core under measurement. */
function pin(pid: number, cpu: number): void {
  if (existsSync('/usr/bin/taskset')) spawnSync('taskset', ['-a', '-p', '-c', String(cpu), String(pid)])
}

/** CPU time of a process's main thread in microseconds. */
function cpuMicros({ child }: Server): number {
  return ranMicros(`/proc/${child.pid}/schedstat`)
}

/** CPU time of all its threads: V8 collects and compiles on some of them, on the same core. */
function cpuMicrosOfAll({ child }: Server): number {
  const tasks = readdirSync(`/proc/${child.pid}/task`)
  return tasks.reduce((sum, task) => sum + ranMicros(`/proc/${child.pid}/task/${task}/schedstat`), 0)
}

function ranMicros(schedstat: string): number {
  return Number(readFileSync(schedstat, 'utf8').split(' ')[0]) / 1000
}

/** One window: CPU µs of the proxy per request or event, and how much of its core it had. */
interface Window {
  readonly micros: number
  readonly share: number
}

async function measure(server: Server, shape: Shape, windowMs = WINDOW_MS): Promise<Window> {
  const load = new Load(server.port, server.key, shape)
  await pause(WARM_MS)
  const [cpu, ofAll, done, at] = [
    cpuMicros(server),
    cpuMicrosOfAll(server),
    load.completed,
    performance.now(),
  ]
  await pause(windowMs)
  const spent = cpuMicros(server) - cpu
  const share = (cpuMicrosOfAll(server) - ofAll) / 1000 / (performance.now() - at)
  const count = load.completed - done
  load.stop()
  await pause(50)
  return { micros: spent / count / (shape.stream === 'no' ? 1 : EVENTS), share }
}

/** At saturation a window should count only when the proxy had its core: waking up an idle one would be counted as work. Paced events leave it idle by design. */
function isValid({ stream }: Shape, { share }: Window): boolean {
  return stream === 'paced' || share > SHARE_MIN
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!
}

pin(process.pid, 1)
const upstream = await start('upstream', 1)
const floor = await start('floor', 0, String(upstream.port))
const gateway = await start('gateway', 0, String(upstream.port))
process.stdout.write(
  `| path | floor µs | gwc µs | median ratio (quartiles) | ratio of minima | goal | windows with the core to itself |\n|---|---|---|---|---|---|---|\n`,
)
for (const shape of shapes.filter(({ name }) => name.includes(only))) {
  for (const server of [floor, gateway]) await measure(server, shape, WARM_UP_MS)
  const all: { readonly floor: number; readonly gateway: number; readonly isValid: boolean }[] = []
  for (let round = 0; round < rounds; round++) {
    const [base, ours] = [await measure(floor, shape), await measure(gateway, shape)]
    all.push({
      floor: base.micros,
      gateway: ours.micros,
      isValid: isValid(shape, base) && isValid(shape, ours),
    })
  }
  const valid = all.filter((pair) => pair.isValid)
  const pairs = valid.length * 2 >= rounds ? valid : all
  const ratios = pairs.map((pair) => pair.gateway / pair.floor).toSorted((a, b) => a - b)
  const least = {
    floor: Math.min(...pairs.map((pair) => pair.floor)),
    gateway: Math.min(...pairs.map((pair) => pair.gateway)),
  }
  const figures = [
    quantile(ratios, 0.5),
    quantile(ratios, 0.25),
    quantile(ratios, 0.75),
    least.gateway / least.floor,
  ].map((ratio) => ratio.toFixed(2))
  process.stdout.write(
    `| ${shape.name}, per ${shape.unit} | ${least.floor.toFixed(1)} | ${least.gateway.toFixed(1)} | ${figures[0]} (${figures[1]}–${figures[2]}) | ${figures[3]} | ≤ ${shape.goal} | ${valid.length} of ${rounds} |\n`,
  )
}
for (const { child } of [upstream, floor, gateway]) child.kill()
