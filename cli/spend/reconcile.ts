import { readFileSync } from 'node:fs'
import { BillProblem, readBill } from '../../runtime/money/bill/read-bill.ts'
import type { BilledLine } from '../../runtime/money/bill/read-bill.ts'
import { withLedger } from './with-ledger.ts'
import { reconcileBill } from '../../runtime/money/bill/reconcile-bill.ts'
import type { Reconciliation } from '../../runtime/money/bill/reconcile-bill.ts'
import { columns } from '../columns.ts'
import { counted } from '../counted.ts'
import { exitCode, type ExitCode } from '../exit-code.ts'
import { reasonOf, ToolFailure } from '../tool-failure.ts'
import type { LedgerChanges } from './change-ledger.ts'
import { sayFrozen } from './say-frozen.ts'
import { exactDollars } from './show-dollars.ts'

/** `gwc spend reconcile FILE`: settles what a provider's usage export tells of uncertain attempts, and reports where the two differ. */
export async function reconcile(
  changes: LedgerChanges,
  storeFile: string,
  file: string,
  provider: string,
  asJson: boolean,
): Promise<ExitCode> {
  const lines = billOf(file)
  const found = reconcileBill(
    lines,
    attemptsOf(storeFile, provider, lines),
    new Date().toISOString().slice(0, 10),
  )
  for (const { attemptId, nanos } of found.settled)
    await changes.correct({ attemptId, certainNanos: nanos, source: 'reconciliation' })
  if (asJson)
    console.log(
      JSON.stringify(
        found,
        (_, value: unknown) => (typeof value === 'bigint' ? exactDollars(value) : value),
        2,
      ),
    )
  else show(found)
  sayFrozen(storeFile, new Set(found.settled.map(({ attemptId }) => attemptId)))
  return found.differences.length === 0 ? exitCode.ok : exitCode.changes
}

/** Whose export it is: a provider of gateway.json, or one that the ledger knows from before. */
export function providerOf(
  said: string | undefined,
  configured: readonly string[],
  storeFile: string,
): string {
  if (said === undefined) throw new ToolFailure('say whose export it is: --provider openai')
  const known = new Set([...configured, ...providersIn(storeFile)])
  if (known.has(said)) return said
  throw new ToolFailure(
    `no attempt went to a provider called ${said}, nor does gateway.json name one; there are: ${[...known].join(', ') || 'none'}`,
  )
}

function providersIn(storeFile: string): readonly string[] {
  return withLedger(storeFile, (ledger) =>
    ledger.spend(['provider'], {}).map(({ group }) => group.provider ?? ''),
  )
}

function billOf(file: string): readonly BilledLine[] {
  try {
    const lines = readBill(readFileSync(file, 'utf8'))
    if (lines.length > 0) return lines
    throw new BillProblem('it has no line of usage; is it the right file, and whole?')
  } catch (error) {
    const why = error instanceof BillProblem ? error.message : reasonOf(error)
    throw new ToolFailure(`cannot read ${file} as a usage export: ${why}`, { cause: error })
  }
}

const dayMs = 86_400_000

/** The provider's attempts of the days that the export tells of; all of them where it names none. */
function attemptsOf(storeFile: string, provider: string, lines: readonly BilledLine[]) {
  const days = lines.flatMap(({ day }) => (day === undefined ? [] : [Date.parse(day)]))
  const sinceMs = days.length === 0 ? 0 : Math.min(...days)
  const untilMs = days.length === 0 ? Date.now() + 1 : Math.max(...days) + dayMs
  return withLedger(storeFile, (ledger) => [...ledger.entries({ sinceMs, untilMs, where: { provider } })])
}

function show({ settled, differences, open }: Reconciliation): void {
  if (differences.length > 0) {
    const rows = differences.map(({ what, billed, recorded }) => [
      what,
      `$${exactDollars(billed)}`,
      `$${exactDollars(recorded)}`,
    ])
    console.log(`${columns([['WHAT', 'BILLED', 'RECORDED'], ...rows])}\n`)
  }
  const left = open === 0 ? '' : `; ${open} stay uncertain`
  console.log(
    `${counted(settled.length, 'uncertain attempt', 'uncertain attempts')} settled, ${counted(differences.length, 'difference', 'differences')}${left}`,
  )
}
