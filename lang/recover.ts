import type { IToken } from 'chevrotain'
import type { File } from './ast.ts'
import type { Building } from './build-ast/building.ts'
import type { Diagnostic } from './diagnostic.ts'
import { run } from './grammar-run.ts'
import { report } from './report.ts'
import type { Span } from './span.ts'

export interface Recovery extends Building {
  readonly text: string
  readonly lexical: readonly Diagnostic[]
}

export function recoverFile(r: Recovery, tokens: readonly IToken[], span: Span): File {
  const whole = run('file', tokens)
  if (whole.kind === 'stopped') {
    const { token, message } = whole.error
    const start = Number.isNaN(token.startOffset) ? r.text.length : token.startOffset
    const at = { file: r.file, start, end: Math.min(r.text.length, start + token.image.length) }
    r.report(report('GWC0101', { expected: message, found: token.image }, at))
  }
  return { kind: 'File', span, version: undefined, items: [] }
}
