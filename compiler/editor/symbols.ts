import type {
  AttemptRow,
  CacheRow,
  File,
  GuardRow,
  Item,
  LogRow,
  Missing,
  RouteItem,
  ShapeRow,
  StringLit,
} from '../../lang/ast.ts'
import type { Span } from '../../lang/span.ts'

/** One line of the outline of a file. */
export interface OutlineSymbol {
  readonly name: string
  readonly detail: string
  readonly kind: 'file' | 'constant' | 'predicate' | 'table' | 'rule' | 'row' | 'meter' | 'assertion' | 'test'
  readonly span: Span
  /** The words to select: the name where it has one. */
  readonly at: Span
  readonly children: readonly OutlineSymbol[]
}

/** The outline of a file: declarations, tables with their rows, tests. Broken parts are left out. */
export function outlineOf(file: File): readonly OutlineSymbol[] {
  return file.items.flatMap(symbolOf)
}

interface Part {
  readonly span: Span
}

function symbol(
  kind: OutlineSymbol['kind'],
  node: Part,
  name: { readonly span: Span; readonly text: string } | undefined,
  rest: { readonly detail?: string; readonly children?: readonly OutlineSymbol[] } = {},
): readonly OutlineSymbol[] {
  if (name === undefined || name.text === '') return []
  const { detail = '', children = [] } = rest
  const isInside = name.span.start >= node.span.start && name.span.end <= node.span.end
  return [{ kind, name: name.text, detail, span: node.span, at: isInside ? name.span : node.span, children }]
}

/** A node known by a word of its own rather than by a name. */
const worded = (node: Part, text: string): { readonly span: Span; readonly text: string } => ({
  text,
  span: { ...node.span, end: Math.min(node.span.end, node.span.start + text.length) },
})

const named = (
  name: { readonly kind: string; readonly span: Span; readonly text?: string } | undefined,
): { readonly span: Span; readonly text: string } | undefined =>
  name?.kind === 'Name' ? { span: name.span, text: name.text ?? '' } : undefined

const quoted = (text: StringLit | Missing): { readonly span: Span; readonly text: string } | undefined =>
  text.kind === 'String' ? { span: text.span, text: text.value } : undefined

function symbolOf(item: Item): readonly OutlineSymbol[] {
  switch (item.kind) {
    case 'Facts':
    case 'Import':
      return symbol('file', item, quoted(item.path), { detail: item.kind.toLowerCase() })
    case 'Zone':
      return symbol('file', item, quoted(item.zone), { detail: 'zone' })
    case 'Include':
      return symbol('file', item, named(item.as), { detail: quoted(item.path)?.text ?? '' })
    case 'Const':
      return symbol('constant', item, named(item.name))
    case 'Pred':
      return symbol('predicate', item, named(item.name))
    case 'Budget':
    case 'Limit':
      return symbol('meter', item, named(item.name), { detail: item.kind.toLowerCase() })
    case 'Guard':
      return table(item, 'guard', item.rows)
    case 'Route':
      return symbol('table', item, worded(item, 'route'), { children: item.items.flatMap(routeSymbol) })
    case 'Cache':
      return table(item, 'cache', item.rows)
    case 'Attempt':
      return table(item, 'attempt', item.rows)
    case 'Shape':
      return table(item, 'shape', item.rows)
    case 'Log':
      return table(item, 'log', item.rows)
    case 'Assert':
      return symbol('assertion', item, quoted(item.title))
    case 'Test':
    case 'TestTable':
      return symbol('test', item, quoted(item.title))
  }
}

type Row = GuardRow | CacheRow | AttemptRow | ShapeRow | LogRow

function table(item: Part, word: string, rows: readonly Row[]): readonly OutlineSymbol[] {
  const children = rows.flatMap((row, index) => symbol('row', row, rowName(row, index)))
  return symbol('table', item, worded(item, word), { children })
}

/** A row has no name of its own: its message, or its place. */
function rowName(row: Row, index: number): { readonly span: Span; readonly text: string } {
  const message = row.kind === 'DenyRow' ? quoted(row.message) : undefined
  const word = row.when.kind === 'When' ? `row ${index + 1}` : row.when.kind.toLowerCase()
  return message ?? { span: row.when.span, text: word }
}

function routeSymbol(item: RouteItem): readonly OutlineSymbol[] {
  switch (item.kind) {
    case 'Rule':
      return symbol('rule', item, named(item.name))
    case 'RouteDefault':
      return symbol('rule', item, worded(item, 'default'))
    case 'Affinity':
      return []
  }
}
