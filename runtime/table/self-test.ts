import type { DecisionTable, SelfTest } from '../../schemas/generated/decision-table.ts'
import type { BitRows } from './bit-rows.ts'
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
  const rows: number[] = []
  if (everyRow(table.guard, reading, rows) === valueRefused) return undefined
  const guard = [...new Set(rows.map((row) => table.guard.rule[row] as number))].toSorted((a, b) => a - b)
  const [route, cache, attempt] = [table.route, table.cache, table.attempt].map((rows) =>
    ruleOf(rows, firstRow(rows, reading)),
  )
  if (route === undefined || cache === undefined || attempt === undefined) return undefined
  return { guard, route, cache, attempt }
}

function ruleOf(rows: BitRows, row: number): number | undefined {
  return row < 0 ? undefined : rows.rule[row]
}

function differing(expected: Expected, found: Expected): string | undefined {
  if (expected.guard.join() !== found.guard.join()) return 'table `guard`'
  const table = (['route', 'cache', 'attempt'] as const).find((name) => expected[name] !== found[name])
  return table === undefined ? undefined : `table \`${table}\``
}
