import { type TableName, tableNames, tables } from '../../core/tables.ts'
import type { DecisionTable, SelfTest } from '../../schemas/generated/decision-table.ts'
import type { BitRows, ClassSource } from './bit-rows.ts'
import { everyRow, firstRow, valueRefused } from './bit-rows.ts'
import type { Problem } from './check-axes.ts'
import type { LinkedTable } from './link.ts'

type Expected = SelfTest['expect']

/** Replays every witness request of the artifact: what the compiler proved must be what this runtime does. */
export function replaySelfTest(table: LinkedTable): Problem {
  for (const [index, { facts, expect }] of table.artifact.selfTest.entries()) {
    const found = lookUp(table, facts)
    const differs = found === undefined ? 'its facts' : differing(expect, found)
    if (differs !== undefined)
      return `decides its own self-test otherwise than its compiler did (witness ${index}, ${differs})`
  }
  return undefined
}

/** The rules that decide each table by itself; `undefined` when a fact refuses its value. */
export function lookUp(
  table: LinkedTable,
  facts: DecisionTable['selfTest'][number]['facts'],
): Expected | undefined {
  const reading = table.typedReading.begin(facts)
  const found = tablesOf(table).map(
    (name) =>
      [
        name,
        tables[name] === 'every' ? everyRule(table[name], reading) : firstRule(table[name], reading),
      ] as const,
  )
  return found.some(([, rules]) => rules === undefined) ? undefined : (Object.fromEntries(found) as Expected)
}

const tablesOf = ({ artifact }: LinkedTable): readonly TableName[] =>
  tableNames.filter((name) => artifact.tables[name] !== undefined)

/** Each rule once, in source order: a rule has as many rows as its condition has cubes. */
function everyRule(table: BitRows, reading: ClassSource): number[] | undefined {
  const rows: number[] = []
  if (everyRow(table, reading, rows) === valueRefused) return undefined
  return [...new Set(rows.map((row) => table.rule[row] as number))].toSorted((a, b) => a - b)
}

function firstRule(table: BitRows, reading: ClassSource): number | undefined {
  const row = firstRow(table, reading)
  return row < 0 ? undefined : table.rule[row]
}

function differing(expected: Expected, found: Expected): string | undefined {
  const table = tableNames.find((name) => String(expected[name]) !== String(found[name]))
  return table === undefined ? undefined : `table \`${table}\``
}
