import type { LedgerEntry } from '../../../schemas/generated/ledger-entry.ts'
import type { BillLine } from '../provider/bill.ts'
import { rates } from './killed-pool.ts'

/** A provider's bill beside the ledger: what does not agree, one sentence each, and the sums. Nano-dollars. */
export interface Balance {
  readonly disagreements: readonly string[]
  readonly billedNanos: number
  readonly certainNanos: number
  readonly uncertainNanos: number
}

/**
 * Holds each line of the bill against the ledger. Where the answer's name came back, its row is the one of that name; where it
 * did not, the same client and model have to have a row without a name, as many rows as such lines.
 */
export function balanceOf(bill: readonly BillLine[], rows: readonly LedgerEntry[]): Balance {
  const named = Map.groupBy(
    rows.filter(({ providerRequestId: id }) => id !== undefined),
    ({ providerRequestId: id }) => id!,
  )
  const lost = bill.filter(({ id }) => !named.has(id ?? ''))
  return {
    disagreements: [
      ...bill.flatMap((line) => ofNamed(line, named.get(line.id ?? '') ?? [])),
      ...ofUnbilled(bill, rows),
      ...ofLost(
        lost,
        rows.filter(({ providerRequestId: id }) => id === undefined),
      ),
    ],
    billedNanos: bill.reduce((sum, line) => sum + costOf(line), 0),
    certainNanos: rows.reduce((sum, { certainNanos }) => sum + certainNanos, 0),
    uncertainNanos: rows.reduce((sum, { uncertainNanos }) => sum + uncertainNanos, 0),
  }
}

/** A line whose name came back: one row, which charges no less, and if the answer was complete exactly that. */
function ofNamed(line: BillLine, rows: readonly LedgerEntry[]): readonly string[] {
  const [row, second] = rows
  if (row === undefined) return []
  const cost = costOf(line)
  const { outcome, certainNanos, uncertainNanos } = row
  const what = `${line.id} of ${line.key} was billed ${cost}, and is ${certainNanos} + ${uncertainNanos} ${outcome}`
  const isExact = certainNanos === cost && uncertainNanos === 0
  return [
    ...(second === undefined ? [] : [`${line.id} has ${rows.length} rows`]),
    ...(certainNanos + uncertainNanos < cost ? [`under-charged: ${what}`] : []),
    ...(certainNanos > cost ? [`certainly over-charged: ${what}`] : []),
    ...(outcome === 'complete' && !isExact ? [`not exact: ${what}`] : []),
  ]
}

/** What nobody billed is never certain. */
function ofUnbilled(bill: readonly BillLine[], rows: readonly LedgerEntry[]): readonly string[] {
  const billed = new Set(bill.map(({ id }) => id))
  return rows
    .filter(({ certainNanos, providerRequestId: id }) => certainNanos > 0 && !billed.has(id))
    .map(({ attemptId, certainNanos }) => `${attemptId} is charged ${certainNanos} that nobody billed`)
}

/** Lines whose name never came back, by client and model: at least as many rows that charge as much. */
function ofLost(lost: readonly BillLine[], rows: readonly LedgerEntry[]): readonly string[] {
  const lines = Map.groupBy(lost, (line) => `${line.key?.split('-')[0]} ${line.model}`)
  return [...lines].flatMap(([whose, all]) => {
    const cost = Math.max(...all.map(costOf))
    const own = rows.filter(({ developer, model }) => `${developer} ${model.split('/')[1]}` === whose)
    const paid = own.filter(({ certainNanos, uncertainNanos }) => certainNanos + uncertainNanos >= cost)
    if (paid.length >= all.length) return []
    return [
      `${whose}: ${all.length} billed without an answer, ${own.length} rows, of which ${paid.length} charge it`,
    ]
  })
}

/** What the provider charges for one line. */
function costOf({ id, model, tokens }: BillLine): number {
  const own = model === 'large' || model === 'small' ? rates[model] : undefined
  if (own === undefined || tokens === undefined) throw new Error(`${id} is billed without model or tokens`)
  const { input, cacheRead, output } = tokens
  return (input - cacheRead) * own.input + cacheRead * own.cacheRead + output * own.output
}
