import type { LedgerEntry } from '../../../schemas/generated/ledger-entry.ts'
import type { BilledLine } from './read-bill.ts'

/** What a provider's bill says beside the ledger. Amounts are nano-dollars. */
export interface Reconciliation {
  /** Uncertain attempts whose cost the bill tells. */
  readonly settled: readonly { readonly attemptId: string; readonly nanos: number }[]
  /** Where bill and ledger differ, though nothing there is uncertain. */
  readonly differences: readonly BillDifference[]
  /** Uncertain attempts that the bill does not tell apart. */
  readonly open: number
}

export interface BillDifference {
  /** A request's id, or a day and model. */
  readonly what: string
  readonly billed: bigint
  readonly recorded: bigint
}

/**
 * Holds a provider's bill against its attempts: request by request where the bill has their ids, else day and model together. By days
 * it settles nothing of `today` (YYYY-MM-DD, UTC) or later: the bill of a day that runs is not whole.
 */
export function reconcileBill(
  lines: readonly BilledLine[],
  attempts: readonly LedgerEntry[],
  today: string,
): Reconciliation {
  const byRequest = new Map(
    attempts.flatMap((row) =>
      row.providerRequestId === undefined ? [] : [[row.providerRequestId, row] as const],
    ),
  )
  const known = lines.filter(({ requestId }) => requestId !== undefined && byRequest.has(requestId))
  if (known.length > 0) return byRequests(lines, byRequest, attempts)
  return byDays(lines, attempts, today)
}

function byRequests(
  lines: readonly BilledLine[],
  byRequest: ReadonlyMap<string, LedgerEntry>,
  attempts: readonly LedgerEntry[],
): Reconciliation {
  const settled: { attemptId: string; nanos: number }[] = []
  const differences: BillDifference[] = []
  for (const [requestId, nanos] of billedByRequest(lines)) {
    const row = byRequest.get(requestId)
    if (row !== undefined && row.uncertainNanos > 0)
      settled.push({ attemptId: row.attemptId, nanos: Number(nanos) })
    else if (BigInt(row?.certainNanos ?? 0) !== nanos)
      differences.push({ what: requestId, billed: nanos, recorded: BigInt(row?.certainNanos ?? 0) })
  }
  return {
    settled,
    differences,
    open: attempts.filter(({ uncertainNanos }) => uncertainNanos > 0).length - settled.length,
  }
}

/** A bill may have several lines for a request, such as one for each kind of token: together they are what it cost. */
function billedByRequest(lines: readonly BilledLine[]): ReadonlyMap<string, bigint> {
  const billed = new Map<string, bigint>()
  for (const { requestId = '', nanos } of lines) billed.set(requestId, (billed.get(requestId) ?? 0n) + nanos)
  return billed
}

interface Group {
  readonly day: string
  billed: bigint
  /** Whether a line of the bill tells of it: where none does, nobody said that it cost nothing. */
  told: boolean
  readonly rows: LedgerEntry[]
}

function byDays(
  lines: readonly BilledLine[],
  attempts: readonly LedgerEntry[],
  today: string,
): Reconciliation {
  const groups = new Map<string, Group>()
  const groupOf = (day: string, model: string): Group => {
    const what = `${day} ${nameOf(model)}`
    const found = groups.get(what) ?? { day, billed: 0n, told: false, rows: [] }
    groups.set(what, found)
    return found
  }
  for (const { day = '', model = '', nanos } of lines) {
    const group = groupOf(day, model)
    group.billed += nanos
    group.told = true
  }
  for (const row of attempts) groupOf(row.at.slice(0, 10), row.model).rows.push(row)
  const found = [...groups].map(([what, group]) => ofGroup(what, group, group.told && group.day < today))
  return {
    settled: found.flatMap(({ settled }) => settled),
    differences: found.flatMap(({ differences }) => differences),
    open: found.reduce((sum, { open }) => sum + open, 0),
  }
}

/** Without its provider and the date of its snapshot, by which lists and bills differ. */
const nameOf = (model: string): string => model.replace(/^.*\//, '').replace(/-\d{4}-?\d{2}-?\d{2}$/, '')

/** Where the bill is whole, one uncertain attempt cost what the others leave of the bill; several cost nothing where the others are all of it. */
function ofGroup(what: string, { billed, rows }: Group, isWhole: boolean): Reconciliation {
  const recorded = rows.reduce((sum, { certainNanos }) => sum + BigInt(certainNanos), 0n)
  const uncertain = rows.filter((row) => row.uncertainNanos > 0)
  const rest = billed - recorded
  const [only] = uncertain
  if (only === undefined)
    return { settled: [], differences: rest === 0n ? [] : [{ what, billed, recorded }], open: 0 }
  if (!isWhole)
    return {
      settled: [],
      differences: rest === 0n ? [] : [{ what, billed, recorded }],
      open: uncertain.length,
    }
  if (rest === 0n) return { settled: uncertain.map(settledAsIs), differences: [], open: 0 }
  if (uncertain.length === 1 && rest > 0n && rest <= BigInt(only.uncertainNanos))
    return {
      settled: [{ attemptId: only.attemptId, nanos: only.certainNanos + Number(rest) }],
      differences: [],
      open: 0,
    }
  return { settled: [], differences: [{ what, billed, recorded }], open: uncertain.length }
}

const settledAsIs = ({ attemptId, certainNanos }: LedgerEntry) => ({ attemptId, nanos: certainNanos })
