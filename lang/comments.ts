import type { File, Item, SetLit, TestDecl, TestTableDecl } from './ast.ts'
import type { Comment } from './parse.ts'
import type { Span } from './span.ts'
import { walk } from './walk.ts'

/** A comment, and whether an empty line stands before it. */
export interface Remark {
  readonly text: string
  readonly afterBlank: boolean
}

/** Comments and empty lines by the element of a list that they stand at. */
export interface Remarks {
  /** On their own lines before an element. */
  readonly leading: (element: object) => readonly Remark[]
  /** Behind an element, on its line. */
  readonly trailing: (element: object) => string | undefined
  /** Behind the opening bracket of a list, on its line. */
  readonly opening: (list: object) => string | undefined
  /** After the last element of a list, or in one without elements. */
  readonly closing: (list: object) => readonly Remark[]
  /** Whether an empty line stands before an element, after its leading comments. */
  readonly afterBlank: (element: object) => boolean
}

export const noRemarks: Remarks = {
  leading: () => [],
  trailing: () => undefined,
  opening: () => undefined,
  closing: () => [],
  afterBlank: () => false,
}

/** Something with a place between others of its kind: a row, an element of a set. Known by its object. */
interface Element {
  readonly key: object
  readonly span: Span
}

/** A list whose elements may have comments between them. */
interface List extends Element {
  readonly elements: readonly Element[]
  /** Whether `///` before an element can document it. */
  readonly documented: boolean
}

/** Finds the place of each comment in the tree: none is lost, and formatting twice finds the same places again. */
export function placeComments(text: string, file: File, comments: readonly Comment[]): Remarks {
  const lists = listsOf(file)
  const leading = new Map<object, Remark[]>()
  const closing = new Map<object, Remark[]>()
  const trailing = new Map<object, string>()
  const opening = new Map<object, string>()
  const isOnLineOf = (end: number, start: number): boolean => !/[\r\n]/.test(text.slice(end, start))
  for (const comment of comments) {
    const { start, end } = comment.span
    const list = innermost(lists, comment.span)
    const next = countBefore(list.elements, start)
    const last = list.elements[next - 1]
    const around = last && end < last.span.end ? last : undefined
    const before = around ? undefined : last
    const after = list.elements[next]
    const documents = !after || (list.documented && isGap(text.slice(end, after.span.start)))
    const words = documents ? comment.text : plainComment(comment.text)
    const remark: Remark = { text: words, afterBlank: isAfterBlank(text, start) }
    if (around) push(leading, around.key, { text: plainComment(comment.text), afterBlank: false })
    else if (before && isOnLineOf(before.span.end, start)) trailing.set(before.key, words)
    else if (!before && list.key !== file && isOnLineOf(list.span.start, start)) opening.set(list.key, words)
    else if (after) push(leading, after.key, remark)
    else push(closing, list.key, remark)
  }
  const blank = new Set(
    lists.flatMap(({ elements }) =>
      elements.filter(({ span }) => isAfterBlank(text, span.start)).map(({ key }) => key),
    ),
  )
  return {
    leading: (key) => leading.get(key) ?? [],
    trailing: (key) => trailing.get(key),
    opening: (key) => opening.get(key),
    closing: (key) => closing.get(key) ?? [],
    afterBlank: (key) => blank.has(key),
  }
}

/** How many of the elements, which are in the order of the source, begin before an offset. */
function countBefore(elements: readonly Element[], start: number): number {
  let low = 0
  let high = elements.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((elements[middle]?.span.start ?? start) < start) low = middle + 1
    else high = middle
  }
  return low
}

/** Whether nothing but comments stands there: a `///` then documents what follows. */
const isGap = (text: string): boolean => text.replaceAll(/\/\/[^\r\n]*/g, '').trim() === ''

/** Inside a row, or before its table's brace, `///` documents nothing; where the formatter puts it, it would. */
export const plainComment = (text: string): string => text.replace(/^\/\/\/(?!\/)/, '//')

function push(map: Map<object, Remark[]>, key: object, remark: Remark): void {
  const list = map.get(key)
  if (list) list.push(remark)
  else map.set(key, [remark])
}

function isAfterBlank(text: string, start: number): boolean {
  return /(?:\r\n|\n|\r)[^\S\r\n]*(?:\r\n|\n|\r)\s*$/.test(text.slice(lastInk(text, start), start))
}

/** Offset just after the last character before `start` that is no white space. */
function lastInk(text: string, start: number): number {
  let at = start
  while (at > 0 && /\s/.test(text[at - 1] ?? '')) at--
  return at
}

function innermost(lists: readonly List[], { start, end }: Span): List {
  // INVARIANT: outer lists come before the lists in them, and the first is the file, which holds everything.
  const found = lists.findLast(({ span }) => span.start <= start && end <= span.end)
  if (!found) throw new Error('a comment stands outside its file')
  return found
}

function listsOf(file: File): readonly List[] {
  // A version line that the formatter adds stands nowhere, so no comment stands at it.
  const version = file.version && file.version.span.end > 0 ? [elementOf(file.version)] : []
  const lists: List[] = [
    { key: file, span: file.span, elements: [...version, ...file.items.map(elementOf)], documented: true },
  ]
  walk(file, (node) => {
    const elements = elementsOf(node)
    if (elements)
      lists.push({ key: node, span: node.span, elements, documented: !undocumented.has(node.kind) })
  })
  return lists
}

const undocumented: ReadonlySet<string> = new Set(['SetLit', 'Test', 'TestTable'])

const elementOf = (node: { readonly span: Span }): Element => ({ key: node, span: node.span })

function elementsOf(node: { readonly kind: string; readonly span: Span }): readonly Element[] | undefined {
  if (isSet(node)) return node.elements.map(elementOf)
  if (!isTable(node)) return undefined
  switch (node.kind) {
    case 'Route':
      return node.items.map(elementOf)
    case 'Test':
      return [...givenElement(node), elementOf(node.expect)]
    case 'TestTable':
      return [...givenElement(node), headingElement(node), ...node.rows.map(elementOf)]
    default:
      return node.rows.map(elementOf)
  }
}

type Table = Extract<
  Item,
  { kind: 'Guard' | 'Route' | 'Cache' | 'Attempt' | 'Shape' | 'Log' | 'Test' | 'TestTable' }
>
/** Kinds of the items that hold rows between braces. */
export const tableKinds: ReadonlySet<string> = new Set([
  'Guard',
  'Route',
  'Cache',
  'Attempt',
  'Shape',
  'Log',
  'Test',
  'TestTable',
])
const isTable = (node: { readonly kind: string }): node is Table => tableKinds.has(node.kind)
const isSet = (node: { readonly kind: string }): node is SetLit => node.kind === 'SetLit'

/** The facts given are one element, known by their list. */
function givenElement({ given }: TestDecl | TestTableDecl): readonly Element[] {
  const [head] = given
  const last = given.at(-1)
  return head && last ? [{ key: given, span: { ...head.span, end: last.span.end } }] : []
}

/** The heading of a test table, known by the list of its input columns. */
function headingElement({ inputs, outputs, span }: TestTableDecl): Element {
  const start = inputs[0]?.span.start ?? span.start
  return { key: inputs, span: { ...span, start, end: outputs.at(-1)?.span.end ?? start } }
}
