import type { TokensByClass } from '../store.ts'

/** Classes of tokens, in the order of their columns. */
export const classes = [
  ['input', 'input'],
  ['cacheRead', 'cache_read'],
  ['cacheWrite5m', 'cache_write_5m'],
  ['cacheWrite1h', 'cache_write_1h'],
  ['output', 'output'],
  ['reasoning', 'reasoning'],
] as const satisfies readonly (readonly [keyof TokensByClass, string])[]

/** The columns of tokens, then those of cost. */
export const classColumns: readonly string[] = ['tokens', 'cost'].flatMap((what) =>
  classes.map(([, column]) => `${column}_${what}`),
)

/** The values of those columns. */
export function classValues(tokens: TokensByClass, cost: TokensByClass): readonly number[] {
  return [tokens, cost].flatMap((by) => classes.map(([name]) => by[name] ?? 0))
}

/** `INSERT … VALUES (?, …)` into named columns. */
export const insertInto = (table: string, columns: readonly string[], otherwise = ''): string =>
  `INSERT ${otherwise} INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`
