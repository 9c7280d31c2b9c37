import { existsSync } from 'node:fs'
import type { Ledger, LedgerFilter } from '../runtime/money/ledger.ts'
import { columns } from './columns.ts'
import { exitCode, type ExitCode } from './exit-code.ts'
import { instantOf } from './instant.ts'
import { readStoreConfig } from './read-store-config.ts'
import { changeLedger } from './spend/change-ledger.ts'
import { dimensions, isDimension, spendBy } from './spend/dimensions.ts'
import type { DimensionName } from './spend/dimensions.ts'
import { nothingYet } from './spend/nothing-yet.ts'
import { csvOf, reportByClass, reportJson, showReport } from './spend/show-report.ts'
import { shownDollars } from './spend/show-dollars.ts'
import { withLedger } from './spend/with-ledger.ts'
import { orToolFailure, ToolFailure } from './tool-failure.ts'
import { textOption, type Options } from './verb.ts'

/** `gwc spend`: what was spent, by whom and on what; what is uncertain, and what settles it. */
export async function run(
  [action = 'report', ...rest]: readonly string[],
  options: Options,
): Promise<ExitCode> {
  const config = textOption(options, 'config') ?? 'gateway.json'
  switch (action) {
    case 'report':
      return reading(config, (ledger) => report(ledger, options))
    case 'uncertain':
      return reading(config, (ledger) => listUncertain(ledger, options))
    case 'frozen':
      return reading(config, (ledger) => listFrozen(ledger, options))
    case 'export':
      return reading(config, (ledger) => exportEntries(ledger, options))
    default:
      return changeLedger(config, action, rest, options)
  }
}

/** The ledger may be read while a gateway writes it. */
function reading(config: string, work: (ledger: Ledger) => void): ExitCode {
  const { storeFile } = readStoreConfig(config)
  if (!existsSync(storeFile)) {
    console.error(nothingYet(storeFile))
    return exitCode.ok
  }
  try {
    withLedger(storeFile, work)
    return exitCode.ok
  } catch (error) {
    throw orToolFailure(error)
  }
}

function report(ledger: Ledger, options: Options): void {
  if (options.json === true && options.csv === true) throw new ToolFailure('--json or --csv, not both')
  const by = dimensionsOf(textOption(options, 'by') ?? 'model')
  const rows = spendBy(ledger, by, timeOf(options))
  if (options.json === true) console.log(JSON.stringify(reportByClass(by, rows), null, 2))
  else if (options.csv === true) console.log(csvOf(reportJson(by, rows)))
  else if (rows.length === 0) console.error('nothing was spent in that time')
  else console.log(showReport(by, rows))
}

function dimensionsOf(text: string): readonly DimensionName[] {
  const words = text.split(',').map((word) => word.trim())
  const unknown = words.find((word) => !isDimension(word))
  if (unknown !== undefined)
    throw new ToolFailure(`--by ${JSON.stringify(unknown)} is none of ${Object.keys(dimensions).join(', ')}`)
  return [...new Set(words.filter(isDimension))]
}

function timeOf(options: Options): Required<Pick<LedgerFilter, 'sinceMs' | 'untilMs'>> {
  const nowMs = Date.now()
  const until = textOption(options, 'until')
  const sinceMs = instantOf(textOption(options, 'since') ?? '30d', '--since', nowMs)
  const untilMs = until === undefined ? nowMs + 1 : instantOf(until, '--until', nowMs)
  if (sinceMs >= untilMs)
    throw new ToolFailure(
      until === undefined ? '--since lies ahead: nothing was spent yet' : '--until is not after --since',
    )
  return { sinceMs, untilMs }
}

function listUncertain(ledger: Ledger, options: Options): void {
  const entries = [...ledger.entries({ ...timeOf(options), isUncertain: true })]
  if (options.json === true) return console.log(JSON.stringify(entries, null, 2))
  if (entries.length === 0) return console.error('of every attempt in that time it is known what it cost')
  const heads = ['ATTEMPT', 'AT', 'MODEL', 'KEY', 'OUTCOME', 'SPENT', 'UP TO']
  const cells = entries.map(({ attemptId, at, model, key, outcome, certainNanos, uncertainNanos }) => [
    attemptId,
    at,
    model,
    key,
    outcome,
    shownDollars(BigInt(certainNanos)),
    shownDollars(BigInt(certainNanos) + BigInt(uncertainNanos)),
  ])
  console.log(
    `${columns([heads, ...cells])}\n\n\`gwc spend settle ATTEMPT DOLLARS\` says what one of them cost`,
  )
}

function listFrozen(ledger: Ledger, options: Options): void {
  const frozen = ledger.frozen()
  if (options.json === true) return console.log(JSON.stringify(frozen, null, 2))
  if (frozen.length === 0)
    return console.error(
      'nothing is frozen: no attempt cost more than its bound, or `gwc spend thaw` let all of them go on',
    )
  const heads = ['MODEL', 'KEY', 'SINCE', 'BUDGETS', 'ATTEMPT', 'HELD', 'COST']
  const cells = frozen.map(({ model, key, atMs, budgets, attemptId, boundNanos, certainNanos }) => [
    model,
    key,
    new Date(atMs).toISOString(),
    budgets.join(', '),
    attemptId,
    shownDollars(BigInt(boundNanos)),
    shownDollars(BigInt(certainNanos)),
  ])
  console.log(
    `${columns([heads, ...cells])}\n\nhard budgets take no attempt of these until \`gwc spend thaw MODEL KEY\`: look first at the price of the model`,
  )
}

/** One line of JSON for each attempt, as the ledger has it. */
function exportEntries(ledger: Ledger, options: Options): void {
  for (const entry of ledger.entries(timeOf(options))) console.log(JSON.stringify(entry))
}
