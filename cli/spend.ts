import { dirname, resolve } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { isSpendDimension, spendDimensions } from '../runtime/money/spend/spend-dimensions.ts'
import type { SpendDimension } from '../runtime/money/spend/spend-dimensions.ts'
import { ledgerRows } from '../runtime/money/spend/ledger-rows.ts'
import { spendReport } from '../runtime/money/spend/spend-report.ts'
import { openForReading } from '../runtime/store/open-database.ts'
import { StoreError } from '../runtime/store/store-error.ts'
import { columns } from './columns.ts'
import { exitCode, type ExitCode } from './exit-code.ts'
import { instantOf } from './instant.ts'
import { readStoreConfig } from './read-store-config.ts'
import { changeLedger } from './spend/change-ledger.ts'
import { csvOf, reportJson, showReport } from './spend/show-report.ts'
import { shownDollars } from './spend/show-dollars.ts'
import { ToolFailure } from './tool-failure.ts'
import { textOption, type Options } from './verb.ts'

/** `gwc spend`: what was spent, by whom and on what; what is uncertain, and what settles it. */
export async function run(
  [action = 'report', ...rest]: readonly string[],
  options: Options,
): Promise<ExitCode> {
  const config = textOption(options, 'config') ?? 'gateway.json'
  switch (action) {
    case 'report':
      return reading(config, (database) => report(database, options))
    case 'uncertain':
      return reading(config, (database) => listUncertain(database, options))
    case 'export':
      return reading(config, (database) => exportRows(database, options))
    default:
      return changeLedger(config, action, rest, options)
  }
}

/** The ledger may be read while a gateway writes it. */
function reading(config: string, work: (database: DatabaseSync) => void): ExitCode {
  const { storeFile } = readStoreConfig(config)
  try {
    const database = openForReading(resolve(dirname(config), storeFile))
    try {
      work(database)
    } finally {
      database.close()
    }
    return exitCode.ok
  } catch (error) {
    if (error instanceof StoreError) throw new ToolFailure(error.message, { cause: error })
    throw error
  }
}

function report(database: DatabaseSync, options: Options): void {
  const by = dimensionsOf(textOption(options, 'by') ?? 'model')
  const rows = spendReport(database, { by, ...timeOf(options) })
  if (options.json === true) console.log(JSON.stringify(reportJson(by, rows), null, 2))
  else if (options.csv === true) console.log(csvOf(reportJson(by, rows)))
  else if (rows.length === 0) console.error('nothing was spent in that time')
  else console.log(showReport(by, rows))
}

function dimensionsOf(text: string): readonly SpendDimension[] {
  const words = text.split(',').map((word) => word.trim())
  const unknown = words.find((word) => !isSpendDimension(word))
  if (unknown !== undefined)
    throw new ToolFailure(
      `--by ${JSON.stringify(unknown)} is none of ${Object.keys(spendDimensions).join(', ')}`,
    )
  return words.filter(isSpendDimension)
}

function timeOf(options: Options): { readonly sinceMs: number; readonly untilMs: number } {
  const nowMs = Date.now()
  const until = textOption(options, 'until')
  return {
    sinceMs: instantOf(textOption(options, 'since') ?? '30d', '--since', nowMs),
    untilMs: until === undefined ? nowMs + 1 : instantOf(until, '--until', nowMs),
  }
}

function listUncertain(database: DatabaseSync, options: Options): void {
  const rows = [...ledgerRows(database, { ...timeOf(options), uncertain: true })]
  if (options.json === true) return console.log(JSON.stringify(rows, null, 2))
  if (rows.length === 0) return console.error('of every attempt in that time it is known what it cost')
  const heads = ['ATTEMPT', 'AT', 'MODEL', 'KEY', 'OUTCOME', 'SPENT', 'UP TO']
  const cells = rows.map(({ attemptId, at, model, key, outcome, certain, uncertain }) => [
    attemptId,
    at,
    model,
    key,
    outcome,
    shownDollars(BigInt(certain)),
    shownDollars(BigInt(certain) + BigInt(uncertain)),
  ])
  console.log(
    `${columns([heads, ...cells])}\n\n\`gwc spend settle ATTEMPT DOLLARS\` says what one of them cost`,
  )
}

/** One line of JSON for each attempt, as the ledger has it. */
function exportRows(database: DatabaseSync, options: Options): void {
  for (const row of ledgerRows(database, timeOf(options))) console.log(JSON.stringify(row))
}
