import { type Contestant, cpuMicros, cpuMicrosOfAll, pause } from './contestant.ts'
import { Load, type Shape } from './load.ts'

/** What a contestant spent while it was loaded: CPU µs of its main thread and of all threads. */
export interface Spent {
  readonly main: number
  readonly all: number
  readonly completed: number
  readonly ms: number
}

/** How long a window lasts, and for how long it is loaded before. */
export interface WindowMs {
  readonly warm: number
  readonly window: number
}

/** Loads a contestant for one window. */
export async function spentIn(server: Contestant, shape: Shape, { warm, window }: WindowMs): Promise<Spent> {
  const load = new Load(server.port, server.headers, shape)
  await pause(warm)
  const before = { main: cpuMicros(server), all: cpuMicrosOfAll(server), completed: load.completed }
  const at = performance.now()
  await pause(window)
  const spent = {
    main: cpuMicros(server) - before.main,
    all: cpuMicrosOfAll(server) - before.all,
    completed: load.completed - before.completed,
    ms: performance.now() - at,
  }
  load.stop()
  await pause(50)
  return spent
}

/** Loads a contestant until its code has run often enough to be compiled as well as it will be. */
export async function warmUp(
  server: Contestant,
  shape: Shape,
  until: { readonly requests: number; readonly msMax: number },
): Promise<void> {
  const load = new Load(server.port, server.headers, shape)
  const from = performance.now()
  while (load.completed < until.requests && performance.now() - from < until.msMax) await pause(50)
  load.stop()
}

/** The figures of each contestant, a round of all at a time. */
export async function goRound<T>(
  all: readonly Contestant[],
  rounds: number,
  measure: (server: Contestant) => Promise<T>,
): Promise<readonly (readonly T[])[]> {
  const figures = all.map((): T[] => [])
  for (let round = 0; round < rounds; round++)
    for (const [index, server] of all.entries()) figures[index]?.push(await measure(server))
  return figures
}
