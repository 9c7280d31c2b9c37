import { tableKinds } from '../../lang/comments.ts'
import type { Parsed } from '../../lang/parse.ts'
import type { Span } from '../../lang/span.ts'
import { walk } from '../../lang/walk.ts'

/** A stretch of lines that can be folded away. */
export interface Fold {
  readonly span: Span
  readonly kind: 'region' | 'comment' | 'imports'
}

const folded: ReadonlySet<string> = new Set([...tableKinds, 'SetLit'])

/** Tables, tests, sets, and comments on lines one after the other. The caller leaves out those of one line. */
export function foldsOf({ file, comments }: Parsed, text: string): readonly Fold[] {
  const folds: Fold[] = []
  walk(file, ({ kind, span }) => {
    if (folded.has(kind)) folds.push({ span, kind: 'region' })
  })
  return [...folds, ...commentFolds(comments, text)]
}

function commentFolds(comments: Parsed['comments'], text: string): readonly Fold[] {
  const runs: Span[] = []
  for (const { span } of comments) {
    const last = runs.at(-1)
    const isNext = last !== undefined && /^\s*\n?\s*$/.test(text.slice(last.end, span.start))
    if (last !== undefined && isNext) runs[runs.length - 1] = { ...last, end: span.end }
    else runs.push(span)
  }
  return runs.map((span): Fold => ({ span, kind: 'comment' }))
}
