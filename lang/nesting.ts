import type { IToken } from 'chevrotain'
import type { Diagnostic } from './diagnostic.ts'
import { help, report } from './report.ts'
import { P } from './tokens.ts'

/** How deep brackets, `not` and set operators may nest. */
export const nestingMax = 64

/** The first bracket that opens one level too many: such a file is not parsed, as the grammar would recurse. */
export function findDeepNesting(file: string, tokens: readonly IToken[]): Diagnostic | undefined {
  let depth = 0
  for (const { tokenType, startOffset } of tokens) {
    if (tokenType === P.LeftBrace || tokenType === P.LeftParen) depth++
    else if (tokenType === P.RightBrace || tokenType === P.RightParen) depth = Math.max(0, depth - 1)
    if (depth <= nestingMax) continue
    const at = { file, start: startOffset, end: startOffset + 1 }
    const notes = [help('give the inner part a name with `pred` or `const`, and use the name')]
    return report('GWC0109', { max: nestingMax }, at, { notes })
  }
  return undefined
}
