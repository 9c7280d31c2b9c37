import type { File } from './ast.ts'
import { placeComments, plainComment } from './comments.ts'
import type { Diagnostic } from './diagnostic.ts'
import { type Comment, parse } from './parse.ts'
import { printFile } from './print.ts'
import { report } from './report.ts'
import { isSameTree } from './same-tree.ts'
import type { Source } from './span.ts'

export interface Formatted {
  /** The text as it was when there are diagnostics. */
  readonly text: string
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * The file in the one layout: comments kept, `gwc 1` put first. A file with mistakes stays as it is, and so does one
 * that the formatter would change the meaning of: it parses its own output and compares.
 */
export function format(source: Source): Formatted {
  const before = parse(source)
  if (before.diagnostics.length > 0) return { text: source.text, diagnostics: before.diagnostics }
  const file = withVersion(before.file)
  const remarks = placeComments(source.text, file, before.comments)
  const text = printFile({ remarks, docs: false }, file)
  const after = parse({ file: source.file, text })
  const isSame =
    after.diagnostics.length === 0 &&
    isSameTree(after.file, file) &&
    isSameText(after.comments, before.comments)
  if (isSame) return { text, diagnostics: [] }
  return { text: source.text, diagnostics: [report('GWC0118', {}, { file: source.file, start: 0, end: 0 })] }
}

function withVersion(file: File): File {
  if (file.version) return file
  return { ...file, version: { kind: 'Version', span: { ...file.span, start: 0, end: 0 }, number: 1 } }
}

function isSameText(a: readonly Comment[], b: readonly Comment[]): boolean {
  const texts = (comments: readonly Comment[]): readonly string[] =>
    comments.map(({ text }) => plainComment(text)).toSorted()
  return texts(a).join('\n') === texts(b).join('\n')
}
