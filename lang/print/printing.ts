import type { Doc as DocComment } from '../ast.ts'
import type { Remarks } from '../comments.ts'
import { type Doc, concat, hardLine, join, sequence } from '../doc.ts'

/** What the printers need beside the tree. */
export interface Printing {
  readonly remarks: Remarks
  /** Whether `///` lines are printed from the tree; the formatter prints them as the comments that they are. */
  readonly docs: boolean
}

/** Column at which a file's lines should end. */
export const lineWidth = 120
export const indentWidth = 2

/** One element of a list, printed, with where it came from. */
export interface Printed {
  readonly key: object
  readonly doc: Doc
  readonly docComment: DocComment
}

/** Elements on lines of their own, with their comments and empty lines; the list's last comments after them. */
export function printElements(p: Printing, list: object, elements: readonly Printed[]): readonly Doc[] {
  const lines: Doc[] = []
  const add = (doc: Doc, afterBlank: boolean): void => {
    if (afterBlank && lines.length > 0) lines.push('')
    lines.push(doc)
  }
  for (const element of elements) {
    for (const { text, afterBlank } of p.remarks.leading(element.key)) add(text, afterBlank)
    const trailing = p.remarks.trailing(element.key)
    const doc = concat(...docLines(p, element.docComment), element.doc, ...(trailing ? ['  ', trailing] : []))
    add(doc, p.remarks.afterBlank(element.key))
  }
  for (const { text, afterBlank } of p.remarks.closing(list)) add(text, afterBlank)
  return lines
}

export function docLines(p: Printing, doc: DocComment): readonly Doc[] {
  if (!p.docs || doc === undefined) return []
  return doc.split('\n').flatMap((text) => [text === '' ? '///' : `/// ${text}`, hardLine])
}

/** `head { … }` with the lines indented; one line when there are none. */
export function block(p: Printing, list: object, head: Doc, lines: readonly Doc[]): Doc {
  const opening = p.remarks.opening(list)
  if (lines.length === 0 && opening === undefined) return concat(head, ' {}')
  const open = opening === undefined ? ' {' : ` {  ${opening}`
  return concat(head, open, sequence(lines.map(indented)), hardLine, '}')
}

const indented = (doc: Doc): Doc => ({
  kind: 'nest',
  columns: indentWidth,
  body: doc === '' ? hardLine : concat(hardLine, doc),
})

export const lines = (docs: readonly Doc[]): Doc => join(hardLine, docs)
