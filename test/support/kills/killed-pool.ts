import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { digestOf, makeKey } from '../../../runtime/identity/key-format.ts'
import { serve } from '../gwc.ts'
import type { Served } from '../gwc.ts'
import { childrenOf } from '../pool.ts'

/** Nano-dollars a token: what each model of the killed pool costs. */
export const rates = {
  large: { input: 1_000, cacheRead: 250, output: 4_000 },
  small: { input: 200, cacheRead: 50, output: 800 },
} as const

/** The key of a client by its number. */
export const keyOf = (client: number): string => makeKey(() => Buffer.alloc(32, client + 1))

/** What a killed pool is served with. */
export interface KilledPoolParts {
  readonly folder: string
  readonly providerUrl: string
  readonly clients: number
  /** Of these clients, numbered from 0, each has a budget of its own. */
  readonly tight: { readonly clients: number; readonly dollars: string }
  /** Of all together. */
  readonly fleetDollars: string
}

/** Several processes that are killed while they serve: `gwc serve --workers 4`, started again where all of it is gone. */
export interface KilledPool extends AsyncDisposable {
  /** Where it listens now. */
  readonly url: () => string
  /** Kills one of its workers; `false` where there is none at the moment. */
  readonly killWorker: (choice: number) => boolean
  /** Kills the process that has the store, and serves again. */
  readonly killStore: () => Promise<void>
}

/** Serves a policy with hard budgets, retries and a second stage. */
export async function startKilledPool(parts: KilledPoolParts): Promise<KilledPool> {
  writeFileSync(join(parts.folder, 'main.route'), policyOf(parts))
  writeFileSync(join(parts.folder, 'gateway.json'), JSON.stringify(configOf(parts)))
  const start = (): Promise<Served> => serve(['--workers', '4'], parts.folder, { KEY: 'sk-test' })
  let served = await start()
  return {
    url: () => served.url,
    killWorker: (choice) => {
      const workers = childrenOf(served.process.pid!)
      const pid = workers[Math.floor(choice * workers.length)]
      return pid !== undefined && kill(pid)
    },
    killStore: async () => {
      const ended = once(served.process, 'exit')
      served.process.kill('SIGKILL')
      await ended
      served = await start()
    },
    [Symbol.asyncDispose]: () => served[Symbol.asyncDispose](),
  }
}

/** It may have died a moment ago. */
function kill(pid: number): boolean {
  try {
    return process.kill(pid, 'SIGKILL')
  } catch {
    return false
  }
}

const policyOf = ({ tight, fleetDollars }: KilledPoolParts): string => `gwc 1
budget fleet $${fleetDollars} per month
budget tight $${tight.dollars} per month per developer when team == "tight"
attempt { default => first_token 1s, idle 1s, total 4s, retries 1, backoff 1ms to 20ms }
route { default use acme/large then acme/small }
`

function configOf({ providerUrl, clients, tight }: KilledPoolParts): object {
  const keys = Array.from({ length: clients }, (_, client) => ({
    digest: digestOf(keyOf(client)),
    name: `client ${client}`,
    developer: `c${client}`,
    team: client < tight.clients ? 'tight' : 'wide',
  }))
  const dollars = (nanos: number): number => nanos / 1_000
  const models = Object.entries(rates).map(([name, { input, cacheRead, output }]) => {
    const price = { input: dollars(input), cacheRead: dollars(cacheRead), output: dollars(output) }
    return [name, { context: 100_000, maxOutput: 8_000, price }]
  })
  const acme = { dialect: 'openai', baseUrl: providerUrl, accounts: [{ key: 'env:KEY' }] }
  return {
    policy: 'main.route',
    keys,
    providers: { acme: { ...acme, models: Object.fromEntries(models) } },
  }
}
