/** One line of what a provider says it bills: of one request, or of a day and model. Dollars as nano-dollars. */
export interface BilledLine {
  readonly requestId: string | undefined
  /** YYYY-MM-DD, UTC. */
  readonly day: string | undefined
  readonly model: string | undefined
  readonly nanos: bigint
}

/** What cannot be read of an export, with the line that it stands in. */
export class BillProblem extends Error {}

/** By what names exports call what matters here; the first that is there is taken. */
const names = {
  requestId: ['request_id', 'provider_request_id', 'requestid', 'generation_id', 'id'],
  day: ['date', 'day', 'usage_date_utc', 'created_at', 'start_time_iso', 'start_time', 'timestamp'],
  model: ['model', 'model_version', 'model_permaslug', 'line_item', 'snapshot_id'],
  cost: ['cost', 'cost_usd', 'cost_total', 'amount', 'amount_value', 'amount_usd', 'usage'],
} as const

/** Reads a provider's usage export: CSV with a head, a JSON list, or JSON Lines. Throws `BillProblem`. */
export function readBill(text: string): readonly BilledLine[] {
  const body = text.replace(/^\uFEFF/, '').trim()
  const records = /^[[{]/.test(body) ? jsonRecords(body) : csvRecords(body)
  return records.map(lineOf)
}

type BillRecord = Readonly<Record<string, unknown>>

function jsonRecords(body: string): readonly BillRecord[] {
  try {
    if (body.startsWith('[')) return JSON.parse(body) as readonly BillRecord[]
    const lines = body.split(/\r?\n/).filter((line) => line.trim() !== '')
    return lines.map((line) => JSON.parse(line) as BillRecord)
  } catch (error) {
    throw new BillProblem(
      `it is neither a JSON list nor JSON Lines: ${error instanceof Error ? error.message : ''}`,
    )
  }
}

function csvRecords(body: string): readonly BillRecord[] {
  const [head = [], ...rows] = csvCells(body)
  const tooLong = rows.findIndex((cells) => cells.slice(head.length).some((cell) => cell !== ''))
  if (tooLong !== -1)
    throw new BillProblem(
      `line ${tooLong + 2} has more cells than the head has names: an amount with a comma must be quoted, and its decimals stand after a point`,
    )
  return rows
    .filter((cells) => cells.some((cell) => cell !== ''))
    .map((cells) => Object.fromEntries(head.map((name, index) => [name.trim().toLowerCase(), cells[index]])))
}

/** The cells of a CSV, by RFC 4180: quoted ones may hold commas, quotes and line breaks. */
function csvCells(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1)!.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    if (end === '') break
    if (end !== ',') rows.push([])
  }
  return rows
}

function lineOf(record: BillRecord, index: number): BilledLine {
  const text = (of: readonly string[]): string | undefined => {
    const value = of
      .map((name) => record[name])
      .find((each) => each !== undefined && each !== null && each !== '')
    return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
  }
  const cost = text(names.cost)
  const nanos = cost === undefined ? undefined : nanosOf(cost)
  if (nanos === undefined)
    throw new BillProblem(`line ${index + 2} has no cost: one of ${names.cost.join(', ')} must be dollars`)
  const date = text(names.day)
  const day = date === undefined ? undefined : dayOf(date)
  if (date !== undefined && day === undefined)
    throw new BillProblem(`line ${index + 2}: "${date}" is no day or instant such as 2026-11-23`)
  return {
    requestId: text(names.requestId),
    day,
    model: text(names.model),
    nanos,
  }
}

/** Dollars, also in exponents, to the nano-dollar. */
function nanosOf(text: string): bigint | undefined {
  const dollars = Number(text.replace(/^\$/, '').trim())
  return Number.isFinite(dollars) && dollars >= 0 ? BigInt(Math.round(dollars * 1e9)) : undefined
}

function dayOf(text: string): string | undefined {
  if (/^\d{9,10}$/.test(text)) return new Date(Number(text) * 1000).toISOString().slice(0, 10)
  const instant = Date.parse(text)
  return Number.isNaN(instant) ? undefined : new Date(instant).toISOString().slice(0, 10)
}
