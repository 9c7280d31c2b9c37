import { extname } from 'node:path'
import { alertsOf, startAdmin } from '../runtime/gateway.ts'
import type { GatewayParts, RunningGateway } from '../runtime/gateway.ts'
import { followNames } from '../runtime/money/follow-names.ts'
import type { MoneyStore } from '../runtime/money/store.ts'
import type { Seeing } from '../runtime/seeing.ts'
import { startWorkers } from '../runtime/workers/worker-pool.ts'
import type { ServeOptions } from './serve-config.ts'

/** What several processes serve together. */
export interface PoolAsked {
  readonly count: number
  /** The command line, for each of them to read its gateway.json. */
  readonly options: ServeOptions & { readonly isDemo: boolean }
}

/** Serves with several processes: this one has the store, the policy and the admin listener, the others the clients. */
export async function servePool(
  parts: Omit<GatewayParts, 'money'> & { readonly seeing: Seeing; readonly ledger: MoneyStore },
  { count, options }: PoolAsked,
): Promise<Pick<RunningGateway, 'url' | 'drain'>> {
  const { cell, log, seeing, ledger, control, managed } = parts
  // From source the worker is TypeScript, from the package JavaScript: the same as this file.
  const entry = new URL(`./serve-worker${extname(import.meta.filename)}`, import.meta.url)
  const args = [JSON.stringify(options)]
  let ready = true
  followNames(cell, { store: ledger, warn: (message) => log.warn(message) })
  const { ended } = seeing
  const alert = alertsOf({ cell, log, seeing })
  const pool = await startWorkers({ entry, args, count, cell, money: ledger, log, ended, alert })
  const admin = await startAdmin(
    { cell, seeing, log },
    {
      cell,
      providers: pool.providers,
      underway: pool.underway,
      isReady: () => ready,
      dropped: { log: log.dropped, content: () => 0 },
      control,
      shadowing: undefined,
      keys: managed,
      ledger,
      cache: pool.cache,
    },
  )
  return {
    url: pool.url,
    drain: async () => {
      ready = false
      const cut = await pool.drain()
      await admin?.close()
      return cut
    },
  }
}
