import { obey } from '../cache/cache-control.ts'
import type { CacheReply } from '../cache/cache-control.ts'
import { figuresOf } from '../cache/cache-figures.ts'
import type { Gateway } from '../config/gateway.ts'
import { startGateway } from '../gateway.ts'
import type { RunningGateway } from '../gateway.ts'
import type { ManagedKeys } from '../keys/managed-keys.ts'
import type { Log } from '../log.ts'
import { snapshotOf } from '../reload.ts'
import { SnapshotCell } from '../snapshot.ts'
import type { Trace } from '../trace.ts'
import { batched } from './batch.ts'
import { callChannel } from './call-channel.ts'
import type { FromWorker, ToWorker } from './messages.ts'
import { plainTrace } from './plain-trace.ts'
import { remoteStore } from './remote-store.ts'
import { remoteTurns } from './remote-turns.ts'
import { errorText } from '../error-text.ts'

/** What a worker runs on. */
export interface WorkerParts {
  readonly gateway: Gateway
  readonly log: Log
  readonly managed: ManagedKeys | undefined
  readonly tell: (message: FromWorker) => void
}

/** A worker that takes what it is told, in order. */
export interface RunningWorker {
  readonly told: (message: ToWorker) => void
  /** The process that started it is gone, and the store with it: nothing more can be counted. */
  readonly close: () => Promise<void>
}

/** How often it tells what it does, and hears how the store is. */
const TELL_MS = 500
/** Nothing heard of the store for so long: it does not answer. */
const SILENCE_MS = 5_000

/** Serves requests beside other processes, by policies and with a store that another process has. */
export function runWorker({ gateway, log, managed, tell }: WorkerParts): RunningWorker {
  const channel = callChannel((calls) => tell({ kind: 'calls', calls }))
  const store = { isWritable: true, heardMs: performance.now() }
  const ended = batched<Trace>((traces) => tell({ kind: 'ended', traces }))
  let cell: SnapshotCell | undefined
  let running: RunningGateway | undefined

  const start = async ({
    port,
    table,
    generation,
    of,
  }: Extract<ToWorker, { kind: 'start' }>): Promise<void> => {
    const own = shareOf(gateway, port, of)
    const ready = snapshotOf(Buffer.from(table), own, generation)
    if (!ready.ok) return tell({ kind: 'failed', message: ready.message })
    cell = new SnapshotCell(ready.snapshot)
    running = await startGateway({
      cell,
      log,
      managed,
      money: remoteStore(channel),
      turns: remoteTurns(channel),
      isWritable: () => store.isWritable && performance.now() - store.heardMs < SILENCE_MS,
      sharesPort: true,
      ended: (trace) => ended(plainTrace(trace)),
      alert: (warning) => tell({ kind: 'alert', warning }),
    })
    tell({ kind: 'listening', port: running.port, url: running.url })
    const { underway, providers, caches } = running
    const doing = (): FromWorker => ({
      kind: 'doing',
      underway,
      providers: providers(),
      cache: figuresOf(caches),
    })
    setInterval(() => tell(doing()), TELL_MS).unref()
  }
  const publish = ({ table, generation }: Extract<ToWorker, { kind: 'policy' }>): void => {
    const ready = cell && snapshotOf(Buffer.from(table), cell.current.gateway, generation)
    if (ready?.ok === true) cell?.publish(ready.snapshot)
  }
  const askCache = async ({ id, order }: Extract<ToWorker, { kind: 'cache' }>): Promise<void> => {
    // One that does not serve yet has done nothing: who asks is told so, and does not wait for it.
    const reply: CacheReply =
      running === undefined ? { kind: 'done', isDone: false } : await obey(running.caches, order)
    tell({ kind: 'cache told', id, reply })
  }
  const drain = async (): Promise<void> => {
    const cut = (await running?.drain()) ?? 0
    // What ended last settles, and is told of, before this says that it is done.
    await channel.quiet()
    await new Promise((resolve) => setImmediate(resolve))
    tell({ kind: 'drained', cut })
  }
  return {
    told: (message) => {
      switch (message.kind) {
        case 'start':
          return void start(message).catch((error: unknown) =>
            tell({ kind: 'failed', message: errorText(error) }),
          )
        case 'policy':
          return publish(message)
        case 'replies':
          return channel.answered(message.replies)
        case 'store':
          return void Object.assign(store, { isWritable: message.writable, heardMs: performance.now() })
        case 'cache':
          return void askCache(message)
        case 'drain':
          return void drain()
      }
    },
    close: async () => running?.close(),
  }
}

/** The configuration of one of several: no admin listener, and its share of what each account may take. */
function shareOf(gateway: Gateway, port: number, of: number): Gateway {
  const share = (perMinute: number | undefined): number | undefined =>
    perMinute === undefined ? undefined : Math.max(1, Math.floor(perMinute / of))
  return {
    ...gateway,
    admin: undefined,
    listen: { ...gateway.listen, port },
    providers: gateway.providers.map((provider) => ({
      ...provider,
      accounts: provider.accounts.map((account) => ({
        ...account,
        rpm: share(account.rpm),
        tpm: share(account.tpm),
      })),
    })),
  }
}
