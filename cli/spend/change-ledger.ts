import { existsSync } from 'node:fs'
import { parseDollars } from '../../core/money.ts'
import type { Correction } from '../../runtime/money/store.ts'
import { openSqliteStore } from '../../runtime/money/sqlite/open-sqlite-store.ts'
import { StoreError } from '../../runtime/store/store-error.ts'
import { adminClient } from '../admin-client.ts'
import { exitCode, type ExitCode } from '../exit-code.ts'
import { readStoreConfig, type StoreConfigRead } from '../read-store-config.ts'
import { ToolFailure } from '../tool-failure.ts'
import { textOption, type Options } from '../verb.ts'
import { nothingYet } from './nothing-yet.ts'
import { providerOf, reconcile } from './reconcile.ts'
import { sayFrozen } from './say-frozen.ts'
import { exactDollars } from './show-dollars.ts'

/** What commands may tell a ledger. */
export interface LedgerChanges {
  readonly correct: (correction: Correction) => Promise<void>
  readonly thaw: (model: string, key: string) => Promise<void>
  readonly close: () => Promise<void>
}

/** `gwc spend settle|thaw|reconcile`: through the gateway that writes the ledger, or into its file when none does. */
export async function changeLedger(
  config: string,
  action: string,
  words: readonly string[],
  options: Options,
): Promise<ExitCode> {
  const read = readStoreConfig(config)
  if (!existsSync(read.storeFile)) throw new ToolFailure(nothingYet(read.storeFile))
  const changes = await changesOf(config, read)
  try {
    return await change(changes, read, action, words, options)
  } finally {
    await changes.close()
  }
}

async function change(
  changes: LedgerChanges,
  { storeFile, providers }: StoreConfigRead,
  action: string,
  [first, second]: readonly string[],
  options: Options,
): Promise<ExitCode> {
  if (action === 'reconcile') {
    if (first === undefined)
      throw new ToolFailure("name the provider's export: gwc spend reconcile usage.csv --provider openai")
    const provider = providerOf(textOption(options, 'provider'), providers, storeFile)
    return reconcile(changes, storeFile, first, provider, options.json === true)
  }
  if (first === undefined || second === undefined) throw new ToolFailure(forms[action] ?? forms['settle']!)
  if (action === 'thaw') {
    await told(changes.thaw(first, second))
    console.error(`${first} with key ${second} takes holds in hard budgets again`)
    return exitCode.ok
  }
  const certainNanos = parseDollars(second.replace(/^\$/, ''))
  if (certainNanos === undefined) throw new ToolFailure(`${second} is no amount of dollars such as 0.0123`)
  const aboveBound = options['aboveBound'] === true
  await told(changes.correct({ attemptId: first, certainNanos, source: 'operator', aboveBound }))
  console.error(`${first} cost $${second.replace(/^\$/, '')}: nothing of it is uncertain`)
  sayFrozen(storeFile, new Set([first]))
  return exitCode.ok
}

const forms: Readonly<Record<string, string>> = {
  settle: 'name the attempt and its cost: gwc spend settle ATTEMPT 0.0123; `gwc spend uncertain` lists them',
  thaw: 'name the model and the key: gwc spend thaw openai/gpt-5.4 ci',
}

async function told(change: Promise<void>): Promise<void> {
  await change.catch((error: unknown) => {
    throw error instanceof Error ? new ToolFailure(error.message, { cause: error }) : error
  })
}

async function changesOf(config: string, read: StoreConfigRead): Promise<LedgerChanges> {
  const { storeFile: path, durability, hasAdmin } = read
  const reports = { writing: () => undefined, alarm: (message: string) => console.error(`gwc: ${message}`) }
  try {
    return await openSqliteStore({ path, durability, writesIn: 'here', reports })
  } catch (error) {
    if (!(error instanceof StoreError)) throw error
    if (error.message.includes('in use by another gwc') && hasAdmin) return throughAdmin(config)
    throw new ToolFailure(error.message, { cause: error })
  }
}

/** A gateway runs: it writes its ledger itself, and its audit log says who asked. */
function throughAdmin(config: string): LedgerChanges {
  const admin = adminClient(config)
  return {
    correct: async ({ attemptId, certainNanos, source, aboveBound }) => {
      const dollars = exactDollars(BigInt(certainNanos))
      await admin.change('POST', '/spend/settle', {
        attempt: attemptId,
        dollars,
        source,
        ...(aboveBound === true ? { aboveBound: 'true' } : {}),
      })
    },
    thaw: async (model, key) => void (await admin.change('POST', '/spend/thaw', { model, key })),
    close: async () => undefined,
  }
}
