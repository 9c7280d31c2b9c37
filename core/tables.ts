/**
 * The tables of a policy, in the order in which an artifact lists their rules, and how the rows of each combine: the
 * `first` that matches decides, or `every` one that matches applies.
 */
export const tables = {
  guard: 'every',
  budget: 'every',
  limit: 'every',
  route: 'first',
  embeddings: 'first',
  cache: 'first',
  attempt: 'first',
  shape: 'every',
  log: 'first',
} as const satisfies Readonly<Record<string, 'first' | 'every'>>

export type TableName = keyof typeof tables

/** The tables whose rows combine in one way. */
export type TableOf<C extends 'first' | 'every'> = {
  [T in TableName]: (typeof tables)[T] extends C ? T : never
}[TableName]

export type FirstTable = TableOf<'first'>
export type EveryTable = TableOf<'every'>

/** Every table, in the artifact's order. */
export const tableNames = Object.keys(tables) as readonly TableName[]

/** The tables of which the first row that matches decides. */
export const firstTables = tableNames.filter((name): name is FirstTable => tables[name] === 'first')

/** Tables that an artifact has only where the policy has a row of them. */
const optional: ReadonlySet<TableName> = new Set<TableName>(['budget', 'limit', 'embeddings', 'shape', 'log'])

/** Whether an artifact may be without the table. */
export const isOptional = (table: TableName): boolean => optional.has(table)

/** A value for each table. */
export function byTable<V>(valueOf: (table: TableName) => V): Record<TableName, V> {
  // Object.fromEntries forgets the names that it was given.
  return Object.fromEntries(tableNames.map((name) => [name, valueOf(name)])) as Record<TableName, V>
}

/** The two that say where a request goes, each for its own kind of traffic: `route embeddings` is a table of its own. */
export const routeTables = ['route', 'embeddings'] as const satisfies readonly FirstTable[]

export type RouteTable = (typeof routeTables)[number]

/** The value of `endpoint` whose requests `route embeddings` governs; `route` governs all others. */
export const embeddingsEndpoint = 'embeddings'
