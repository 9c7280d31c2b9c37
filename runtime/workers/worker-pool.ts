import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:net'
import type { ProviderStatus } from '../admin/status.ts'
import type { CacheControl } from '../cache/cache-control.ts'
import { mergeFigures, noFigures } from '../cache/cache-figures.ts'
import type { CacheFigures } from '../cache/cache-figures.ts'
import type { Listen } from '../config/gateway.ts'
import { Turns } from '../idempotency/turns.ts'
import type { Log } from '../log.ts'
import type { MeterWarning, MoneyStore } from '../money/store.ts'
import type { Snapshot, SnapshotCell } from '../snapshot.ts'
import type { Trace } from '../trace.ts'
import { nothingUnderway } from '../underway.ts'
import type { Underway } from '../underway.ts'
import { answerCalls } from './answer-calls.ts'
import { CacheOrders } from './cache-orders.ts'
import { mergeStatuses } from './merge-statuses.ts'
import type { FromWorker, ToWorker } from './messages.ts'

/** What a pool of workers is made of. */
export interface PoolParts {
  /** The module that a worker begins with, and its arguments. */
  readonly entry: URL
  readonly args: readonly string[]
  readonly count: number
  readonly cell: SnapshotCell
  readonly money: MoneyStore
  readonly log: Pick<Log, 'info' | 'warn' | 'error'>
  /** Told of each request at its end. */
  readonly ended: (trace: Trace) => void
  /** Told of each threshold that is passed, once whoever passed it. */
  readonly alert: (warning: MeterWarning) => void
}

/** Processes that serve at one address, started again when they die. */
export interface WorkerPool {
  readonly port: number
  readonly url: string
  readonly underway: Underway
  /** How providers fare for all of them. */
  readonly providers: () => readonly ProviderStatus[]
  /** The caches of all of them. */
  readonly cache: CacheControl
  /** Their process ids, for those who watch them. */
  readonly pids: () => readonly number[]
  /** Lets all of them finish what is under way; resolves to how many connections were cut. */
  readonly drain: () => Promise<number>
}

interface Slot {
  readonly child: ChildProcess
  underway: Readonly<Underway>
  providers: readonly ProviderStatus[]
  cache: CacheFigures
}

/** One of which nothing was heard. */
const idle = { underway: nothingUnderway(), providers: [], cache: noFigures } as const

/** One that dies at once again and again is not started faster than this. */
const RESTART_MS = 200

/** Starts the workers; the first one finds the port where it is free to choose. Rejects with what keeps them from serving. */
export async function startWorkers(parts: PoolParts): Promise<WorkerPool> {
  const { cell, count, money, log } = parts
  const slots = new Map<number, Slot>()
  const shared = { store: money, turns: new Turns() }
  const orders = new CacheOrders()
  let drains = false
  let port = cell.current.gateway.listen.port

  const send = (child: ChildProcess, message: ToWorker): void => {
    if (child.connected) child.send(message, () => undefined)
  }
  const begin = (index: number): Promise<Extract<FromWorker, { kind: 'listening' }>> =>
    new Promise((resolve, reject) => {
      const child = fork(parts.entry, parts.args, {
        serialization: 'advanced',
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      })
      const slot: Slot = { child, ...idle }
      slots.set(index, slot)
      const calls = answerCalls(shared, randomUUID(), (replies) => send(child, { kind: 'replies', replies }))
      child.on('message', (message: FromWorker) => {
        switch (message.kind) {
          case 'begun':
            return send(child, { kind: 'start', port, of: count, ...policyOf(cell.current) })
          case 'listening':
            // What was published since it began.
            send(child, { kind: 'policy', ...policyOf(cell.current) })
            return resolve(message)
          case 'calls':
            return calls.take(message.calls)
          case 'ended':
            return message.traces.forEach(parts.ended)
          case 'alert':
            return parts.alert(message.warning)
          case 'doing':
            slot.underway = message.underway
            slot.providers = message.providers
            slot.cache = message.cache
            return send(child, { kind: 'store', writable: money.figures().writable })
          case 'cache told':
            return orders.told(index, message.id, message.reply)
          case 'failed':
            return reject(new Error(message.message))
          case 'drained':
            return undefined
        }
      })
      child.on('exit', (code, signal) => {
        orders.gone(index)
        void calls.end().catch((error: Error) => log.error(error.message))
        Object.assign(slot, idle)
        reject(new Error(`a worker ended before it served (${signal ?? code})`))
        if (!drains) again(index, signal ?? `code ${code}`)
      })
    })
  const again = (index: number, why: string): void => {
    log.error('a worker died; another takes its place', { worker: index, why })
    setTimeout(() => {
      if (!drains)
        begin(index).catch((error: Error) =>
          log.error('a worker cannot serve', { worker: index, why: error.message }),
        )
    }, RESTART_MS)
  }
  cell.onPublish((snapshot) => {
    for (const { child } of slots.values()) send(child, { kind: 'policy', ...policyOf(snapshot) })
  })

  await findFree(cell.current.gateway.listen)
  const first = await begin(0)
  port = first.port
  await Promise.all(Array.from({ length: count - 1 }, (_, index) => begin(index + 1)))
  const sum = (of: 'requests' | 'streams'): number =>
    [...slots.values()].reduce((all, { underway }) => all + underway[of], 0)
  return {
    port,
    url: first.url,
    underway: {
      get requests() {
        return sum('requests')
      },
      get streams() {
        return sum('streams')
      },
    },
    providers: () => mergeStatuses([...slots.values()].map(({ providers }) => providers)),
    cache: {
      figures: () => mergeFigures([...slots.values()].map(({ cache }) => cache)),
      ask: (order) =>
        orders.ask(order, [...slots.keys()], (index, id, each) => {
          const slot = slots.get(index)
          if (slot?.child.connected === true) send(slot.child, { kind: 'cache', id, order: each })
          else orders.gone(index)
        }),
    },
    pids: () => [...slots.values()].flatMap(({ child }) => child.pid ?? []),
    drain: async () => {
      drains = true
      const cuts = await Promise.all([...slots.values()].map(({ child }) => drainWorker(child, send)))
      return cuts.reduce((all, cut) => all + cut, 0)
    },
  }
}

/** Workers whose own process was killed end in a moment: so often is looked again, 50 ms apart. */
const LOOKS_MAX = 20

/** Rejects where somebody listens already, who would else share this port's clients with the workers unasked. */
async function findFree(listen: Listen): Promise<void> {
  for (let look = 1; listen.port !== 0; look++) {
    try {
      return await tryListen(listen)
    } catch (error) {
      if (look === LOOKS_MAX) throw error
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}

async function tryListen({ host, port }: Listen): Promise<void> {
  const server = createServer().listen({ host, port })
  await once(server, 'listening')
  server.close()
  await once(server, 'close')
}

/** Lets one finish, then ends it. One that is gone cut whatever it had. */
function drainWorker(
  child: ChildProcess,
  send: (child: ChildProcess, message: ToWorker) => void,
): Promise<number> {
  return new Promise((resolve) => {
    if (!child.connected) return resolve(0)
    child.on('message', (message: FromWorker) => {
      if (message.kind !== 'drained') return
      child.once('exit', () => resolve(message.cut))
      child.disconnect()
    })
    child.once('exit', () => resolve(0))
    send(child, { kind: 'drain' })
  })
}

function policyOf({ table, generation }: Snapshot): {
  readonly table: Uint8Array
  readonly generation: number
} {
  return { table: table.bytes, generation }
}
