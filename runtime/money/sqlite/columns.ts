import type { TokensByClass } from '../store.ts'

/** A class of what is billed, with the columns of how much there was of it and of what that cost. */
interface ClassColumns {
  readonly name: keyof TokensByClass
  readonly tokens: string
  readonly cost: string
}

const tokensOf = (name: keyof TokensByClass, column: string): ClassColumns => ({
  name,
  tokens: `${column}_tokens`,
  cost: `${column}_cost`,
})
const callsOf = (name: keyof TokensByClass, column: string): ClassColumns => ({
  name,
  tokens: `${column}_calls`,
  cost: `${column}_cost`,
})

/** Classes that have columns in each row. */
const usual: readonly ClassColumns[] = [
  tokensOf('input', 'input'),
  tokensOf('cacheRead', 'cache_read'),
  tokensOf('cacheWrite5m', 'cache_write_5m'),
  tokensOf('cacheWrite1h', 'cache_write_1h'),
  tokensOf('output', 'output'),
  tokensOf('reasoning', 'reasoning'),
]

/** Classes that few attempts have: a row tells of them in one column of JSON, `apart`; sums of days have columns for these, too. */
const seldom: readonly ClassColumns[] = [
  tokensOf('inputAudio', 'input_audio'),
  tokensOf('cacheReadAudio', 'cache_read_audio'),
  tokensOf('inputImage', 'input_image'),
  tokensOf('outputAudio', 'output_audio'),
  tokensOf('outputImage', 'output_image'),
  callsOf('webSearch', 'web_search'),
  callsOf('fileSearch', 'file_search'),
  callsOf('mapSearch', 'map_search'),
]

/** Every class. */
export const classes: readonly ClassColumns[] = [...usual, ...seldom]

const both = ['tokens', 'cost'] as const

/** The columns of a row that tell of classes. */
export const classColumns: readonly string[] = [
  ...both.flatMap((what) => usual.map((of) => of[what])),
  'apart',
]

/** The values of those columns. */
export function classValues(tokens: TokensByClass, cost: TokensByClass): readonly (number | string | null)[] {
  return [...[tokens, cost].flatMap((by) => usual.map(({ name }) => by[name] ?? 0)), apartOf(tokens, cost)]
}

function apartOf(tokens: TokensByClass, cost: TokensByClass): string | null {
  const there = seldom.filter(({ name }) => (tokens[name] ?? 0) !== 0)
  if (there.length === 0) return null
  const of = (by: TokensByClass) => Object.fromEntries(there.map(({ name }) => [name, by[name] ?? 0]))
  return JSON.stringify({ tokens: of(tokens), cost: of(cost) })
}

/** What tells of classes in a row of `table`: each as the SQL that reads it, and the column that sums of days have for it. */
export const classReads = (table: string): readonly { readonly sql: string; readonly column: string }[] =>
  both.flatMap((what) => [
    ...usual.map((of) => ({ sql: `${table}.${of[what]}`, column: of[what] })),
    ...seldom.map((of) => ({
      sql: `coalesce(${table}.apart ->> '$.${what}.${of.name}', 0)`,
      column: of[what],
    })),
  ])

/** The columns that sums of days have for classes. */
export const classSums: readonly string[] = classReads('').map(({ column }) => column)

/** `INSERT … VALUES (?, …)` into named columns. */
export const insertInto = (table: string, columns: readonly string[], otherwise = ''): string =>
  `INSERT ${otherwise} INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`
