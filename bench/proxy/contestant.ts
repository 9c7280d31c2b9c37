import { spawn, spawnSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { setPriority } from 'node:os'
import { join } from 'node:path'

/** A proxy under measurement, in a process of its own. */
export interface Contestant {
  readonly name: string
  readonly child: ChildProcess
  readonly port: number
  /** Header lines that its requests carry, each with its line end. */
  readonly headers: string
}

/** The core of the proxies, and that of the provider and the load. */
export const cores = { proxy: 0, load: 1 } as const

const taskset = existsSync('/usr/bin/taskset')

/** Starts a program on one core. */
export function startOn(cpu: number, command: readonly string[]): ChildProcess {
  const [file = '', ...args] = taskset ? ['taskset', '-c', String(cpu), ...command] : command
  return spawn(file, args, { stdio: ['ignore', 'pipe', 'inherit'] })
}

/** Starts a program of this folder that prints its port, and the key that it wants. */
export async function startOwn(
  program: string,
  cpu: number,
  ...args: readonly string[]
): Promise<Contestant> {
  const child = startOn(cpu, [process.execPath, join(import.meta.dirname, `${program}.ts`), ...args])
  if (child.stdout === null) throw new Error('no standard output')
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  const [port, key = 'any'] = line.toString().trim().split(' ')
  return { name: program, child, port: Number(port), headers: bearer(key) }
}

/** The header line of a key. */
export const bearer = (key: string): string => `authorization: Bearer ${key}\r\n`

/** Keeps this process, the load, off the core under measurement; it and all that it starts go before others, where that is allowed. */
export function pinLoad(): void {
  try {
    setPriority(-15)
  } catch {
    process.stderr.write('not allowed to go before other processes: they will show in the figures\n')
  }
  if (taskset) spawnSync('taskset', ['-a', '-p', '-c', String(cores.load), String(process.pid)])
}

/** A port that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** Waits until something listens; an error where nothing does within 20 seconds. */
export async function untilListening(port: number): Promise<void> {
  const from = performance.now()
  while (!(await listens(port))) {
    if (performance.now() - from > 20_000) throw new Error(`nothing listens on ${port}`)
    await pause(50)
  }
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    const tell = (is: boolean) => (): void => {
      socket.destroy()
      resolve(is)
    }
    socket.on('connect', tell(true)).on('error', tell(false))
  })
}

/** CPU time of a process's main thread in microseconds, by the kernel's own count. */
export const cpuMicros = ({ child }: Contestant): number => ranMicros(`/proc/${child.pid}/schedstat`)

/** CPU time of all its threads: V8 collects and compiles on some of them, on the same core. */
export function cpuMicrosOfAll({ child }: Contestant): number {
  const tasks = readdirSync(`/proc/${child.pid}/task`)
  return tasks.reduce((sum, task) => sum + ranMicros(`/proc/${child.pid}/task/${task}/schedstat`), 0)
}

const ranMicros = (schedstat: string): number => Number(readFileSync(schedstat, 'utf8').split(' ')[0]) / 1000

/** Resident memory of a process in bytes. */
export function residentBytes({ child }: Contestant): number {
  const [, kilobytes = ''] =
    /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8')) ?? []
  return Number(kilobytes) * 1024
}

/** Waits. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
