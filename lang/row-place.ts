import type { IToken, TokenType } from 'chevrotain'
import type { Diagnostic } from './diagnostic.ts'
import type { TableKind } from './outline.ts'
import { help, report } from './report.ts'
import { K } from './tokens.ts'

/** The tables whose rows open with a word. */
const rowTables: ReadonlyMap<TokenType, readonly TableKind[]> = new Map([
  [K.rule, ['route']],
  [K.affinity, ['route']],
  [K.deny, ['guard']],
  [K.never, ['guard']],
  [K.when, ['cache', 'attempt', 'shape', 'log']],
  [K.default, ['route', 'cache', 'attempt', 'log']],
  [K.always, ['shape']],
  [K.given, ['test', 'testTable']],
  [K.expect, ['test']],
] satisfies [TokenType, readonly TableKind[]][])

/** The tables in which these tokens would be a row, when they open like one. */
export function tablesOfRow(tokens: readonly IToken[]): readonly string[] | undefined {
  const type = tokens[0]?.tokenType
  return (type && rowTables.get(type))?.map(nameOfTable)
}

const nameOfTable = (kind: TableKind): string =>
  kind === 'testTable' ? 'test table "…"' : kind === 'test' ? 'test "…"' : kind

const allApply: ReadonlySet<TableKind> = new Set(['guard', 'shape'])

/** A row that opens with the word of another table. */
export function findMisplacedRow(
  { file }: { readonly file: string },
  kind: TableKind,
  tokens: readonly IToken[],
): Diagnostic | undefined {
  const [head] = tokens
  const tables = head && rowTables.get(head.tokenType)
  if (!head || !tables || tables.includes(kind)) return undefined
  const at = { file, start: head.startOffset, end: head.startOffset + head.image.length }
  const place = `in \`${nameOfTable(kind)}\``
  return report('GWC0111', { found: head.image, place }, at, {
    notes: [help(adviceOf(head.tokenType, kind, tables))],
  })
}

function adviceOf(type: TokenType, kind: TableKind, tables: readonly TableKind[]): string {
  if (type === K.default && allApply.has(kind))
    return `every row of \`${kind}\` that matches applies: a row without a condition is \`always\``
  if (type === K.always)
    return `in \`${nameOfTable(kind)}\` the first row that matches wins: a row for the rest is \`default\``
  if (type === K.when && kind === 'route') return 'a row of `route` has a name: `rule NAME when … use …`'
  if (type === K.when && kind === 'guard') return 'the condition comes last: `deny "…" when …`'
  return `it belongs in ${tables.map((table) => `\`${nameOfTable(table)} { … }\``).join(' or ')}`
}
