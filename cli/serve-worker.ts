import { managedKeys } from '../runtime/keys/managed-keys.ts'
import { openLog } from '../runtime/log.ts'
import type { FromWorker, ToWorker } from '../runtime/workers/messages.ts'
import { runWorker } from '../runtime/workers/run-worker.ts'
import { configuredGateway, demoGateway, type ServeOptions } from './serve-config.ts'

/** One of the processes of `gwc serve --workers`: what it serves, and when it ends, the one that started it says. */
const [options = '{}'] = process.argv.slice(2)
const { isDemo, ...asked } = JSON.parse(options) as ServeOptions & { readonly isDemo: boolean }
const { gateway, close } = isDemo ? await demoGateway(asked) : configuredGateway(asked)
const log = openLog(gateway.logLevel)
const managed = managedKeys(gateway, { audit: undefined, warn: (message) => log.warn(message) })
const tell = (message: FromWorker): void =>
  void (process.connected && process.send?.(message, () => undefined))
const worker = runWorker({ gateway, log, managed, tell })

process.on('message', (message: ToWorker) => worker.told(message))
// A terminal tells the whole group; the process that started this one says when to end.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined)
process.once('disconnect', () => {
  void worker
    .close()
    .then(() => log.flush())
    .then(close)
    .finally(() => process.exit(0))
})
tell({ kind: 'begun' })
