import { isOptional, type TableName, tableNames } from '../../core/tables.ts'
import type { DecisionTable } from '../../schemas/generated/decision-table.ts'
import type { Policy } from '../typed.ts'

/** What an artifact says per table: the optional ones only where the policy has a row of them. */
export function presentTables<V>(
  policy: Policy,
  values: Readonly<Record<TableName, V>>,
): { [T in keyof DecisionTable['tables']]: V } {
  const present = tableNames.filter((name) => !isOptional(name) || policy[name].length > 0)
  // INVARIANT: what is left out is optional in the schema too.
  return Object.fromEntries(present.map((name) => [name, values[name]])) as Record<TableName, V>
}
