import type { IToken } from 'chevrotain'
import type { Doc } from './ast.ts'

const isDoc = (comment: IToken): boolean => /^\/\/\/(?!\/)/.test(comment.image)

/**
 * Says for the offset of a declaration's first token which `///` lines document it: those between it and the token
 * before, whatever else stands there.
 */
export function attachDocs(tokens: readonly IToken[], comments: readonly IToken[]): (start: number) => Doc {
  const docs = new Map<number, string>()
  let next = 0
  for (const comment of comments.filter(isDoc)) {
    while ((tokens[next]?.startOffset ?? Number.POSITIVE_INFINITY) < comment.startOffset) next++
    const start = tokens[next]?.startOffset
    if (start === undefined) break
    const line = comment.image.slice(3).replace(/^ /, '').trimEnd()
    const before = docs.get(start)
    docs.set(start, before === undefined ? line : `${before}\n${line}`)
  }
  return (start) => docs.get(start)
}
