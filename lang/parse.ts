import type { IToken } from 'chevrotain'
import type { File } from './ast.ts'
import type { Building } from './build-ast/building.ts'
import { buildFile } from './build-ast/file.ts'
import type { Diagnostic } from './diagnostic.ts'
import { attachDocs } from './docs.ts'
import { run } from './grammar-run.ts'
import { findLexicalMistakes } from './lexical.ts'
import { findDeepNesting } from './nesting.ts'
import { recoverFile } from './recover.ts'
import { report } from './report.ts'
import { mendBars } from './test-table-bars.ts'
import type { Source, Span } from './span.ts'
import { tokenize } from './tokens.ts'

/** A comment with its slashes, `//` or `///`. */
export interface Comment {
  readonly span: Span
  readonly text: string
}

export interface Parsed {
  readonly file: File
  readonly comments: readonly Comment[]
  /** In the order of the source. */
  readonly diagnostics: readonly Diagnostic[]
}

/** In UTF-16 units: some 20,000 rules. */
export const sourceLengthMax = 2 ** 21

/**
 * Parses any text: never throws. One mistake gives one diagnostic; the declarations, rows and tests that are whole
 * are in the tree, and what is not keeps its name and is `Missing` otherwise.
 */
export function parse(source: Source): Parsed {
  const span: Span = { file: source.file, start: 0, end: source.text.length }
  if (source.text.length > sourceLengthMax) return refuse(span, tooLarge(source))
  const { tokens, comments } = tokenize(source.text)
  const deep = findDeepNesting(source.file, tokens)
  if (deep) return refuse(span, deep)

  const diagnostics = [...findLexicalMistakes(source.file, tokens), ...mendBars(source.file, tokens)]
  const docOf = attachDocs(tokens, comments)
  const b: Building = { file: source.file, docOf, report: (diagnostic) => diagnostics.push(diagnostic) }
  const whole = run('file', tokens)
  const file =
    whole.kind === 'accepted'
      ? buildFile(b, whole.tree, span)
      : recoverFile({ ...b, text: source.text, swallowed: swallowedBy(diagnostics) }, tokens, span)
  return {
    file,
    comments: comments.map((token) => commentOf(source.file, token)),
    diagnostics: diagnostics.toSorted((a, z) => a.primary.span.start - z.primary.span.start),
  }
}

const swallowedBy = (diagnostics: readonly Diagnostic[]): readonly Span[] =>
  diagnostics.filter(({ code }) => code === 'GWC0104').map(({ primary }) => primary.span)

function commentOf(file: string, { image, startOffset }: IToken): Comment {
  const text = image.trimEnd()
  return { span: { file, start: startOffset, end: startOffset + text.length }, text }
}

function refuse(span: Span, diagnostic: Diagnostic): Parsed {
  const file: File = { kind: 'File', span, version: undefined, items: [] }
  return { file, comments: [], diagnostics: [diagnostic] }
}

function tooLarge({ file, text }: Source): Diagnostic {
  return report('GWC0110', { length: text.length, max: sourceLengthMax }, { file, start: 0, end: 0 })
}
