import type { CounterSums } from './core/recompute.ts'
import type { CorrectedRow, CounterRow, EndedRow, HeldRow, Row } from './core/rows.ts'
import type { EndedAttempt } from './core/state.ts'
import type { CounterSum } from './store.ts'
import type { FoundAttempt, MoneyWriter } from './writer.ts'

/** Rows in memory: gone with the process. */
export interface MemoryWriter extends MoneyWriter {
  readonly rows: MemoryRows
}

export interface MemoryRows {
  readonly held: ReadonlyMap<string, HeldRow>
  readonly ended: ReadonlyMap<string, EndedRow>
  readonly corrected: ReadonlyMap<string, readonly CorrectedRow[]>
  readonly counters: ReadonlyMap<number, CounterRow>
  readonly frozen: ReadonlyMap<string, string>
  readonly aliases: ReadonlyMap<string, string>
  readonly merged: ReadonlyMap<number, number>
}

type Mutable<T> = T extends ReadonlyMap<infer K, infer V> ? Map<K, V> : never
type Tables = { readonly [Name in keyof MemoryRows]: Mutable<MemoryRows[Name]> }

/** Ended attempts that are kept: the sums of older ones are kept alone. */
const endedMax = 100_000

/** A writer with no file. */
export function openMemoryWriter(): MemoryWriter {
  const tables: Tables = {
    held: new Map(),
    ended: new Map(),
    corrected: new Map(),
    counters: new Map(),
    frozen: new Map(),
    aliases: new Map(),
    merged: new Map(),
  }
  /** Of ended attempts that are not kept. */
  const sums = new Map<number, CounterSum>()
  return {
    rows: tables,
    write: (rows) => {
      const repeated = rows.filter((row) => isRepeated(tables, row)).map((row) => (row as HeldRow).attemptId)
      for (const row of rows) writeRow(tables, row)
      if (tables.ended.size > endedMax) dropOldest(tables, sums)
      return Promise.resolve(repeated)
    },
    find: (attemptId) => Promise.resolve(findAttempt(tables, attemptId)),
    recompute: () => Promise.resolve(sumsOf(tables, sums)),
    countersSince: (atMs) =>
      Promise.resolve([...tables.counters.values()].filter(({ endsMs }) => endsMs > atMs)),
    rollUp: () => Promise.resolve(0),
    close: () => Promise.resolve(),
  }
}

function isRepeated({ ended }: Tables, row: Row): boolean {
  if (row.kind !== 'held' && row.kind !== 'ended') return false
  const before = ended.get(row.attemptId)
  return before !== undefined && (before.heldAtMs !== row.heldAtMs || before.owner !== row.owner)
}

function writeRow(tables: Tables, row: Row): void {
  switch (row.kind) {
    case 'held':
      if (!tables.ended.has(row.attemptId)) tables.held.set(row.attemptId, row)
      return
    case 'ended':
      tables.held.delete(row.attemptId)
      if (!tables.ended.has(row.attemptId)) tables.ended.set(row.attemptId, row)
      return
    case 'corrected': {
      const earlier = tables.corrected.get(row.attemptId) ?? []
      if (row.number > earlier.length) tables.corrected.set(row.attemptId, [...earlier, row])
      return
    }
    case 'counter':
      return void tables.counters.set(row.id, row)
    case 'limit':
      return
    case 'frozen':
      return void tables.frozen.set(`${row.model} ${row.key}`, row.attemptId)
    case 'thawed':
      return void tables.frozen.delete(`${row.model} ${row.key}`)
    case 'alias':
      return void tables.aliases.set(row.name, row.meter)
    case 'merged':
      return void tables.merged.set(row.from, row.into)
  }
}

function dropOldest(tables: Tables, sums: Map<number, CounterSum>): void {
  for (const row of tables.ended.values()) {
    if (tables.ended.size <= endedMax) return
    addAttempt(tables, sums, row)
    tables.ended.delete(row.attemptId)
    tables.corrected.delete(row.attemptId)
  }
}

/** What counters are by the rows. */
function sumsOf(tables: Tables, dropped: ReadonlyMap<number, CounterSum>): CounterSums {
  const sums = new Map(dropped)
  for (const row of tables.ended.values()) addAttempt(tables, sums, row)
  for (const { hard, soft, boundNanos, estimateNanos } of tables.held.values()) {
    const held = (heldNanos: number): CounterSum => ({ certainNanos: 0, uncertainNanos: 0, heldNanos })
    for (const id of hard) addTo(tables, sums, id, held(boundNanos))
    for (const id of soft) addTo(tables, sums, id, held(estimateNanos))
  }
  return sums
}

function addAttempt(tables: Tables, sums: Map<number, CounterSum>, row: EndedRow): void {
  for (const each of [row, ...(tables.corrected.get(row.attemptId) ?? [])]) {
    const { certainNanos, uncertainNanos, softUncertainNanos } = each
    for (const id of row.hard) addTo(tables, sums, id, { certainNanos, uncertainNanos, heldNanos: 0 })
    for (const id of row.soft)
      addTo(tables, sums, id, { certainNanos, uncertainNanos: softUncertainNanos, heldNanos: 0 })
  }
}

function addTo(tables: Tables, sums: Map<number, CounterSum>, id: number, more: CounterSum): void {
  const into = standingId(tables, id)
  const sum = sums.get(into) ?? { certainNanos: 0, uncertainNanos: 0, heldNanos: 0 }
  sums.set(into, {
    certainNanos: sum.certainNanos + more.certainNanos,
    uncertainNanos: sum.uncertainNanos + more.uncertainNanos,
    heldNanos: sum.heldNanos + more.heldNanos,
  })
}

function standingId(tables: Tables, id: number): number {
  const into = tables.merged.get(id)
  return into === undefined ? id : standingId(tables, into)
}

function findAttempt(tables: Tables, attemptId: string): FoundAttempt | undefined {
  const row = tables.ended.get(attemptId)
  if (row === undefined) return undefined
  const corrected = tables.corrected.get(attemptId) ?? []
  const all = [row, ...corrected]
  const sum = (of: (each: EndedRow | CorrectedRow) => number): number =>
    all.reduce((a, each) => a + of(each), 0)
  const counters = (ids: readonly number[]): readonly CounterRow[] =>
    ids.flatMap((id) => tables.counters.get(standingId(tables, id)) ?? [])
  return {
    attemptId,
    state: stateOf(row, corrected),
    boundNanos: row.boundNanos,
    estimateNanos: row.estimateNanos,
    certainNanos: sum(({ certainNanos }) => certainNanos),
    uncertainNanos: sum(({ uncertainNanos }) => uncertainNanos),
    softUncertainNanos: sum(({ softUncertainNanos }) => softUncertainNanos),
    hard: counters(row.hard),
    soft: counters(row.soft),
    corrections: corrected.length,
    model: row.origin.model,
    key: row.origin.key,
  }
}

function stateOf({ outcome }: EndedRow, corrected: readonly CorrectedRow[]): EndedAttempt['state'] {
  if (outcome === 'unsent') return 'unsent'
  return outcome === 'uncertain' && corrected.length === 0 ? 'swept' : 'settled'
}
